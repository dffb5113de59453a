package dev.odds.design;

import dev.odds.table.CategoricalColumn;
import dev.odds.table.Column;
import dev.odds.table.NumericColumn;

/** Which rows of a table still count; starts with all of them. */
final class RowFilter {
    private final boolean[] out;
    private int kept;

    RowFilter(int rows) {
        out = new boolean[rows];
        kept = rows;
    }

    int total() {
        return out.length;
    }

    int kept() {
        return kept;
    }

    boolean keeps(int row) {
        return !out[row];
    }

    void drop(int row) {
        if (!out[row]) {
            out[row] = true;
            kept--;
        }
    }

    /** Whether any kept row has a value of the column. */
    boolean anyValue(Column column) {
        for (int row = 0; row < out.length; row++) {
            if (!out[row] && !column.missing(row)) {
                return true;
            }
        }
        return false;
    }

    /** The number of kept rows where the column has no value. */
    int missing(Column column) {
        if (column instanceof NumericColumn numbers) {
            return kept == out.length ? numbers.missing() : missing(numbers);
        }
        return column instanceof CategoricalColumn levels ? missing(levels.codes()) : missingTexts(column);
    }

    private int missing(NumericColumn numbers) {
        int count = 0;
        for (int row = 0; row < out.length; row++) {
            count += numbers.missing(row) && !out[row] ? 1 : 0;
        }
        return count;
    }

    private int missing(int[] codes) {
        int count = 0;
        for (int row = 0; row < out.length; row++) {
            count += codes[row] < 0 && !out[row] ? 1 : 0;
        }
        return count;
    }

    private int missingTexts(Column column) {
        int count = 0;
        for (int row = 0; row < out.length; row++) {
            count += column.missing(row) && !out[row] ? 1 : 0;
        }
        return count;
    }

    /** Drops the rows where the column has no value. */
    void dropMissing(Column column) {
        for (int row = 0; row < out.length; row++) {
            if (column.missing(row)) {
                drop(row);
            }
        }
    }

    /** The kept rows in order, or null where none is dropped. */
    int[] rows() {
        if (kept == out.length) {
            return null;
        }
        int[] rows = new int[kept];
        int next = 0;
        for (int row = 0; row < out.length; row++) {
            if (!out[row]) {
                rows[next++] = row;
            }
        }
        return rows;
    }
}
