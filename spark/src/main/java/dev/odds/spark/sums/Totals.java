package dev.odds.spark.sums;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.odds.design.Slice;
import dev.odds.kernel.ExactSum;
import dev.odds.spark.rows.Chunk;
import java.io.Serializable;
import java.util.Iterator;

/** The summed weights of both labels, without rounding, so that no order of partitions shows. */
@DefaultSerializer(JavaSerializer.class)
public final class Totals implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ExactSum successes = new ExactSum();
    private final ExactSum failures = new ExactSum();
    private long weightless;

    /** Those of shards, all together. */
    public static Totals of(Iterator<ShardBlocks> shards) {
        Totals totals = new Totals();
        shards.forEachRemaining(
                shard -> totals.add(shard.labels(), shard.labels().count()));
        return totals;
    }

    /** Those of every {@code spacing}-th of all blocks as a response counts them, all together. */
    public static Totals of(Iterator<ShardBlocks> shards, SparkResponse response, int spacing) {
        Totals totals = new Totals();
        while (shards.hasNext()) {
            ShardBlocks shard = shards.next();
            for (int b = shard.firstOf(spacing); b < shard.blocks().length; b += spacing) {
                totals.add(response.of(shard, b));
            }
        }
        return totals;
    }

    private void add(Slice y) {
        for (int i = 0; i < y.count(); i++) {
            successes.add(y.success()[y.from() + i]);
            failures.add(y.failure()[y.from() + i]);
            weightless += y.isAbsent(i, i + 1) ? 1 : 0;
        }
    }

    private void add(Labels labels, int count) {
        for (int i = 0; i < count; i++) {
            double weight = labels.weight(i);
            (labels.labels()[i] == 1 ? successes : failures).add(weight);
            weightless += weight == 0 ? 1 : 0;
        }
    }

    /** Adds the rows of a chunk. */
    public void add(Chunk chunk) {
        add(new Labels(chunk.labels(), chunk.weights(), chunk.offsets()), chunk.rows());
    }

    /** Both, in this. */
    public Totals plus(Totals other) {
        successes.add(other.successes);
        failures.add(other.failures);
        weightless += other.weightless;
        return this;
    }

    public double successes() {
        return successes.value();
    }

    public double failures() {
        return failures.value();
    }

    /** Whether each example has weight. */
    public boolean isFull() {
        return weightless == 0;
    }
}
