package dev.odds.table;

/** What one column holds in one piece of the text. */
sealed interface Part permits NumberPart, TextPart, MissingPart, SkippedPart {
    /** Takes the field at the cursor: b[from..to), trimmed unless it was quoted. */
    void add(char[] b, int from, int to);

    /** Ends the part after that many rows. */
    void end(int rows);

    /** How a column is to be read. */
    enum Kind {
        /** Not at all. */
        SKIP,
        /** As numbers, as long as it holds nothing else. */
        NUMBER,
        /** As numbers; other text is an error. */
        FORCED_NUMBER,
        /** As text. */
        TEXT,
        /** Only whether a value is missing. */
        MISSING;

        boolean isNumber() {
            return this == NUMBER || this == FORCED_NUMBER;
        }
    }
}
