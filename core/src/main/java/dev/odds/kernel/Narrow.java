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

    /** The number of feature j, 0 beyond the last. */
    private static double coefficient(double[] theta, int from, int d, int j) {
        return j < d ? theta[from + j] : 0;
    }

    /**
     * into += X r^T, each feature fused, in the order of the examples. Beyond the last feature the numbers of the next example are summed,
     * for nothing: with fixed distances two checks of the bounds serve all eight.
     *
     * @param x examples of d numbers, one after another from {@code at} on; not modified
     * @param r {@code count} numbers from {@code from} on; not modified
     * @param into modified: d numbers from {@code to} on
     */
    public static void accumulate(double[] x, int at, int d, int count, double[] r, int from, double[] into, int to) {
        double a0 = coefficient(into, to, d, 0);
        double a1 = coefficient(into, to, d, 1);
        double a2 = coefficient(into, to, d, 2);
        double a3 = coefficient(into, to, d, 3);
        double a4 = coefficient(into, to, d, 4);
        double a5 = coefficient(into, to, d, 5);
        double a6 = coefficient(into, to, d, 6);
        double a7 = coefficient(into, to, d, 7);
        int i = 0;
        for (int p = at; i < count && p + WIDEST <= x.length; i++, p += d) {
            double t = r[from + i];
            a0 = Math.fma(x[p], t, a0);
            a1 = Math.fma(x[p + 1], t, a1);
            a2 = Math.fma(x[p + 2], t, a2);
            a3 = Math.fma(x[p + 3], t, a3);
            a4 = Math.fma(x[p + 4], t, a4);
            a5 = Math.fma(x[p + 5], t, a5);
            a6 = Math.fma(x[p + 6], t, a6);
            a7 = Math.fma(x[p + 7], t, a7);
        }
        set(into, to, d, 0, a0);
        set(into, to, d, 1, a1);
        set(into, to, d, 2, a2);
        set(into, to, d, 3, a3);
        set(into, to, d, 4, a4);
        set(into, to, d, 5, a5);
        set(into, to, d, 6, a6);
        set(into, to, d, 7, a7);
        for (; i < count; i++) {
            DenseKernel.add(x, at + i * d, r[from + i], into, to, d);
        }
    }

    /** Sets the sum of feature j, if there is one. */
    private static void set(double[] into, int to, int d, int j, double sum) {
        if (j < d) {
            into[to + j] = sum;
        }
    }

    /**
     * packed += X diag(w) X^T, lower half, as {@link Loops#gram}: the first four features with each other; then each two with these and with
     * each other; then what is left.
     *
     * @param x count x d, example after example; not modified
     * @param w one weight per example; not modified
     * @param packed modified: row j starts at j (j + 1) / 2
     */
    public static void gram(double[] x, int d, int count, double[] w, double[] packed) {
        if (d > 0) {
            first(x, d, count, w, packed);
        }
        if (d > 5) {
            two(x, d, count, w, packed, 4);
        }
        if (d > 7) {
            two(x, d, count, w, packed, 6);
            corner(x, d, count, w, packed);
        }
        if (d == 5 || d == 7) {
            last(x, d, count, w, packed);
        }
    }

    /** Rows 0 to 3. */
    private static void first(double[] x, int d, int count, double[] w, double[] packed) {
        int j1 = Math.min(1, d - 1);
        int j2 = Math.min(2, d - 1);
        int j3 = Math.min(3, d - 1);
        double a00 = 0;
        double a10 = 0;
        double a11 = 0;
        double a20 = 0;
        double a21 = 0;
        double a22 = 0;
        double a30 = 0;
        double a31 = 0;
        double a32 = 0;
        double a33 = 0;
        for (int i = 0, p = 0; i < count; i++, p += d) {
            double t0 = w[i] * x[p];
            double t1 = w[i] * x[p + j1];
            double t2 = w[i] * x[p + j2];
            double t3 = w[i] * x[p + j3];
            a00 = Math.fma(t0, x[p], a00);
            a10 = Math.fma(t1, x[p], a10);
            a11 = Math.fma(t1, x[p + j1], a11);
            a20 = Math.fma(t2, x[p], a20);
            a21 = Math.fma(t2, x[p + j1], a21);
            a22 = Math.fma(t2, x[p + j2], a22);
            a30 = Math.fma(t3, x[p], a30);
            a31 = Math.fma(t3, x[p + j1], a31);
            a32 = Math.fma(t3, x[p + j2], a32);
            a33 = Math.fma(t3, x[p + j3], a33);
        }
        add(packed, 0, 0, 1, a00, 0, 0, 0);
        add(packed, 1, 0, d > 1 ? 2 : 0, a10, a11, 0, 0);
        add(packed, 2, 0, d > 2 ? 3 : 0, a20, a21, a22, 0);
        add(packed, 3, 0, d > 3 ? 4 : 0, a30, a31, a32, a33);
    }

    /** Rows j and j + 1, columns 0 to 3 and j and j + 1. */
    private static void two(double[] x, int d, int count, double[] w, double[] packed, int j) {
        int l = j + 1;
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double b0 = 0;
        double b1 = 0;
        double b2 = 0;
        double b3 = 0;
        double jj = 0;
        double lj = 0;
        double ll = 0;
        for (int i = 0, p = 0; i < count; i++, p += d) {
            double t = w[i] * x[p + j];
            double u = w[i] * x[p + l];
            a0 = Math.fma(t, x[p], a0);
            a1 = Math.fma(t, x[p + 1], a1);
            a2 = Math.fma(t, x[p + 2], a2);
            a3 = Math.fma(t, x[p + 3], a3);
            jj = Math.fma(t, x[p + j], jj);
            b0 = Math.fma(u, x[p], b0);
            b1 = Math.fma(u, x[p + 1], b1);
            b2 = Math.fma(u, x[p + 2], b2);
            b3 = Math.fma(u, x[p + 3], b3);
            lj = Math.fma(u, x[p + j], lj);
            ll = Math.fma(u, x[p + l], ll);
        }
        add(packed, j, 0, 4, a0, a1, a2, a3);
        add(packed, j, j, 1, jj, 0, 0, 0);
        add(packed, l, 0, 4, b0, b1, b2, b3);
        add(packed, l, j, 2, lj, ll, 0, 0);
    }

    /** Rows 6 and 7, columns 4 and 5. */
    private static void corner(double[] x, int d, int count, double[] w, double[] packed) {
        double a4 = 0;
        double a5 = 0;
        double b4 = 0;
        double b5 = 0;
        for (int i = 0, p = 0; i < count; i++, p += d) {
            double t = w[i] * x[p + 6];
            double u = w[i] * x[p + 7];
            a4 = Math.fma(t, x[p + 4], a4);
            a5 = Math.fma(t, x[p + 5], a5);
            b4 = Math.fma(u, x[p + 4], b4);
            b5 = Math.fma(u, x[p + 5], b5);
        }
        add(packed, 6, 4, 2, a4, a5, 0, 0);
        add(packed, 7, 4, 2, b4, b5, 0, 0);
    }

    /** Row 4 or 6, the last. */
    private static void last(double[] x, int d, int count, double[] w, double[] packed) {
        int j = d - 1;
        int j5 = Math.min(5, j);
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double a4 = 0;
        double a5 = 0;
        double a6 = 0;
        for (int i = 0, p = 0; i < count; i++, p += d) {
            double t = w[i] * x[p + j];
            a0 = Math.fma(t, x[p], a0);
            a1 = Math.fma(t, x[p + 1], a1);
            a2 = Math.fma(t, x[p + 2], a2);
            a3 = Math.fma(t, x[p + 3], a3);
            a4 = Math.fma(t, x[p + 4], a4);
            a5 = Math.fma(t, x[p + j5], a5);
            a6 = Math.fma(t, x[p + j], a6);
        }
        add(packed, j, 0, 4, a0, a1, a2, a3);
        add(packed, j, 4, d - 4, a4, a5, a6, 0);
    }

    /** Adds so many numbers, up to four, to row j from column k on. */
    private static void add(double[] packed, int j, int k, int count, double a0, double a1, double a2, double a3) {
        int at = Cholesky.row(j) + k;
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
