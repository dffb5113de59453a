package dev.odds.train;

import dev.odds.kernel.Cholesky;
import dev.odds.optimize.Symmetric;

/**
 * Which variables the others before them determine: the bias comes first, then the features in order, so that the first of
 * several aliased columns stays.
 *
 * <p>A feature is aliased where less than 1e-12 of its centred sum of squares is left once the features before it are swept out
 * of the Gram: pivots of an ordered Cholesky factorisation. O(d^3 / 3).
 */
final class Aliasing {
    private static final double TOLERANCE = 1e-12;

    private Aliasing() {}

    /**
     * The variables that stay, increasing.
     *
     * @param gram the Hessian at a point where all logits are alike, hence a multiple of the Gram
     * @param bias whether the last variable is the bias
     */
    static int[] kept(Symmetric gram, boolean bias) {
        int n = gram.order();
        int shift = bias ? 1 : 0;
        double[] ordered = new double[gram.packed().length];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                ordered[at++] = gram.get(source(i, shift, n), source(j, shift, n));
            }
        }
        double[] centred = centred(ordered, n, bias);
        boolean[] dependent = new boolean[n];
        double tolerance = TOLERANCE * Math.max(1, n / 100.0);
        int left = Cholesky.factor(centred, n, tolerance, dependent);
        int[] kept = new int[n - left];
        int count = 0;
        for (int v = 0; v < n; v++) {
            int place = bias ? (v == n - 1 ? 0 : v + 1) : v;
            if (!dependent[place]) {
                kept[count++] = v;
            }
        }
        return kept;
    }

    private static int source(int place, int shift, int n) {
        return shift == 0 ? place : place == 0 ? n - 1 : place - 1;
    }

    /**
     * Sweeps out the bias, and takes as zero a column that is constant but for rounding; so the tolerance speaks of what varies.
     */
    private static double[] centred(double[] a, int n, boolean bias) {
        if (!bias || n == 0 || !(a[0] > 0)) {
            return a;
        }
        for (int i = 1; i < n; i++) {
            double mean = a[Cholesky.row(i)] / a[0];
            for (int j = 1; j <= i; j++) {
                int at = Cholesky.row(i) + j;
                double whole = a[at];
                a[at] = Math.fma(-mean, a[Cholesky.row(j)], whole);
                if (i == j && a[at] <= TOLERANCE * whole) {
                    a[at] = 0;
                }
            }
        }
        for (int i = 1; i < n; i++) {
            a[Cholesky.row(i)] = 0;
        }
        return a;
    }
}
