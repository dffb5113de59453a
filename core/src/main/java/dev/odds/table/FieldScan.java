package dev.odds.table;

/**
 * Finds where fields and records end. A field is quoted where its first character after blanks is the quote; then it
 * ends at the delimiter or line end after the closing quote (blanks between), and a quote within is written twice. A
 * quote anywhere else is a character like others. These are the rules by which FastCSV parses; here they only say where
 * a piece may be cut and where a fault lies.
 *
 * @param delimiter an ASCII character
 * @param quote the quote, 0 for none
 */
record FieldScan(byte delimiter, byte quote) {
    /** The field's quote is still open where the bytes end. */
    static final int OPEN = -1;
    /** Something other than blanks stands between the closing quote and the end of the field. */
    static final int STRAY = -2;

    /** Where the field that starts at {@code from} ends: its delimiter or line end, or {@code to}; or OPEN or STRAY. */
    int fieldEnd(byte[] b, int from, int to) {
        int i = textStart(b, from, to);
        if (quote != 0 && i < to && b[i] == quote) {
            return quotedEnd(b, i + 1, to);
        }
        while (i < to && !ends(b[i])) {
            i++;
        }
        return i;
    }

    /** The first position from {@code from} on that is no blank, or where the field ends. */
    int textStart(byte[] b, int from, int to) {
        int i = from;
        while (i < to && isBlank(b[i])) {
            i++;
        }
        return i;
    }

    /** The position after a line end at {@code at}: one or two characters. */
    static int afterLineEnd(byte[] b, int at, int to) {
        return b[at] == '\r' && at + 1 < to && b[at + 1] == '\n' ? at + 2 : at + 1;
    }

    static boolean isLineEnd(byte c) {
        return c == '\n' || c == '\r';
    }

    private int quotedEnd(byte[] b, int from, int to) {
        int i = from;
        while (i < to && (b[i] != quote || i + 1 < to && b[i + 1] == quote)) {
            i += b[i] == quote ? 2 : 1;
        }
        if (i >= to) {
            return OPEN;
        }
        i = textStart(b, i + 1, to);
        return i == to || ends(b[i]) ? i : STRAY;
    }

    private boolean ends(byte c) {
        return c == delimiter || isLineEnd(c);
    }

    private boolean isBlank(byte c) {
        return c >= 0 && c <= ' ' && c != delimiter && !isLineEnd(c);
    }
}
