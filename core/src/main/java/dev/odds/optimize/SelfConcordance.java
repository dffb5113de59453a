package dev.odds.optimize;

import dev.odds.kernel.Cholesky;
import dev.odds.kernel.Lanes;
import java.util.Arrays;

/**
 * The bound that the Hessian gives: nu^2 = g^T H^-1 g, M the largest (x~_i^T H^-1 x~_i)^(1/2) over the examples, s = M nu.
 * If s is below 1, then F - min F is at most (s + (1 - s) ln(1 - s)) / M^2, and a minimum exists (self-concordance of the
 * logistic loss, after Bach, Electronic Journal of Statistics 4, 2010; derived in docs/derivation.md).
 *
 * @param reach bounds M from above
 */
public record SelfConcordance(Reach reach) {
    /** Bounds M. */
    @FunctionalInterface
    public interface Reach {
        /**
         * An upper bound on M.
         *
         * @param spread the square root of each diagonal element of H^-1, in the solver's variables
         */
        double bound(double[] spread);
    }

    /** Rounding moves a sum by at most this part of its absolute terms, generously. */
    private static final double ROUNDING = 0x1p-50;

    /**
     * The bound on F - min F, infinite where s is not below 1.
     *
     * @param x the variables; not modified
     * @param point F at x, with its Hessian
     * @param factor the Cholesky factor of H, packed; not modified
     * @param nu the square root of g^T H^-1 g
     */
    public double gap(double[] x, Point point, double[] factor, double nu) {
        double[] spread = spread(factor, x.length);
        double m = reach.bound(spread);
        return bound(nu + rounding(x, point, factor, spread, m), m);
    }

    /**
     * What rounding may add to nu. Logits are off by at most a part of sum_j |x_ij x_j|, which moves nu by at most that part
     * of sum_j |x_j| (H_jj)^(1/2), by Minkowski's inequality. Gradients are off by a part of the mean of |r_i x_ij|, r_i the
     * derivative by the logit: that is at most the largest |x_ij| times the mean of |r_i| and, by the inequality of Cauchy
     * and Schwarz, at most (H_jj)^(1/2) times the square root of Pearson's statistic over W.
     */
    private static double rounding(double[] x, Point point, double[] factor, double[] spread, double m) {
        double logits = 0;
        double terms = 0;
        for (int j = 0; j < x.length; j++) {
            int row = Cholesky.row(j);
            double root = StrictMath.sqrt(Lanes.dot(factor, row, factor, row, j + 1));
            logits += Math.abs(x[j]) * root;
            terms += spread[j] * root;
        }
        return ROUNDING * (logits + Math.min(m * point.meanResidual(), terms * StrictMath.sqrt(point.pearson())));
    }

    /** (s + (1 - s) ln(1 - s)) / M^2 for s = M nu below 1, else infinite. */
    public static double bound(double nu, double m) {
        double s = m * nu;
        if (!(s < 1)) {
            return Double.POSITIVE_INFINITY;
        }
        if (s < 1e-4) {
            return nu * nu * (0.5 + s / 6 + s * s / 6);
        }
        return (s + (1 - s) * StrictMath.log1p(-s)) / (m * m);
    }

    private static double[] spread(double[] factor, int n) {
        double[] spread = new double[n];
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            Arrays.fill(column, 0);
            column[j] = 1;
            Cholesky.forward(factor, j, n, column);
            double sum = 0;
            for (double c : column) {
                sum = Math.fma(c, c, sum);
            }
            spread[j] = StrictMath.sqrt(sum);
        }
        return spread;
    }
}
