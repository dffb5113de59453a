package dev.odds.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Slice;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The response of a block that is in a sample, on its way to the driver.
 *
 * @param success w1
 * @param failure w0
 * @param offset or null
 */
@DefaultSerializer(JavaSerializer.class)
record SampledLabels(double[] success, double[] failure, double[] offset) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Those of every {@code spacing}-th of all blocks in a shard. */
    static Iterator<SampledLabels> of(ShardBlocks shard, int spacing, SparkResponse response) {
        List<SampledLabels> some = new ArrayList<>();
        for (int b = 0; b < shard.blocks().length; b++) {
            if ((shard.firstBlock() + b) % spacing == 0) {
                Slice y = response.of(shard, b);
                some.add(new SampledLabels(y.success(), y.failure(), y.offset()));
            }
        }
        return some.iterator();
    }

    /** All of them in their order. */
    static ArrayResponse joined(List<SampledLabels> blocks, boolean offset) {
        int n = blocks.stream().mapToInt(b -> b.success.length).sum();
        double[] success = new double[n];
        double[] failure = new double[n];
        double[] offsets = offset ? new double[n] : null;
        int at = 0;
        for (SampledLabels block : blocks) {
            int count = block.success.length;
            System.arraycopy(block.success, 0, success, at, count);
            System.arraycopy(block.failure, 0, failure, at, count);
            if (offset && block.offset != null) {
                System.arraycopy(block.offset, 0, offsets, at, count);
            }
            at += count;
        }
        return ArrayResponse.weighted(success, failure, offsets);
    }
}
