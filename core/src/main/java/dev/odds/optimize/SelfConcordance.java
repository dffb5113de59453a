package dev.odds.optimize;

import dev.odds.kernel.Cholesky;
import java.util.Arrays;

/**
 * The bound that the Hessian gives: nu^2 = g^T H^-1 g, M the largest (x~_i^T H^-1 x~_i)^(1/2) over the examples, s = M nu. If s
 * is below 1, then F - min F is at most (s + (1 - s) ln(1 - s)) / M^2, and a minimum exists (self-concordance of the logistic loss,
 * after Bach, Electronic Journal of Statistics 4, 2010; derived in docs/derivation.md).
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

    /** Rounding leaves of each term of the gradient at most this part, generously. */
    private static final double ROUNDING = 0x1p-50;

    /**
     * The bound on F - min F, infinite where s is not below 1.
     *
     * @param factor the Cholesky factor of H, packed
     * @param nu the square root of g^T H^-1 g
     * @param meanResidual the size of one term of the gradient, see {@link Point#meanResidual}
     */
    public double gap(double[] factor, int n, double nu, double meanResidual) {
        double m = reach.bound(spread(factor, n));
        return bound(Math.fma(ROUNDING * m, meanResidual, nu), m);
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
            Cholesky.forward(factor, n, column);
            double sum = 0;
            for (double c : column) {
                sum = Math.fma(c, c, sum);
            }
            spread[j] = StrictMath.sqrt(sum);
        }
        return spread;
    }
}
