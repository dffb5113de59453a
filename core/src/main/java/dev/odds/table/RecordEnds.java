package dev.odds.table;

/** Finds where the last whole record in some bytes of a text ends, and makes a piece of the records before. */
record RecordEnds(String source, FieldScan scan) {
    /**
     * The position after the last whole record in b[0..length), 0 if there is none.
     *
     * @param atEnd whether the text ends there
     * @param line the number of the first line
     */
    int last(byte[] b, int length, boolean atEnd, long line) {
        if (hasQuote(b, length)) {
            return lastAmongQuotes(b, length, atEnd, line);
        }
        return atEnd ? length : lastLineEnd(b, length);
    }

    /** The records in b[0..end), which start at that line. */
    TextPiece piece(byte[] b, int end, long line) {
        return new TextPiece(source, b, end, line, lines(b, end, line), hasQuote(b, end));
    }

    InputException tooLong(byte[] b, int length, long line) {
        return all(b, length, line)
                .fault(
                        0,
                        "found no end of the record that starts here within %d bytes; is a quote left open, or is this no table?"
                                .formatted(length));
    }

    private static int lastLineEnd(byte[] b, int length) {
        for (int i = length - 1; i >= 0; i--) {
            if (b[i] == '\n') {
                return i + 1;
            }
        }
        for (int i = length - 2; i >= 0; i--) {
            if (b[i] == '\r') {
                return i + 1;
            }
        }
        return 0;
    }

    private int lastAmongQuotes(byte[] b, int length, boolean atEnd, long line) {
        int end = 0;
        for (int from = 0; from < length; ) {
            int at = scan.fieldEnd(b, from, length);
            if (at == FieldScan.STRAY || at == FieldScan.OPEN && atEnd) {
                throw badQuote(b, from, length, line, at);
            }
            if (at < 0 || at == length || b[at] == '\r' && at + 1 == length) {
                break;
            }
            from = FieldScan.afterLineEnd(b, at, length);
            end = FieldScan.isLineEnd(b[at]) ? from : end;
        }
        return atEnd ? length : end;
    }

    private boolean hasQuote(byte[] b, int length) {
        byte quote = scan.quote();
        if (quote == 0) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (b[i] == quote) {
                return true;
            }
        }
        return false;
    }

    private int lines(byte[] b, int length, long line) {
        int lines = 0;
        for (int i = 0; i < length; i++) {
            byte c = b[i];
            if (c <= '\r' && c >= 0) {
                if (c == '\n' || c == '\r' && (i + 1 == length || b[i + 1] != '\n')) {
                    lines++;
                } else if (c == 0) {
                    throw all(b, length, line)
                            .fault(
                                    i,
                                    "found a NUL byte, expected text; the file is binary, or UTF-16 without a byte order mark");
                }
            }
        }
        return length == 0 || FieldScan.isLineEnd(b[length - 1]) ? lines : lines + 1;
    }

    private InputException badQuote(byte[] b, int from, int length, long line, int kind) {
        char quote = (char) scan.quote();
        String sentence = kind == FieldScan.OPEN
                ? "the quote %c that opens here is never closed; close it, or write a quote inside quotes twice"
                        .formatted(quote)
                : "found text after the quote %c that closes this field, expected a delimiter or the end of the line; write a quote inside quotes twice"
                        .formatted(quote);
        return all(b, length, line).fault(scan.textStart(b, from, length), sentence);
    }

    private TextPiece all(byte[] b, int length, long line) {
        return new TextPiece(source, b, length, line, 0, false);
    }
}
