package dev.odds.table;

/** Finds where the last whole record in some bytes of a text ends, and makes a piece of the records before. */
record RecordEnds(String source, FieldScan scan) {
    /**
     * The whole records in b[0..length), an empty piece if there is none.
     *
     * @param atEnd whether the text ends there
     * @param line the number of the first line
     */
    TextPiece cut(byte[] b, int length, boolean atEnd, long line) {
        int end = atEnd ? length : lastLineEnd(b, length);
        LineScan found = LineScan.of(b, end == 0 ? length : end, scan.quote());
        if (found.quoted()) {
            end = lastAmongQuotes(b, length, atEnd, line);
            found = LineScan.of(b, end, scan.quote());
        }
        int open = end == 0 || FieldScan.isLineEnd(b[end - 1]) ? 0 : 1;
        int lines = found.odd() ? lines(b, end, line) : found.lineFeeds() + open;
        boolean plain = found.ascii() && !found.quoted() && lines == found.lineFeeds() + open;
        return new TextPiece(source, b, end, line, lines, found.quoted(), plain);
    }

    /** A plain piece without its last lines. */
    static TextPiece without(TextPiece piece, int lines) {
        int end = piece.length();
        for (int left = lines + 1; left > 0; left--) {
            do {
                end--;
            } while (piece.bytes()[end] != '\n');
        }
        return new TextPiece(
                piece.source(), piece.bytes(), end + 1, piece.firstLine(), piece.lines() - lines, false, piece.plain());
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
        return new TextPiece(source, b, length, line, 0, false, false);
    }
}
