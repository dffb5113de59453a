package dev.odds.optimize;

import dev.odds.kernel.Cholesky;

/**
 * A block of a Hessian: some variables against each other.
 *
 * @param variables k of them, increasing
 * @param factor the Cholesky factor of the Hessian over these, packed
 */
public record Core(int[] variables, double[] factor) {
    /** Pivots below this part of the diagonal are rounding. */
    private static final double SINGULAR = 0x1p-49;

    /**
     * Factors. O(k^3 / 3).
     *
     * @param variables k of them, increasing; held, not copied
     * @param part the Hessian over these; not modified
     */
    public static Core of(int[] variables, Symmetric part) {
        double[] factor = part.packed().clone();
        Cholesky.factor(factor, variables.length, SINGULAR, new boolean[variables.length]);
        return new Core(variables, factor);
    }

    /** The inverse of the block times g, zero for variables outside of it; a new vector. O(k^2). */
    double[] solve(double[] g) {
        double[] solved = new double[g.length];
        solve(g, solved);
        return solved;
    }

    /** As above into {@code solved}, where all else is left, and a variable of the block that others before it determine. */
    void solve(double[] g, double[] solved) {
        int k = variables.length;
        double[] part = new double[k];
        for (int i = 0; i < k; i++) {
            part[i] = g[variables[i]];
        }
        Cholesky.forward(factor, k, part);
        Cholesky.backward(factor, k, part);
        for (int i = 0; i < k; i++) {
            boolean dependent = factor[Cholesky.row(i) + i] == 0;
            solved[variables[i]] = dependent ? solved[variables[i]] : part[i];
        }
    }
}
