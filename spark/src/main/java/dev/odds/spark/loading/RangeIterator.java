package dev.odds.spark.loading;

import dev.odds.spark.rows.Chunk;
import dev.odds.spark.rows.Rows;
import dev.odds.table.InputException;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/** Walks over the chunks of one partition after another and gives out those rows that lie between two bounds. */
final class RangeIterator implements Iterator<RowRange> {
    private final Alignment alignment;
    private final long first;
    private final long end;
    private final IntFunction<Iterator<Rows>> partitions;
    private Iterator<Rows> chunks = Collections.emptyIterator();
    private int next;
    private long row;
    private RowRange found;

    /**
     * Of one of the partitions that are wanted.
     *
     * @param partitions the chunks of each partition as it is read
     */
    RangeIterator(Alignment alignment, int wanted, IntFunction<Iterator<Rows>> partitions) {
        this.alignment = alignment;
        this.first = alignment.bounds()[wanted];
        this.end = alignment.bounds()[wanted + 1];
        this.partitions = partitions;
        this.next = alignment.firstParent(wanted);
        this.row = alignment.starts()[next];
    }

    @Override
    public boolean hasNext() {
        while (found == null && row < end) {
            if (!chunks.hasNext()) {
                check(row == alignment.starts()[next]);
                chunks = partitions.apply(next++);
            } else {
                take(chunks.next());
            }
        }
        return found != null;
    }

    private void take(Rows rows) {
        check(rows instanceof Chunk);
        Chunk chunk = (Chunk) rows;
        int from = (int) Math.max(0, Math.min(first - row, chunk.rows()));
        int to = (int) Math.min(chunk.rows(), end - row);
        row += chunk.rows();
        check(row <= alignment.starts()[next]);
        found = from < to ? new RowRange(chunk, from, to) : null;
    }

    /**
     * What is read again must be what was counted.
     *
     * @throws InputException if it is not
     */
    static void check(boolean same) {
        if (!same) {
            throw new InputException("the dataset gave other rows when it was read again than at first;"
                    + " expected the same: cache it, or write it down and read that");
        }
    }

    @Override
    public RowRange next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        RowRange given = found;
        found = null;
        return given;
    }
}
