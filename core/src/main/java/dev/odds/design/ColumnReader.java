package dev.odds.design;

import java.util.Optional;

/**
 * Turns examples into columns, in two readings: one counts, so that the memory is known before it is taken, and one writes. Every shard
 * writes to places of its own, so that the columns are the same on any number of threads.
 */
final class ColumnReader {
    private final ActiveSet active;
    private final Block[] blocks;
    private final Shards shards;
    private final Workers workers;

    /** Of some features of blocks. */
    ColumnReader(ActiveSet active, Block[] blocks, Shards shards, Workers workers) {
        this.active = active;
        this.blocks = blocks;
        this.shards = shards;
        this.workers = workers;
    }

    /** The columns, where they take no more than so many bytes. O(stored entries of X). */
    Optional<Columns> read(long limit) {
        if (shards.examples() > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        ColumnCounts[] counts = new ColumnCounts[shards.count()];
        workers.run(counts.length, shard -> counts[shard] = count(shard));
        ColumnCounts all = ColumnCounts.empty(active.size());
        for (ColumnCounts shard : counts) {
            all.add(shard);
        }
        ColumnLayout layout = ColumnLayout.of(active.features(), (int) shards.examples(), all);
        return layout.fits(limit) ? Optional.of(write(layout, counts)) : Optional.empty();
    }

    private ColumnCounts count(int shard) {
        ColumnCounts counts = ColumnCounts.empty(active.size());
        for (long b = shards.firstBlock(shard); b < shards.firstBlock(shard + 1); b++) {
            counts.count(blocks[(int) b].sparse(), active.place());
        }
        return counts;
    }

    private Columns write(ColumnLayout layout, ColumnCounts[] counts) {
        Columns columns = Columns.empty(layout);
        int[][] next = starts(layout, counts);
        workers.run(counts.length, shard -> {
            for (long b = shards.firstBlock(shard); b < shards.firstBlock(shard + 1); b++) {
                columns.write(blocks[(int) b].sparse(), active.place(), (int) b * Block.SIZE, next[shard]);
            }
        });
        return columns;
    }

    /** Where each shard begins to write each column: after what the shards before it write. */
    private static int[][] starts(ColumnLayout layout, ColumnCounts[] counts) {
        int[][] starts = new int[counts.length][];
        starts[0] = layout.starts().clone();
        for (int shard = 1; shard < counts.length; shard++) {
            starts[shard] = starts[shard - 1].clone();
            for (int k = 0; k < starts[shard].length; k++) {
                starts[shard][k] += counts[shard - 1].entries()[k];
            }
        }
        return starts;
    }
}
