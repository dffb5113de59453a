package dev.odds.spark.sums;

import dev.odds.design.Block;
import dev.odds.design.Response;
import dev.odds.design.Shards;
import dev.odds.design.Slice;
import java.util.BitSet;
import org.apache.spark.api.java.JavaRDD;

/** The response where the blocks are: here are its totals, and what of it does not count. */
public final class SparkResponse implements Response {
    private static final long serialVersionUID = 1L;

    /** Null where the response has travelled to its blocks. */
    private final transient JavaRDD<ShardBlocks> stored;

    private final long examples;
    private final double successes;
    private final double failures;
    private final boolean full;
    private final boolean offset;
    private final BitSet absent;

    /**
     * Of blocks.
     *
     * @param totals of the examples that count
     * @param offset whether offsets count
     * @param absent examples that do not count, or null
     */
    public SparkResponse(JavaRDD<ShardBlocks> stored, long examples, Totals totals, boolean offset, BitSet absent) {
        this(stored, examples, totals.successes(), totals.failures(), totals.isFull(), offset, absent);
    }

    private SparkResponse(
            JavaRDD<ShardBlocks> stored,
            long examples,
            double successes,
            double failures,
            boolean full,
            boolean offset,
            BitSet absent) {
        this.stored = stored;
        this.examples = examples;
        this.successes = successes;
        this.failures = failures;
        this.full = full;
        this.offset = offset;
        this.absent = absent;
    }

    /** The response of one block of a shard, where it is stored. */
    public Slice of(ShardBlocks shard, int block) {
        int from = block * Block.SIZE;
        int count = shard.blocks()[block].examples();
        Slice y = shard.labels().slice(from, count);
        if (absent != null) {
            int first = Math.toIntExact(shard.firstExample() + from);
            for (int i = absent.nextSetBit(first); i >= 0 && i < first + count; i = absent.nextSetBit(i + 1)) {
                y.success()[i - first] = 0;
                y.failure()[i - first] = 0;
            }
        }
        return offset ? y : new Slice(y.success(), y.failure(), null, 0, count);
    }

    @Override
    public long examples() {
        return examples;
    }

    @Override
    public Slice slice(long first, int count) {
        throw new IllegalStateException("the labels are with the blocks");
    }

    @Override
    public double successes() {
        return successes;
    }

    @Override
    public double failures() {
        return failures;
    }

    @Override
    public boolean isKnownFull() {
        return full;
    }

    @Override
    public boolean hasOffset() {
        return offset;
    }

    @Override
    public SparkResponse withoutOffset() {
        return new SparkResponse(stored, examples, successes, failures, full, false, absent);
    }

    /** One reading of the labels. */
    @Override
    public SparkResponse without(BitSet more) {
        BitSet all = (BitSet) more.clone();
        if (absent != null) {
            all.or(absent);
        }
        return new SparkResponse(stored, examples, new Totals(), offset, all).counted(1);
    }

    /** One reading of the labels. */
    @Override
    public SparkResponse every(int spacing) {
        return counted(spacing);
    }

    /** With the totals of every {@code spacing}-th block. */
    private SparkResponse counted(int spacing) {
        SparkResponse sent = travelling();
        Totals totals = Jobs.each(stored, (p, shards) -> Totals.of(shards, sent, spacing)).stream()
                .reduce(new Totals(), Totals::plus);
        long count = Shards.sampled(examples, spacing);
        return new SparkResponse(stored, count, totals, offset, absent);
    }

    /** What executors need of it. */
    SparkResponse travelling() {
        return new SparkResponse(null, examples, successes, failures, full, offset, absent);
    }
}
