package dev.odds.design;

import dev.odds.table.CategoricalColumn;
import dev.odds.table.Column;
import dev.odds.table.NumericColumn;

/** A term over the column of a table: its features of each row. Rows are positions in the column. */
interface Part {
    /** The part of a fit, which stores what the rows need. */
    static Part fitted(Term term, Column column, RowIndex rows) {
        return term instanceof NumericTerm numeric
                ? NumericPart.fitted(numeric, (NumericColumn) column, rows)
                : new LevelPart((CategoricalTerm) term, (CategoricalColumn) column, rows);
    }

    /** The part of a prediction, which stores what each row needs whatever the others do. */
    static Part of(Term term, Column column, RowIndex rows, String source) {
        return term instanceof NumericTerm numeric
                ? NumericPart.full(numeric, ColumnValues.numeric(column, source))
                : new LevelPart((CategoricalTerm) term, ColumnValues.levels(column, source), rows);
    }

    /** The number of its features. */
    int features();

    /** The number of entries it stores over the examples when read as sparse rows. */
    long stored();

    /** Whether a stored value may be anything but 1. */
    boolean valued();

    /** Marks the rows without a usable value, and counts them; null where every value is usable. */
    Gap gap(boolean[] usable);

    /**
     * Writes its features of the rows at positions [first, first + count).
     *
     * @param rows which rows
     * @param out overwritten: its first feature of example i at out[at + i * stride]
     */
    void dense(RowIndex rows, int first, int count, double[] out, int at, int stride);

    /**
     * Adds the number of entries of each row at positions [first, first + count).
     *
     * @param counts increased: example i at counts[i + 1]
     */
    void count(RowIndex rows, int first, int count, int[] counts);

    /**
     * Writes its entries of the rows at positions [first, first + count).
     *
     * @param feature the position of its first feature in X
     * @param next moved on: where the next entry of example i goes
     * @param indices overwritten at those positions
     * @param values as {@code indices}, or null where every value is 1
     */
    void sparse(RowIndex rows, int first, int count, int feature, int[] next, int[] indices, double[] values);
}
