package dev.odds.design;

/**
 * The rows of a table that are examples, in order.
 *
 * @param rows the row of each example, or null where every row is one
 * @param count the number of examples
 */
record RowIndex(int[] rows, int count) {
    int row(int example) {
        return rows == null ? example : rows[example];
    }
}
