package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.kernel.Cholesky;
import dev.odds.kernel.DenseKernel;
import java.io.Serializable;

/**
 * Squared lengths q_i = x~_i^T A^-1 x~_i of examples, for A = L L^T over some of the variables: the squares of L^-1 x~_i summed. The rows
 * of L^-1 are outputs of one reading, some at a time, so that a length costs k products with the stored entries of an example.
 *
 * @param rows L^-1 over all d features and, last, the bias, 0 where not kept: {@value #TOGETHER} rows in each array, fewer in the last;
 *     held, not copied
 * @param features d
 */
public record Lengths(double[][] rows, int features) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int TOGETHER = 64;
    /** Numbers of dense examples that stay in a cache of the second level. */
    private static final int CELLS = 1 << 15;

    /**
     * From a factor. O(k^3 / 6) and k (d + 1) doubles.
     *
     * @param factor L, packed, over the variables kept; not modified
     * @param kept the variables, increasing: feature j, or d for the bias; not modified
     */
    public static Lengths of(double[] factor, int[] kept, int features) {
        int k = kept.length;
        double[] inverse = new double[factor.length];
        double[][] rows = new double[(k + TOGETHER - 1) / TOGETHER][];
        for (int g = 0; g < rows.length; g++) {
            rows[g] = new double[Math.min(TOGETHER, k - g * TOGETHER) * (features + 1)];
        }
        for (int i = 0; i < k; i++) {
            int row = Cholesky.row(i);
            inverse[row + i] = 1;
            for (int j = 0; j < i; j++) {
                DenseKernel.add(inverse, Cholesky.row(j), -factor[row + j], inverse, row, j + 1);
            }
            for (int j = 0; j <= i; j++) {
                inverse[row + j] /= factor[row + i];
                rows[i / TOGETHER][i % TOGETHER * (features + 1) + kept[j]] = inverse[row + j];
            }
        }
        return new Lengths(rows, features);
    }

    /** The lengths of the examples of a block, some at a time, so that they stay in cache for all rows; a new array. */
    public double[] of(Block block) {
        int n = block.examples();
        int run = Math.max(16, Math.min(n, CELLS / features));
        double[] lengths = new double[n];
        double[] z = new double[TOGETHER * run];
        for (double[] some : rows) {
            for (int from = 0; from < n; from += run) {
                add(block, some, from, Math.min(from + run, n), z, lengths);
            }
        }
        return lengths;
    }

    private void add(Block block, double[] some, int from, int to, double[] z, double[] lengths) {
        int stride = features + 1;
        int outputs = some.length / stride;
        int count = to - from;
        block.logits(from, to, some, stride, outputs, z);
        for (int r = 0; r < outputs; r++) {
            double bias = some[r * stride + features];
            for (int i = 0; i < count; i++) {
                double part = z[r * count + i] + bias;
                lengths[from + i] = Math.fma(part, part, lengths[from + i]);
            }
        }
    }
}
