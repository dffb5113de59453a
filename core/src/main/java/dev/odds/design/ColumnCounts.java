package dev.odds.design;

/**
 * How many entries columns have.
 *
 * @param entries those that are not 0, for each column
 * @param others those of them that are not 1
 */
record ColumnCounts(int[] entries, int[] others) {
    static ColumnCounts empty(int columns) {
        return new ColumnCounts(new int[columns], new int[columns]);
    }

    void count(int column, double x) {
        entries[column]++;
        others[column] += x == 1 ? 0 : 1;
    }

    void add(ColumnCounts other) {
        for (int k = 0; k < entries.length; k++) {
            entries[k] += other.entries[k];
            others[k] += other.others[k];
        }
    }
}
