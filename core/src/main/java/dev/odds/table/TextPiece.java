package dev.odds.table;

/**
 * Some whole records of a file.
 *
 * @param source the file's name
 * @param bytes UTF-8 text in its first {@code length} bytes; used again for a later piece once this one is parsed
 * @param length how many bytes hold text
 * @param firstLine the number of the first line in the file, from 1
 * @param lines the number of lines, the last one counted even without a line end
 * @param quoted whether the quote occurs
 * @param plain whether all is ASCII, no quote occurs, and a line feed is in every line end
 */
record TextPiece(String source, byte[] bytes, int length, long firstLine, int lines, boolean quoted, boolean plain) {
    boolean first() {
        return firstLine == 1;
    }

    /** An error at that byte, as {@code file:line:column: sentence}; columns count characters from 1. */
    InputException fault(int at, String sentence) {
        return new InputException(place(at) + ": " + sentence);
    }

    /** {@code file:line:column} of that byte. */
    String place(int at) {
        long line = firstLine;
        int column = 1;
        int i = 0;
        while (i < at) {
            if (FieldScan.isLineEnd(bytes[i])) {
                i = FieldScan.afterLineEnd(bytes, i, length);
                line++;
                column = 1;
            } else {
                column += (bytes[i++] & 0xc0) == 0x80 ? 0 : 1;
            }
        }
        return "%s:%d:%d".formatted(source, line, column);
    }

    /** Where the line with that number (from 0) starts. */
    int lineStart(int line) {
        int i = 0;
        for (int left = line; left > 0 && i < length; ) {
            if (FieldScan.isLineEnd(bytes[i])) {
                i = FieldScan.afterLineEnd(bytes, i, length);
                left--;
            } else {
                i++;
            }
        }
        return i;
    }
}
