package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.kernel.Cholesky;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Squared lengths q_i = x~_i^T A^-1 x~_i of examples, for A = L L^T over some of the variables: the squares of L^-1 x~_i summed. The rows
 * of L^-1 are k outputs of one reading, so that a length costs k products with the stored entries of an example.
 *
 * @param rows k x stride: L^-1 over all variables, 0 where not kept; held, not copied
 * @param order k
 * @param features d; the stride is d + 1 and the bias last
 */
public record Lengths(double[] rows, int order, int features) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * From a factor. O(k^3 / 3) and k (d + 1) doubles.
     *
     * @param factor L, packed, over the variables kept; not modified
     * @param kept the variables, increasing: feature j, or d for the bias; not modified
     */
    public static Lengths of(double[] factor, int[] kept, int features) {
        int k = kept.length;
        int stride = features + 1;
        double[] rows = new double[Math.multiplyExact(k, stride)];
        double[] column = new double[k];
        for (int j = 0; j < k; j++) {
            Arrays.fill(column, 0);
            column[j] = 1;
            Cholesky.forward(factor, j, k, column);
            for (int r = j; r < k; r++) {
                rows[r * stride + kept[j]] = column[r];
            }
        }
        return new Lengths(rows, k, features);
    }

    /** How many doubles {@link #of(Block, int, int, double[], double[])} writes over for {@code count} examples. */
    public int scratch(int count) {
        return order * count;
    }

    /**
     * The lengths of examples [from, to) of a block.
     *
     * @param scratch written over
     * @param into overwritten from 0 on
     */
    public void of(Block block, int from, int to, double[] scratch, double[] into) {
        int count = to - from;
        block.logits(from, to, rows, features + 1, order, scratch);
        Arrays.fill(into, 0, count, 0);
        for (int r = 0; r < order; r++) {
            double bias = rows[r * (features + 1) + features];
            for (int i = 0; i < count; i++) {
                double part = scratch[r * count + i] + bias;
                into[i] = Math.fma(part, part, into[i]);
            }
        }
    }
}
