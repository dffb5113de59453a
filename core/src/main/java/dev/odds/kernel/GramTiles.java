package dev.odds.kernel;

/**
 * The Gram product of dense examples in tiles of four rows by four columns, whose sums stay in registers over all examples of a block:
 * a loop along the rows would load and store a sum for each product. Each sum is that of {@link Loops#gram}, in the same
 * order, bit for bit. O(n d^2 / 2).
 */
final class GramTiles {
    private static final int SIDE = 4;

    private GramTiles() {}

    /**
     * packed += X diag(w) X^T, lower half.
     *
     * @param x count x d, example after example; not modified
     * @param w one weight per example; not modified
     * @param packed modified: row j starts at j (j + 1) / 2
     */
    static void gram(double[] x, int d, int count, double[] w, double[] packed) {
        for (int j = 0; j < d; j += SIDE) {
            for (int k = 0; k < j; k += SIDE) {
                square(x, d, count, w, packed, j, k);
            }
            triangle(x, d, count, w, packed, j);
        }
    }

    /** Rows j to j + 3, as far as there are, and columns k to k + 3 before them. Beyond the last row its sums are made again. */
    private static void square(double[] x, int d, int count, double[] w, double[] packed, int j, int k) {
        int last = d - 1 - j;
        int j1 = Math.min(1, last);
        int j2 = Math.min(2, last);
        int j3 = Math.min(3, last);
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double b0 = 0;
        double b1 = 0;
        double b2 = 0;
        double b3 = 0;
        double c0 = 0;
        double c1 = 0;
        double c2 = 0;
        double c3 = 0;
        double d0 = 0;
        double d1 = 0;
        double d2 = 0;
        double d3 = 0;
        for (int i = 0, p = j, q = k; i < count; i++, p += d, q += d) {
            double x0 = x[q];
            double x1 = x[q + 1];
            double x2 = x[q + 2];
            double x3 = x[q + 3];
            double t = w[i] * x[p];
            a0 = Math.fma(t, x0, a0);
            a1 = Math.fma(t, x1, a1);
            a2 = Math.fma(t, x2, a2);
            a3 = Math.fma(t, x3, a3);
            t = w[i] * x[p + j1];
            b0 = Math.fma(t, x0, b0);
            b1 = Math.fma(t, x1, b1);
            b2 = Math.fma(t, x2, b2);
            b3 = Math.fma(t, x3, b3);
            t = w[i] * x[p + j2];
            c0 = Math.fma(t, x0, c0);
            c1 = Math.fma(t, x1, c1);
            c2 = Math.fma(t, x2, c2);
            c3 = Math.fma(t, x3, c3);
            t = w[i] * x[p + j3];
            d0 = Math.fma(t, x0, d0);
            d1 = Math.fma(t, x1, d1);
            d2 = Math.fma(t, x2, d2);
            d3 = Math.fma(t, x3, d3);
        }
        add(packed, d, j, k, SIDE, a0, a1, a2, a3);
        add(packed, d, j + 1, k, SIDE, b0, b1, b2, b3);
        add(packed, d, j + 2, k, SIDE, c0, c1, c2, c3);
        add(packed, d, j + 3, k, SIDE, d0, d1, d2, d3);
    }

    /** Rows j to j + 3, as far as there are, and the same columns, up to the diagonal. */
    private static void triangle(double[] x, int d, int count, double[] w, double[] packed, int j) {
        int last = d - 1 - j;
        int j1 = Math.min(1, last);
        int j2 = Math.min(2, last);
        int j3 = Math.min(3, last);
        double a0 = 0;
        double b0 = 0;
        double b1 = 0;
        double c0 = 0;
        double c1 = 0;
        double c2 = 0;
        double d0 = 0;
        double d1 = 0;
        double d2 = 0;
        double d3 = 0;
        for (int i = 0, p = j; i < count; i++, p += d) {
            double x0 = x[p];
            double x1 = x[p + j1];
            double x2 = x[p + j2];
            double x3 = x[p + j3];
            a0 = Math.fma(w[i] * x0, x0, a0);
            double t = w[i] * x1;
            b0 = Math.fma(t, x0, b0);
            b1 = Math.fma(t, x1, b1);
            t = w[i] * x2;
            c0 = Math.fma(t, x0, c0);
            c1 = Math.fma(t, x1, c1);
            c2 = Math.fma(t, x2, c2);
            t = w[i] * x3;
            d0 = Math.fma(t, x0, d0);
            d1 = Math.fma(t, x1, d1);
            d2 = Math.fma(t, x2, d2);
            d3 = Math.fma(t, x3, d3);
        }
        add(packed, d, j, j, 1, a0, 0, 0, 0);
        add(packed, d, j + 1, j, 2, b0, b1, 0, 0);
        add(packed, d, j + 2, j, 3, c0, c1, c2, 0);
        add(packed, d, j + 3, j, 4, d0, d1, d2, d3);
    }

    /** Adds so many numbers, up to four, to row j from column k on, if there is such a row. */
    private static void add(
            double[] packed, int d, int j, int k, int count, double a0, double a1, double a2, double a3) {
        if (j >= d) {
            return;
        }
        int at = Cholesky.row(j) + k;
        packed[at] += a0;
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
