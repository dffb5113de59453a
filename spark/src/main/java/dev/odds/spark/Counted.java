package dev.odds.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;

/**
 * What is counted of one partition.
 *
 * @param partition its number
 * @param extent how far it goes
 * @param nonZeros how many numbers of its vectors are not 0
 * @param totals its summed weights
 */
@DefaultSerializer(JavaSerializer.class)
record Counted(int partition, Extent extent, long nonZeros, Totals totals) implements Serializable {
    private static final long serialVersionUID = 1L;
}
