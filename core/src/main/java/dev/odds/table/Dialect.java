package dev.odds.table;

/**
 * How a delimited text is written.
 *
 * @param delimiter what separates fields; where it is the blank, several in a row separate once
 * @param quote what encloses a field, 0 for nothing
 */
record Dialect(char delimiter, char quote) {
    FieldScan scan() {
        return new FieldScan((byte) delimiter, (byte) quote);
    }

    boolean blanks() {
        return delimiter == ' ';
    }
}
