package dev.odds.spark.sums;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.odds.design.Block;
import java.io.Serializable;

/**
 * What is stored of a shard.
 *
 * @param shard its number
 * @param firstBlock the number of its first block among all
 * @param blocks its examples
 * @param labels their response
 */
@DefaultSerializer(JavaSerializer.class)
public record ShardBlocks(int shard, long firstBlock, Block[] blocks, Labels labels) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The first of its blocks that is in a sample of every {@code spacing}-th of all. */
    int firstOf(int spacing) {
        return (int) ((spacing - firstBlock % spacing) % spacing);
    }

    /** The number of the first example among all. */
    long firstExample() {
        return firstBlock * Block.SIZE;
    }
}
