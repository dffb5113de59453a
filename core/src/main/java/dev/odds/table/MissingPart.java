package dev.odds.table;

import java.util.BitSet;

/** A text column of too many values: only which are missing. */
record MissingPart(Cursor at, MissingMarkers markers, BitSet rows) implements Part {
    @Override
    public void add(char[] b, int from, int to) {
        rows.set(at.row, markers.matches(b, from, to));
    }

    @Override
    public void end(int count) {
        rows.clear(count, rows.size());
    }

    boolean missing(int row) {
        return rows.get(row);
    }
}
