package dev.odds.spark;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.BlockWriter;
import dev.odds.design.ColumnStatistics;
import dev.odds.design.DesignBuilder;
import dev.odds.design.Examples;
import dev.odds.design.MemoryDesign;
import dev.odds.design.MergeTree;
import dev.odds.design.Scaling;
import dev.odds.design.Shards;
import dev.odds.design.Slice;
import dev.odds.design.Workers;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;

/**
 * Stores the rows of a dataset in three jobs: one reads and counts them, one takes the statistics of columns, one writes blocks. All
 * follow the core's builder of designs in every order of summation, so that the design has the same bits.
 */
final class Loading {
    /** Bytes of blocks that one partition at most should hold. */
    private static final long PARTITION = 1L << 25;

    private final JavaRDD<Rows> rows;
    private final Storage storage;
    private final boolean offset;
    private final IntFunction<String> names;
    private final List<Counted> partitions;
    private final long examples;
    private final int features;
    private final Totals totals;
    private final boolean sparse;
    private final long stored;

    /**
     * Reads and counts.
     *
     * @param rows persisted
     * @throws dev.odds.table.InputException if a row cannot be used
     */
    Loading(JavaRDD<Rows> rows, Storage storage, DataColumns columns, List<String> names) {
        this.rows = rows;
        this.storage = storage;
        this.offset = columns.offset() != null;
        this.partitions =
                Jobs.run(rows.context(), () -> rows.mapPartitions(Counted::of).collect());
        new Refusal(columns, names)
                .check(partitions.stream().map(Counted::extent).toList());
        this.examples = partitions.stream().mapToLong(p -> p.extent().rows()).sum();
        this.features = first().features();
        this.names = j -> names == null || names.size() != features ? "feature " + (j + 1) : names.get(j);
        this.totals = partitions.stream().map(Counted::totals).reduce(new Totals(), Totals::plus);
        long nonZeros = partitions.stream().mapToLong(Counted::nonZeros).sum();
        long cells = Math.multiplyExact(examples, features);
        this.sparse = Examples.suitSparse(nonZeros, cells, features);
        this.stored = sparse ? nonZeros : cells;
    }

    private Chunk first() {
        return partitions.stream()
                .map(Counted::first)
                .filter(chunk -> chunk != null)
                .findFirst()
                .orElseThrow();
    }

    ClusterData load() {
        return examples <= Block.SIZE ? onDriver() : onExecutors();
    }

    /** A single block, for which no job is worth its while. */
    private ClusterData onDriver() {
        ChunkWriter writer = new ChunkWriter(sparse);
        for (Rows read : Jobs.run(rows.context(), rows::collect)) {
            Chunk chunk = (Chunk) read;
            writer.add(chunk, 0, chunk.rows());
        }
        Chunk all = writer.chunk();
        MemoryDesign design = builder().build(new ChunkExamples(all), names);
        Labels labels = Labels.of(List.of(all));
        Slice y = labels.slice(0, all.rows());
        return new ClusterData(
                design, ArrayResponse.weighted(y.success(), y.failure(), offset ? y.offset() : null), null);
    }

    private DesignBuilder builder() {
        return new DesignBuilder(storage.center(), storage.float32(), Workers.of(1));
    }

    private ClusterData onExecutors() {
        ColumnStatistics statistics = statistics();
        Scaling scaling = builder().scaling(statistics, names);
        double[] largest = builder().largest(statistics, scaling, !sparse);
        Shards shards = Shards.of(examples, features, stored);
        JavaRDD<ShardBlocks> blocks = blocks(shards, new BlockWriter(scaling, storage.float32()));
        SparkDesign design = new SparkDesign(blocks, shards, stored, scaling, largest, storage.depth());
        SparkResponse response =
                new SparkResponse(blocks, examples, totals.successes(), totals.failures(), offset, null);
        return new ClusterData(design, response, blocks);
    }

    private ColumnStatistics statistics() {
        Shards pieces = Shards.ofReading(examples, features);
        ShardTasks tasks = new ShardTasks(pieces, tasks(pieces), sparse);
        double[] origin = ColumnStatistics.origin(new ChunkExamples(first()));
        MergeTree<ColumnStatistics> tree = new MergeTree<>(pieces.count());
        Jobs.run(
                        rows.context(),
                        () -> aligned(tasks)
                                .mapPartitionsWithIndex((t, some) -> tasks.statistics(t, some, origin), true)
                                .collect())
                .forEach(sum -> tree.complete(sum.part()));
        return tree.result();
    }

    /** Written at once, so that what was read can be freed. */
    private JavaRDD<ShardBlocks> blocks(Shards shards, BlockWriter writer) {
        ShardTasks tasks = new ShardTasks(shards, tasks(shards), sparse);
        JavaRDD<ShardBlocks> blocks = aligned(tasks)
                .mapPartitionsWithIndex((t, some) -> tasks.blocks(t, some, writer), true)
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Jobs.run(rows.context(), blocks::count);
        } catch (Throwable failure) {
            blocks.unpersist(false);
            throw failure;
        }
        return blocks;
    }

    private JavaRDD<RowRange> aligned(ShardTasks tasks) {
        long[] starts = new long[partitions.size() + 1];
        for (int p = 0; p < partitions.size(); p++) {
            starts[p + 1] = starts[p] + partitions.get(p).extent().rows();
        }
        return new AlignedRows(rows.rdd(), tasks.alignment(starts)).toJavaRDD();
    }

    /** As many tasks as cores, or as partitions that were read where these are large; which changes no bit. */
    private int tasks(Shards shards) {
        long large = Math.min(partitions.size(), stored * Double.BYTES / PARTITION);
        long wanted = Math.max(rows.context().defaultParallelism(), large);
        return (int) Math.max(1, Math.min(shards.count(), wanted));
    }
}
