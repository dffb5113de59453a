package dev.odds.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.odds.design.Slice;
import dev.odds.kernel.ExactSum;
import java.io.Serializable;

/** The summed weights of both labels, without rounding, so that no order of partitions shows. */
@DefaultSerializer(JavaSerializer.class)
final class Totals implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ExactSum successes = new ExactSum();
    private final ExactSum failures = new ExactSum();

    /** Those of a shard as a response counts them. */
    static Totals of(ShardBlocks shard, SparkResponse response) {
        Totals totals = new Totals();
        for (int b = 0; b < shard.blocks().length; b++) {
            Slice y = response.of(shard, b);
            for (int i = 0; i < y.count(); i++) {
                totals.successes.add(y.success()[i]);
                totals.failures.add(y.failure()[i]);
            }
        }
        return totals;
    }

    /** Adds the rows of a chunk. */
    void add(Chunk chunk) {
        for (int i = 0; i < chunk.rows(); i++) {
            double weight = chunk.weights() == null ? 1 : chunk.weights()[i];
            (chunk.labels()[i] == 1 ? successes : failures).add(weight);
        }
    }

    /** Both, in this. */
    Totals plus(Totals other) {
        successes.add(other.successes);
        failures.add(other.failures);
        return this;
    }

    double successes() {
        return successes.value();
    }

    double failures() {
        return failures.value();
    }
}
