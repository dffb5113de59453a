package dev.odds.spark.sums;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Bytes on their way to the tasks of a job: with its code, which is sent once to each executor anyhow, or by themselves where they are
 * many.
 */
@DefaultSerializer(JavaSerializer.class)
final class Cargo implements Serializable, AutoCloseable {
    private static final long serialVersionUID = 1L;

    /** Spark warns of code with much more. */
    private static final int FEW = 1 << 17;

    private final byte[] few;
    private final Broadcast<byte[]> many;

    /** Held, not copied. */
    Cargo(SparkContext context, byte[] bytes) {
        boolean alone = bytes.length > FEW;
        few = alone ? null : bytes;
        many = alone ? JavaSparkContext.fromSparkContext(context).broadcast(bytes) : null;
    }

    /** Where they arrived. */
    byte[] bytes() {
        return few == null ? many.value() : few;
    }

    /** Frees what executors hold of them. */
    @Override
    public void close() {
        if (many != null) {
            Jobs.surely(many::destroy);
        }
    }
}
