package dev.odds.optimize;

/**
 * An approximation of a Hessian that is cheap to invert: a block of variables against each other, the others by the diagonal. A
 * solver that measures gradients by it sees eigenvalues near one, whatever the scale and the correlation of the features.
 *
 * @param diagonal the second derivative by each variable; positive
 * @param core the block
 */
public record Metric(double[] diagonal, Core core) {
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
        return new Metric(positive, Core.of(block, part));
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
        core.solve(g, solved);
    }
}
