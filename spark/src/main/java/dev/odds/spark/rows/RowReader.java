package dev.odds.spark.rows;

import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Reads the rows that a {@link Selection} makes.
 *
 * @param columns which columns were selected
 */
public record RowReader(DataColumns columns) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * The chunks of one partition, in the order of its rows, read as they are asked for. A bad row ends them and comes in
     * place of the chunk that it would have been in; reading does not throw. Time O(stored values); memory one chunk.
     */
    public Iterator<Rows> read(Iterator<InternalRow> rows) {
        return new RowIterator(columns, rows);
    }
}
