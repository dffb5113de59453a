package dev.odds.spark;

import dev.odds.design.Block;
import dev.odds.design.BlockWriter;
import dev.odds.design.ColumnStatistics;
import dev.odds.design.MergeTree;
import dev.odds.design.Shards;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which shards each task makes: runs of nearly equal length.
 *
 * @param shards of all examples
 * @param tasks no more than there are shards
 * @param sparse whether blocks are sparse
 */
record ShardTasks(Shards shards, int tasks, boolean sparse) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The first shard of a task; that of task {@code tasks} is their number. */
    private int firstShard(int task) {
        return (int) ((long) shards.count() * task / tasks);
    }

    /** The rows of every task. */
    Alignment alignment(long[] starts) {
        long[] bounds = IntStream.rangeClosed(0, tasks)
                .mapToLong(t -> Math.min(shards.examples(), shards.firstBlock(firstShard(t)) * Block.SIZE))
                .toArray();
        return new Alignment(starts, bounds);
    }

    /** The statistics of a task's columns, shard by shard, merged as far as they meet. */
    Iterator<Merged<ColumnStatistics>> statistics(int task, Iterator<RowRange> rows, double[] origin) {
        BlockRows blocks = new BlockRows(rows, sparse);
        double[] scratch = new double[sparse ? 0 : Block.SIZE * origin.length];
        MergeTree<ColumnStatistics> tree = new MergeTree<>(shards.count());
        for (int shard = firstShard(task); shard < firstShard(task + 1); shard++) {
            ColumnStatistics sum = new ColumnStatistics(origin);
            for (long b = shards.firstBlock(shard); b < shards.firstBlock(shard + 1); b++) {
                Chunk block = blocks.next();
                sum.add(new ChunkExamples(block), 0, block.rows(), scratch);
            }
            tree.complete(shard, sum);
        }
        return Merged.of(tree);
    }

    /** The blocks of a task's shards, one shard after another as they are asked for. */
    Iterator<ShardBlocks> blocks(int task, Iterator<RowRange> rows, BlockWriter writer) {
        BlockRows blocks = new BlockRows(rows, sparse);
        return IntStream.range(firstShard(task), firstShard(task + 1))
                .mapToObj(shard -> blocks(shard, blocks, writer))
                .iterator();
    }

    private ShardBlocks blocks(int shard, BlockRows rows, BlockWriter writer) {
        long first = shards.firstBlock(shard);
        Block[] blocks = new Block[(int) (shards.firstBlock(shard + 1) - first)];
        List<Chunk> chunks = new ArrayList<>();
        for (int b = 0; b < blocks.length; b++) {
            Chunk chunk = rows.next();
            blocks[b] = writer.block(new ChunkExamples(chunk), 0, chunk.rows());
            chunks.add(chunk.labelsOnly());
        }
        return new ShardBlocks(shard, first, blocks, Labels.of(chunks));
    }
}
