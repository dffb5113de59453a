package dev.odds.table;

/**
 * A column of finite numbers.
 *
 * @param name the column's name
 * @param numbers where its numbers are, NaN where one is missing; held, not copied
 * @param slot its place in a row of them
 * @param missing the number of rows without a value
 * @param zeros the number of rows whose value is 0
 */
public record NumericColumn(String name, NumberBlocks numbers, int slot, int missing, int zeros) implements Column {
    /** Of an array. */
    public NumericColumn(String name, double[] values) {
        this(name, NumberBlocks.of(values), 0, count(values, Double.NaN), count(values, 0));
    }

    private static int count(double[] values, double wanted) {
        int count = 0;
        for (double value : values) {
            count += Double.compare(value + 0.0, wanted) == 0 ? 1 : 0;
        }
        return count;
    }

    @Override
    public int rows() {
        return numbers.rows();
    }

    /** The number of that row, NaN where it is missing. */
    public double value(int row) {
        return numbers.at(row, slot);
    }

    @Override
    public boolean missing(int row) {
        return Double.isNaN(value(row));
    }

    /** A copy of the numbers, one per row. */
    public double[] toArray() {
        return numbers.column(slot);
    }

    /** The same column for many readings of it alone: its numbers one after another, copied unless they lie so. */
    public NumericColumn alone() {
        return numbers.stride() == 1 ? this : new NumericColumn(name, NumberBlocks.of(toArray()), 0, missing, zeros);
    }
}
