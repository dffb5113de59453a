package dev.odds.kernel;

import java.util.Arrays;

/** Sums over dense examples, stored example after example. */
public final class DenseKernel {
    private DenseKernel() {}

    /** into[to + j] += r x[at + j], fused, for j below {@code length}. */
    public static void add(double[] x, int at, double r, double[] into, int to, int length) {
        for (int j = 0; j < length; j++) {
            into[to + j] = Math.fma(x[at + j], r, into[to + j]);
        }
    }

    /** As above from float32. */
    public static void add(float[] x, int at, double r, double[] into, int to, int length) {
        for (int j = 0; j < length; j++) {
            into[to + j] = Math.fma(x[at + j], r, into[to + j]);
        }
    }

    /**
     * packed += X diag(w) X^T, lower half, where entry (j, k) sums w_i x_ij x_ik over the block in the order of its examples,
     * from zero, and is then added. O(count d^2 / 2).
     *
     * @param x count x d, example after example; not modified
     * @param w one weight per example; not modified
     * @param packed modified: row j starts at j (j + 1) / 2
     */
    public static void gram(double[] x, int d, int count, double[] w, double[] packed) {
        double[] row = new double[d];
        for (int j = 0; j < d; j++) {
            Arrays.fill(row, 0, j + 1, 0);
            gramRow(x, d, count, w, j, row);
            int start = (int) ((long) j * (j + 1) / 2);
            for (int k = 0; k <= j; k++) {
                packed[start + k] += row[k];
            }
        }
    }

    /** Four examples at a time, added in order: the row stays in registers four times as long. */
    private static void gramRow(double[] x, int d, int count, double[] w, int j, double[] row) {
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            int at = i * d;
            double t0 = w[i] * x[at + j];
            double t1 = w[i + 1] * x[at + d + j];
            double t2 = w[i + 2] * x[at + 2 * d + j];
            double t3 = w[i + 3] * x[at + 3 * d + j];
            for (int k = 0; k <= j; k++) {
                double sum = Math.fma(t0, x[at + k], row[k]);
                sum = Math.fma(t1, x[at + d + k], sum);
                sum = Math.fma(t2, x[at + 2 * d + k], sum);
                row[k] = Math.fma(t3, x[at + 3 * d + k], sum);
            }
        }
        for (; i < count; i++) {
            add(x, i * d, w[i] * x[i * d + j], row, 0, j + 1);
        }
    }
}
