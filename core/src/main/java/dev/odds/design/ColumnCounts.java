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

    /**
     * Counts the entries of a block.
     *
     * @param place which column a feature is, negative where it is none
     */
    void count(SparseBlock x, int[] place) {
        double[] values = x.values();
        int count = x.starts()[x.examples()];
        for (int p = 0; p < count; p++) {
            int k = place[x.indices()[p]];
            double value = values == null ? 1 : values[p];
            if (k >= 0 && value != 0) {
                entries[k]++;
                others[k] += value == 1 ? 0 : 1;
            }
        }
    }

    void add(ColumnCounts other) {
        for (int k = 0; k < entries.length; k++) {
            entries[k] += other.entries[k];
            others[k] += other.others[k];
        }
    }
}
