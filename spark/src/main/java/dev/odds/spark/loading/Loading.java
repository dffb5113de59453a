package dev.odds.spark.loading;

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
import dev.odds.spark.rows.Chunk;
import dev.odds.spark.rows.ChunkExamples;
import dev.odds.spark.rows.ChunkWriter;
import dev.odds.spark.rows.DataColumns;
import dev.odds.spark.rows.Refusal;
import dev.odds.spark.rows.Rows;
import dev.odds.spark.sums.Jobs;
import dev.odds.spark.sums.Labels;
import dev.odds.spark.sums.ShardBlocks;
import dev.odds.spark.sums.SparkDesign;
import dev.odds.spark.sums.SparkResponse;
import dev.odds.spark.sums.Totals;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;

/**
 * Stores the rows of a dataset in two readings: one counts them and takes the statistics of columns, one writes blocks. All that decides
 * bits follows the core's builder of designs; where statistics hang on the order of summation, a third reading takes them in that order.
 */
final class Loading {
    /** Bytes of blocks that one partition holds, about, where there are more than cores hold. */
    private static final long PARTITION = 1L << 28;

    private final JavaRDD<Rows> rows;
    private final Storage storage;
    private final boolean offset;
    private final IntFunction<String> names;
    private final Preview preview;
    private final ColumnStatistics statistics;
    private final long[] starts;
    private final long examples;
    private final int features;
    private final Totals totals;
    private final boolean sparse;
    private final long stored;

    /**
     * Reads and counts.
     *
     * @throws dev.odds.table.InputException if a row cannot be used
     */
    Loading(JavaRDD<Rows> rows, Storage storage, DataColumns columns, List<String> names) {
        this.rows = rows;
        this.storage = storage;
        this.offset = columns.offset() != null;
        this.preview = Preview.of(rows);
        Survey survey = Survey.of(rows, preview);
        List<Counted> partitions = survey.partitions();
        new Refusal(columns, names)
                .check(partitions.stream().map(Counted::extent).toList());
        this.statistics = survey.statistics();
        this.starts = starts(partitions);
        this.examples = starts[partitions.size()];
        this.features = preview.origin().length;
        this.names = j -> names == null || names.size() != features ? "feature " + (j + 1) : names.get(j);
        this.totals = partitions.stream().map(Counted::totals).reduce(new Totals(), Totals::plus);
        long nonZeros = partitions.stream().mapToLong(Counted::nonZeros).sum();
        long cells = Math.multiplyExact(examples, features);
        this.sparse = Examples.suitSparse(nonZeros, cells, features);
        this.stored = sparse ? nonZeros : cells;
    }

    private static long[] starts(List<Counted> partitions) {
        long[] starts = new long[partitions.size() + 1];
        for (int p = 0; p < partitions.size(); p++) {
            starts[p + 1] = starts[p] + partitions.get(p).extent().rows();
        }
        return starts;
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

    /** Where few partitions hold most rows their rows are kept until the blocks are written, since several tasks read each. */
    private ClusterData onExecutors() {
        Shards shards = Shards.of(examples, features, stored);
        int tasks = tasks(shards);
        ShardTasks near = ShardTasks.near(shards, starts, tasks, sparse);
        boolean skewed = 2L * near.longest() * tasks > 3L * (shards.count() + tasks);
        if (!skewed) {
            return onExecutors(shards, of -> ShardTasks.near(of, starts, tasks, sparse));
        }
        rows.persist(StorageLevel.MEMORY_AND_DISK());
        try {
            return onExecutors(shards, of -> ShardTasks.even(of, tasks, sparse));
        } finally {
            Jobs.surely(() -> rows.unpersist(false));
        }
    }

    private ClusterData onExecutors(Shards shards, Function<Shards, ShardTasks> placed) {
        boolean settled = sparse == preview.sparse() && statistics.isCertain();
        ColumnStatistics known = settled ? statistics : statisticsInOrder(placed);
        Scaling scaling = builder().scaling(known, names);
        double[] largest = builder().largest(known, scaling, !sparse);
        StoredBlocks kept = blocks(placed.apply(shards), new BlockWriter(scaling, storage.float32()));
        JavaRDD<ShardBlocks> blocks = kept.toJavaRDD();
        SparkDesign design = new SparkDesign(blocks, shards, stored, scaling, largest);
        return new ClusterData(design, new SparkResponse(blocks, examples, totals, offset, null), kept);
    }

    private ColumnStatistics statisticsInOrder(Function<Shards, ShardTasks> placed) {
        Shards pieces = Shards.ofReading(examples, features);
        ShardTasks tasks = placed.apply(pieces);
        double[] origin = preview.origin();
        MergeTree<ColumnStatistics> tree = new MergeTree<>(pieces.count());
        Jobs.each(aligned(tasks), (t, some) -> tasks.statistics(t, some, origin)).stream()
                .flatMap(List::stream)
                .forEach(sum -> tree.complete(sum.part()));
        return tree.result();
    }

    /** Written at once, and compared with what was counted. */
    private StoredBlocks blocks(ShardTasks tasks, BlockWriter writer) {
        long entries = stored;
        JavaRDD<ShardBlocks> made =
                aligned(tasks).mapPartitionsWithIndex((t, some) -> tasks.blocks(t, some, writer, entries), true);
        StoredBlocks blocks = new StoredBlocks(made.rdd(), rows.rdd());
        try {
            Totals written = Jobs.each(blocks.toJavaRDD(), (t, shards) -> Totals.of(shards)).stream()
                    .reduce(new Totals(), Totals::plus);
            RangeIterator.check(written.successes() == totals.successes() && written.failures() == totals.failures());
        } catch (Throwable failure) {
            blocks.close();
            throw failure;
        }
        return blocks;
    }

    private JavaRDD<RowRange> aligned(ShardTasks tasks) {
        return new AlignedRows(rows.rdd(), tasks.alignment(starts)).toJavaRDD();
    }

    /** A task for each core, or as many times more as keep its blocks small; which changes no bit. */
    private int tasks(Shards shards) {
        int cores = rows.context().defaultParallelism();
        long rounds = 1 + stored * Double.BYTES / (PARTITION * cores);
        return (int) Math.max(1, Math.min(shards.count(), rounds * cores));
    }
}
