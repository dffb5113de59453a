package dev.odds.design;

/** How a column is stored. */
enum ColumnKind {
    /** Which examples have an entry; every one is 1. */
    ONES,
    /** Which examples have an entry, and their values. */
    SPARSE,
    /** A number for each example. */
    DENSE;

    /** A stored entry takes half as much again as a number of a dense column, and longer to read. */
    private static final int DENSITY = 3;

    /**
     * What suits a column.
     *
     * @param entries how many of its numbers are not 0
     * @param others how many are neither 0 nor 1
     */
    static ColumnKind of(int entries, int others, int examples) {
        if (others == 0) {
            return ONES;
        }
        return (long) DENSITY * entries < examples ? SPARSE : DENSE;
    }

    /** Of an entry. */
    int bytes() {
        return (this == DENSE ? 0 : Integer.BYTES) + (this == ONES ? 0 : Double.BYTES);
    }
}
