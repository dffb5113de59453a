package dev.odds.design;

/**
 * Where each of some columns of X is stored, known before any is.
 *
 * @param features which, increasing
 * @param examples n
 * @param lengths the entries that each stores
 * @param starts where these begin: sparse ones at equal places of rows and values, those that are 1 after them among the rows, dense
 *     ones after them among the values
 * @param rows how many rows are stored
 * @param values how many values are stored
 */
record ColumnLayout(
        int[] features, int examples, ColumnKind[] kinds, int[] lengths, int[] starts, long rows, long values) {
    /** The longest array. */
    static final int MOST = Integer.MAX_VALUE - 8;

    /** Of columns that were counted. */
    static ColumnLayout of(int[] features, int examples, ColumnCounts counts) {
        int k = features.length;
        ColumnKind[] kinds = new ColumnKind[k];
        int[] lengths = new int[k];
        for (int j = 0; j < k; j++) {
            kinds[j] = ColumnKind.of(counts.entries()[j], counts.others()[j], examples);
            lengths[j] = kinds[j] == ColumnKind.DENSE ? examples : counts.entries()[j];
        }
        int[] starts = new int[k];
        long sparse = place(ColumnKind.SPARSE, 0, kinds, lengths, starts);
        long rows = place(ColumnKind.ONES, sparse, kinds, lengths, starts);
        long values = place(ColumnKind.DENSE, sparse, kinds, lengths, starts);
        return new ColumnLayout(features, examples, kinds, lengths, starts, rows, values);
    }

    /** Sets the starts of the columns of one kind; where the last ends. */
    private static long place(ColumnKind kind, long from, ColumnKind[] kinds, int[] lengths, int[] starts) {
        long next = from;
        for (int j = 0; j < kinds.length; j++) {
            if (kinds[j] == kind) {
                starts[j] = (int) next;
                next += lengths[j];
            }
        }
        return next;
    }

    /** Whether arrays can hold them in so many bytes. */
    boolean fits(long limit) {
        return bytes() <= limit && Math.max(rows, values) <= MOST;
    }

    /** Whether every column is stored as a number for each example, one column after another. */
    boolean isDense() {
        return values == (long) examples * features.length && rows == 0;
    }

    /** The memory that they take. */
    long bytes() {
        return Integer.BYTES * rows + Double.BYTES * values;
    }
}
