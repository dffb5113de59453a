package dev.odds.spark.loading;

import dev.odds.design.Block;
import dev.odds.design.BlockWriter;
import dev.odds.design.ColumnStatistics;
import dev.odds.design.MergeTree;
import dev.odds.design.Shards;
import dev.odds.spark.rows.Chunk;
import dev.odds.spark.rows.ChunkExamples;
import dev.odds.spark.sums.Labels;
import dev.odds.spark.sums.Merged;
import dev.odds.spark.sums.ShardBlocks;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which shards each task makes.
 *
 * @param shards of all examples
 * @param first the first shard of each task, and the number of shards
 * @param sparse whether blocks are sparse
 */
record ShardTasks(Shards shards, int[] first, boolean sparse) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Runs of nearly equal length. */
    static ShardTasks even(Shards shards, int tasks, boolean sparse) {
        int some = Math.min(tasks, shards.count());
        int[] first = IntStream.rangeClosed(0, some)
                .map(t -> (int) ((long) shards.count() * t / some))
                .toArray();
        return new ShardTasks(shards, first, sparse);
    }

    /**
     * Runs that begin where partitions do, so that a task reads nothing before its first row but less than a shard: those shards whose first
     * row lies in a run of partitions.
     *
     * @param starts the number of the first row of each partition, and of all rows
     */
    static ShardTasks near(Shards shards, long[] starts, int tasks, boolean sparse) {
        IntStream ideal = IntStream.range(0, tasks)
                .map(t -> shardFrom(shards, nearest(starts, (long) ((double) shards.examples() * t / tasks))));
        int[] first = IntStream.concat(ideal, IntStream.of(0, shards.count()))
                .sorted()
                .distinct()
                .toArray();
        return new ShardTasks(shards, first, sparse);
    }

    private static long nearest(long[] starts, long row) {
        int found = Arrays.binarySearch(starts, row);
        if (found >= 0) {
            return row;
        }
        long below = starts[-found - 2];
        long above = starts[-found - 1];
        return row - below <= above - row ? below : above;
    }

    /** The first shard that begins with that row or after it. */
    private static int shardFrom(Shards shards, long row) {
        int low = 0;
        int high = shards.count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (shards.firstBlock(middle) * Block.SIZE < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int tasks() {
        return first.length - 1;
    }

    /** The most shards of a task. */
    int longest() {
        return IntStream.range(0, tasks())
                .map(t -> first[t + 1] - first[t])
                .max()
                .orElse(0);
    }

    /** The rows of every task. */
    Alignment alignment(long[] starts) {
        long[] bounds = Arrays.stream(first)
                .mapToLong(shard -> Math.min(shards.examples(), shards.firstBlock(shard) * Block.SIZE))
                .toArray();
        return new Alignment(starts, bounds);
    }

    /** The statistics of a task's columns, shard by shard, merged as far as they meet. */
    ArrayList<Merged<ColumnStatistics>> statistics(int task, Iterator<RowRange> rows, double[] origin) {
        BlockRows blocks = new BlockRows(rows, sparse);
        double[] scratch = new double[sparse ? 0 : Block.SIZE * origin.length];
        MergeTree<ColumnStatistics> tree = new MergeTree<>(shards.count());
        for (int shard = first[task]; shard < first[task + 1]; shard++) {
            ColumnStatistics sum = new ColumnStatistics(origin);
            for (long b = shards.firstBlock(shard); b < shards.firstBlock(shard + 1); b++) {
                Chunk block = blocks.next();
                sum.add(new ChunkExamples(block), 0, block.rows(), scratch);
            }
            tree.complete(shard, sum);
        }
        return Merged.of(tree);
    }

    /**
     * The blocks of a task's shards, one shard after another as they are asked for.
     *
     * @param stored how many entries the whole design stores, which decides the loops that suit it
     */
    Iterator<ShardBlocks> blocks(int task, Iterator<RowRange> rows, BlockWriter writer, long stored) {
        BlockRows blocks = new BlockRows(rows, sparse);
        return IntStream.range(first[task], first[task + 1])
                .mapToObj(shard -> blocks(shard, blocks, writer, stored))
                .iterator();
    }

    private ShardBlocks blocks(int shard, BlockRows rows, BlockWriter writer, long stored) {
        long firstBlock = shards.firstBlock(shard);
        Block[] blocks = new Block[(int) (shards.firstBlock(shard + 1) - firstBlock)];
        List<Chunk> chunks = new ArrayList<>();
        for (int b = 0; b < blocks.length; b++) {
            Chunk chunk = rows.next();
            blocks[b] = writer.block(new ChunkExamples(chunk), 0, chunk.rows()).suited(stored);
            chunks.add(chunk.labelsOnly());
        }
        return new ShardBlocks(shard, firstBlock, blocks, Labels.of(chunks));
    }
}
