package dev.odds.optimize;

import dev.odds.kernel.Cholesky;

/**
 * An approximation of a Hessian that is cheap to invert: a block of variables against each other, the others by the diagonal. A
 * solver that measures gradients by it sees eigenvalues near one, whatever the scale and the correlation of the features.
 *
 * @param diagonal the second derivative by each variable; positive
 * @param block the variables of the block, increasing
 * @param factor the Cholesky factor of the Hessian over these, packed
 */
public record Metric(double[] diagonal, int[] block, double[] factor) {
    /** Pivots below this part of the diagonal are rounding. */
    private static final double SINGULAR = 0x1p-49;

    /**
     * From a block of the Hessian. A variable of the block that others before it determine is measured by its diagonal. O(k^3 / 3).
     *
     * @param diagonal of all variables; where it is not positive, 1 stands for it; not modified
     * @param block k variables, increasing
     * @param part the Hessian over these; not modified
     */
    public static Metric of(double[] diagonal, int[] block, Symmetric part) {
        double[] positive = diagonal.clone();
        for (int j = 0; j < positive.length; j++) {
            positive[j] = positive[j] > 0 ? positive[j] : 1;
        }
        double[] factor = part.packed().clone();
        Cholesky.factor(factor, block.length, SINGULAR, new boolean[block.length]);
        return new Metric(positive, block, factor);
    }

    /** The metric's inverse times g, a new vector; O(n + k^2). */
    public double[] solve(double[] g) {
        double[] solved = new double[g.length];
        solve(g, solved);
        return solved;
    }

    /** As above into {@code solved}, which is overwritten. */
    void solve(double[] g, double[] solved) {
        for (int j = 0; j < g.length; j++) {
            solved[j] = g[j] / diagonal[j];
        }
        inBlock(g, solved);
    }

    /** As above in the block, zero elsewhere; a new vector. */
    double[] solveBlock(double[] g) {
        double[] solved = new double[g.length];
        inBlock(g, solved);
        return solved;
    }

    private void inBlock(double[] g, double[] solved) {
        int k = block.length;
        double[] part = new double[k];
        for (int i = 0; i < k; i++) {
            part[i] = g[block[i]];
        }
        Cholesky.forward(factor, k, part);
        Cholesky.backward(factor, k, part);
        for (int i = 0; i < k; i++) {
            boolean dependent = factor[Cholesky.row(i) + i] == 0;
            solved[block[i]] = dependent ? solved[block[i]] : part[i];
        }
    }
}
