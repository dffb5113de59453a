package dev.odds.spark.sums;

import dev.odds.design.Slice;
import dev.odds.spark.rows.Chunk;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * The response of consecutive examples in little memory.
 *
 * @param labels 0 or 1, one per example
 * @param weights one per example, or null where each is 1
 * @param offsets one per example, or null where each is 0
 */
public record Labels(byte[] labels, double[] weights, double[] offsets) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Those of the rows of chunks, one after another. */
    public static Labels of(List<Chunk> chunks) {
        int count = chunks.stream().mapToInt(Chunk::rows).sum();
        Labels all = new Labels(
                new byte[count],
                chunks.stream().allMatch(c -> c.weights() == null) ? null : filled(count, 1),
                chunks.stream().allMatch(c -> c.offsets() == null) ? null : new double[count]);
        int at = 0;
        for (Chunk chunk : chunks) {
            System.arraycopy(chunk.labels(), 0, all.labels, at, chunk.rows());
            if (chunk.weights() != null) {
                System.arraycopy(chunk.weights(), 0, all.weights, at, chunk.rows());
            }
            if (chunk.offsets() != null) {
                System.arraycopy(chunk.offsets(), 0, all.offsets, at, chunk.rows());
            }
            at += chunk.rows();
        }
        return all;
    }

    private static double[] filled(int count, double value) {
        double[] numbers = new double[count];
        Arrays.fill(numbers, value);
        return numbers;
    }

    /** The number of examples. */
    public int count() {
        return labels.length;
    }

    /** The weight of an example. */
    double weight(int i) {
        return weights == null ? 1 : weights[i];
    }

    /** The response of examples [from, from + count) as blocks are added with it; new arrays but for offsets. */
    public Slice slice(int from, int count) {
        double[] success = new double[count];
        double[] failure = new double[count];
        for (int i = 0; i < count; i++) {
            double w = weight(from + i);
            success[i] = labels[from + i] * w;
            failure[i] = (1 - labels[from + i]) * w;
        }
        return new Slice(
                success, failure, offsets == null ? null : Arrays.copyOfRange(offsets, from, from + count), 0, count);
    }
}
