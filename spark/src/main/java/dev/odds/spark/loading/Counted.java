package dev.odds.spark.loading;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.odds.spark.rows.Extent;
import dev.odds.spark.sums.Totals;
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
