package dev.odds.kernel;

/**
 * Loops over dense examples of at most {@value #WIDEST} features: the sums of {@link Lanes} and {@link DenseKernel} in the same order,
 * bit for bit, but held in registers over all examples, where a loop over so few features spends its time on starting and ending.
 */
public final class Narrow {
    /** The most features. */
    public static final int WIDEST = 8;

    private Narrow() {}

    /**
     * z = theta^T X. The products are folded as 16 lanes would be of which eight hold +0: that makes a sum of zeros +0.
     *
     * @param x examples of d numbers, one after another from {@code at} on; not modified
     * @param theta d numbers from {@code from} on; not modified
     * @param z overwritten: {@code count} numbers from {@code to} on
     */
    public static void logits(double[] x, int at, int d, int count, double[] theta, int from, double[] z, int to) {
        double v0 = coefficient(theta, from, d, 0);
        double v1 = coefficient(theta, from, d, 1);
        double v2 = coefficient(theta, from, d, 2);
        double v3 = coefficient(theta, from, d, 3);
        double v4 = coefficient(theta, from, d, 4);
        double v5 = coefficient(theta, from, d, 5);
        double v6 = coefficient(theta, from, d, 6);
        double v7 = coefficient(theta, from, d, 7);
        int i = 0;
        for (int p = at; i < count && p + WIDEST <= x.length; i++, p += d) {
            double even = (x[p] * v0 + x[p + 4] * v4) + (x[p + 2] * v2 + x[p + 6] * v6);
            double odd = (x[p + 1] * v1 + x[p + 5] * v5) + (x[p + 3] * v3 + x[p + 7] * v7);
            z[to + i] = even + odd + 0.0;
        }
        for (; i < count; i++) {
            z[to + i] = Lanes.dot(x, at + i * d, theta, from, d);
        }
    }

    /** theta_j, 0 beyond the last. */
    private static double coefficient(double[] theta, int from, int d, int j) {
        return j < d ? theta[from + j] : 0;
    }

    /**
     * into += X r^T, each feature fused, in the order of the examples.
     *
     * @param x examples of d numbers, one after another from {@code at} on; not modified
     * @param r {@code count} numbers from {@code from} on; not modified
     * @param into modified: d numbers from {@code to} on
     */
    public static void accumulate(double[] x, int at, int d, int count, double[] r, int from, double[] into, int to) {
        int j = 0;
        for (; j + 4 <= d; j += 4) {
            double a0 = into[to + j];
            double a1 = into[to + j + 1];
            double a2 = into[to + j + 2];
            double a3 = into[to + j + 3];
            int p = at + j;
            for (int i = 0; i < count; i++, p += d) {
                double t = r[from + i];
                a0 = Math.fma(x[p], t, a0);
                a1 = Math.fma(x[p + 1], t, a1);
                a2 = Math.fma(x[p + 2], t, a2);
                a3 = Math.fma(x[p + 3], t, a3);
            }
            into[to + j] = a0;
            into[to + j + 1] = a1;
            into[to + j + 2] = a2;
            into[to + j + 3] = a3;
        }
        for (; j < d; j++) {
            double a = into[to + j];
            for (int i = 0; i < count; i++) {
                a = Math.fma(x[at + i * d + j], r[from + i], a);
            }
            into[to + j] = a;
        }
    }

    /**
     * packed += X diag(w) X^T, lower half, as {@link Loops#gram}: two rows by four columns at a time.
     *
     * @param x count x d, example after example; not modified
     * @param w one weight per example; not modified
     * @param packed modified: row j starts at j (j + 1) / 2
     */
    public static void gram(double[] x, int d, int count, double[] w, double[] packed) {
        for (int j = 0; j < d; j += 2) {
            int last = Math.min(j + 1, d - 1);
            for (int k = 0; k <= last; k += 4) {
                tile(x, d, count, w, packed, j, last, k);
            }
        }
    }

    /** Rows j and l, columns k to k + 3; what lies beyond the last feature is the last again, and left out. */
    private static void tile(double[] x, int d, int count, double[] w, double[] packed, int j, int l, int k) {
        int k1 = Math.min(k + 1, d - 1);
        int k2 = Math.min(k + 2, d - 1);
        int k3 = Math.min(k + 3, d - 1);
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double b0 = 0;
        double b1 = 0;
        double b2 = 0;
        double b3 = 0;
        for (int i = 0, p = 0; i < count; i++, p += d) {
            double t = w[i] * x[p + j];
            double u = w[i] * x[p + l];
            a0 = Math.fma(t, x[p + k], a0);
            a1 = Math.fma(t, x[p + k1], a1);
            a2 = Math.fma(t, x[p + k2], a2);
            a3 = Math.fma(t, x[p + k3], a3);
            b0 = Math.fma(u, x[p + k], b0);
            b1 = Math.fma(u, x[p + k1], b1);
            b2 = Math.fma(u, x[p + k2], b2);
            b3 = Math.fma(u, x[p + k3], b3);
        }
        add(packed, j, k, a0, a1, a2, a3);
        if (l > j) {
            add(packed, l, k, b0, b1, b2, b3);
        }
    }

    /** Adds to row j, columns k to k + 3, but for those above the diagonal. */
    private static void add(double[] packed, int j, int k, double a0, double a1, double a2, double a3) {
        int at = Cholesky.row(j) + k;
        int count = j - k + 1;
        if (count > 0) {
            packed[at] += a0;
        }
        if (count > 1) {
            packed[at + 1] += a1;
        }
        if (count > 2) {
            packed[at + 2] += a2;
        }
        if (count > 3) {
            packed[at + 3] += a3;
        }
    }
}
