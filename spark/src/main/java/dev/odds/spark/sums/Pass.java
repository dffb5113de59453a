package dev.odds.spark.sums;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.odds.design.Block;
import dev.odds.design.MergeTree;
import dev.odds.design.Response;
import dev.odds.design.Shards;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Sum;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;

/**
 * What one reading of all examples takes to the executors.
 *
 * @param step adds a block
 * @param response of all examples
 * @param zero an empty sum
 * @param shards of the examples
 * @param stored how many entries the whole design stores
 */
@DefaultSerializer(JavaSerializer.class)
record Pass<S extends Sum<S>>(Step<S> step, Response response, Copies<S> zero, Shards shards, long stored)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The sums of a partition's shards, each from its own zero, merged as far as they meet in the tree. */
    ArrayList<Merged<S>> over(Iterator<ShardBlocks> partition) {
        MergeTree<S> tree = new MergeTree<>(shards.count());
        S first = null;
        while (partition.hasNext()) {
            ShardBlocks shard = partition.next();
            S sum = empty(first);
            first = first == null ? sum : first;
            add(shard, sum);
            tree.complete(shard.shard(), sum);
        }
        return Merged.of(tree);
    }

    /** Reading one from bytes takes as long as adding some hundred examples. */
    private S empty(S first) {
        S another = first == null ? null : first.another();
        return another == null ? zero.next() : another;
    }

    private void add(ShardBlocks shard, S sum) {
        for (int b = shard.firstOf(shards.spacing()); b < shard.blocks().length; b += shards.spacing()) {
            step.add(shard.blocks()[b].suited(stored), slice(shard, b), sum);
        }
    }

    private Slice slice(ShardBlocks shard, int block) {
        if (response instanceof SparkResponse there) {
            return there.of(shard, block);
        }
        long place = (shard.firstBlock() + block) / shards.spacing();
        return response.slice(place * Block.SIZE, shard.blocks()[block].examples());
    }
}
