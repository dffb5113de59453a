package dev.odds.design;

import dev.odds.table.Column;

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

    /** The number of kept rows where the column has no value. */
    int missing(Column column) {
        int count = 0;
        for (int row = 0; row < out.length; row++) {
            if (!out[row] && column.missing(row)) {
                count++;
            }
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
