package dev.odds.spark.rows;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.odds.table.SparseRows;

/**
 * Consecutive examples of one partition as they came, unscaled and compact: dense or sparse by what takes less.
 *
 * @param features d
 * @param rows how many examples, at least one
 * @param dense example after example, rows x d, or null
 * @param sparse the stored entries, none of them 0, or null; one of the two is there
 * @param labels 0 or 1, one per example
 * @param weights one per example, or null where each is 1
 * @param offsets one per example, or null where no column holds them
 */
@DefaultSerializer(JavaSerializer.class)
public record Chunk(
        int features, int rows, double[] dense, SparseRows sparse, byte[] labels, double[] weights, double[] offsets)
        implements Rows {
    private static final long serialVersionUID = 1L;

    /** The same without its features. */
    public Chunk labelsOnly() {
        return new Chunk(features, rows, null, null, labels, weights, offsets);
    }

    /** How many numbers of its vectors are not 0. */
    public long nonZeros() {
        if (sparse != null) {
            return sparse.starts()[rows] - sparse.starts()[0];
        }
        long count = 0;
        for (double x : dense) {
            count += x == 0 ? 0 : 1;
        }
        return count;
    }
}
