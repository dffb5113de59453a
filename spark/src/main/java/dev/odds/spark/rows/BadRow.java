package dev.odds.spark.rows;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;

/**
 * The row at which the reading of a partition ended. A task does not throw: Spark would repeat it, and only the driver
 * knows how many rows lie before the partition.
 *
 * @param row its number within the partition, from 0
 * @param column the column that is wrong
 * @param feature the number of the feature that is wrong, from 0, or -1 where it is not a single one
 * @param told what was found, what was expected, and what to do
 */
@DefaultSerializer(JavaSerializer.class)
public record BadRow(long row, String column, int feature, String told) implements Rows {
    private static final long serialVersionUID = 1L;
}
