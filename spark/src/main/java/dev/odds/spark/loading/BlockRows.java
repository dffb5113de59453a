package dev.odds.spark.loading;

import dev.odds.design.Block;
import dev.odds.spark.rows.Chunk;
import dev.odds.spark.rows.ChunkWriter;
import java.util.Iterator;

/** Puts rows together to chunks of a block each, all dense or all sparse. */
final class BlockRows implements Iterator<Chunk> {
    private final Iterator<RowRange> ranges;
    private final boolean sparse;
    private RowRange rest;

    /**
     * Of consecutive rows, the first of which is the first of a block.
     *
     * @param sparse how they are wanted
     */
    BlockRows(Iterator<RowRange> ranges, boolean sparse) {
        this.ranges = ranges;
        this.sparse = sparse;
    }

    @Override
    public boolean hasNext() {
        return rest != null || ranges.hasNext();
    }

    @Override
    public Chunk next() {
        ChunkWriter writer = new ChunkWriter(sparse);
        while (writer.rows() < Block.SIZE && hasNext()) {
            RowRange range = rest == null ? ranges.next() : rest;
            int taken = Math.min(range.count(), Block.SIZE - writer.rows());
            writer.add(range.chunk(), range.from(), range.from() + taken);
            rest = taken == range.count() ? null : new RowRange(range.chunk(), range.from() + taken, range.to());
        }
        return writer.chunk();
    }
}
