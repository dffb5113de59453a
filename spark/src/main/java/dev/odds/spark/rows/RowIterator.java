package dev.odds.spark.rows;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;

/** The chunks of one partition, up to the first bad row. */
final class RowIterator implements Iterator<Rows> {
    private final DataColumns columns;
    private final Iterator<InternalRow> rows;
    private final RowChecks checks;
    private ChunkBuilder builder;
    private BadRow bad;
    private boolean ended;

    RowIterator(DataColumns columns, Iterator<InternalRow> rows) {
        this.columns = columns;
        this.rows = rows;
        checks = new RowChecks(columns);
    }

    @Override
    public boolean hasNext() {
        return bad != null || !ended && rows.hasNext();
    }

    @Override
    public Rows next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (bad == null) {
            fill();
        }
        if (bad == null || builder != null && !builder.empty()) {
            return builder.build();
        }
        BadRow last = bad;
        bad = null;
        return last;
    }

    /** Collects rows for a chunk, those before a bad row too: they tell what it should have been. */
    private void fill() {
        do {
            bad = add(rows.next());
            ended = bad != null;
        } while (!ended && !builder.full() && rows.hasNext());
    }

    /** Takes the next row; returns what is wrong with it, or null. */
    private BadRow add(InternalRow row) {
        BadRow missing = checks.missing(row);
        if (missing != null) {
            return missing;
        }
        VectorRow vector = VectorRow.of(row, Selection.FEATURES);
        double label = row.getDouble(Selection.LABEL);
        double weight = columns.weight() == null ? 1 : row.getDouble(Selection.WEIGHT);
        double offset = columns.offset() == null ? 0 : row.getDouble(Selection.offset(columns));
        BadRow wrong = checks.wrong(vector, label, weight, offset);
        if (wrong != null) {
            return wrong;
        }
        if (builder == null) {
            builder = new ChunkBuilder(vector.size(), columns.offset() != null);
        }
        builder.add(vector, label, weight, offset);
        return null;
    }
}
