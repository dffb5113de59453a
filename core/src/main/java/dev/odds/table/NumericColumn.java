package dev.odds.table;

/**
 * A column of finite numbers.
 *
 * @param name the column's name
 * @param values one per row, NaN where missing; held, not copied
 */
public record NumericColumn(String name, double[] values) implements Column {
    @Override
    public int rows() {
        return values.length;
    }

    @Override
    public boolean missing(int row) {
        return Double.isNaN(values[row]);
    }
}
