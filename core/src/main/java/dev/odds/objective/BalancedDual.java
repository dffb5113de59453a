package dev.odds.objective;

import dev.odds.kernel.CompensatedSum;
import dev.odds.optimize.Point;
import dev.odds.optimize.Separable;

/**
 * The duality gap where the bias is free and every conjugate is finite, such as that of an elastic net with a ridge, without a reading. The dual
 * point is the residuals r, the heavier side scaled by 1 - eps so that they sum to zero.
 *
 * <p>Minus the conjugate of the loss is an entropy, of which the first-order change goes into the products; what is left is a Kullback-Leibler
 * divergence, at most chi-squared: eps^2 times Pearson's statistic. So
 *
 * <p>F - F* is at most sum_j [p_j(theta_j) + theta_j v_j + p_j*(-v_j)] + eps^2 mean(r^2 / c)
 *
 * <p>with v the products of the scaled residuals, no further than |sum r| max_i |x_ij| from those at hand; each bracket is convex in v, so that
 * it is largest at an end. Every term is of second order, where {@link ElasticDual} loses the bias to first order. Derived in
 * docs/derivation.md.
 *
 * @param maxima the largest |x_ij| of every feature; held, not copied
 */
public record BalancedDual(double[] maxima) {
    /** Rounding moves a sum by at most this part of its absolute terms, generously. */
    private static final double ROUNDING = 0x1p-50;

    /**
     * The gap at x; infinite where a conjugate is, or Pearson's statistic is not known. O(d).
     *
     * @param p the penalty
     * @param x theta and the bias; not modified
     * @param point F at x, with the gradient of the loss and the penalty's quadratic part
     */
    public double gap(Separable p, double[] x, Point point) {
        double residual = point.meanResidual();
        double pearson = point.pearson();
        int d = maxima.length;
        if (Double.isNaN(pearson) || !(residual > 0) || x.length == d) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = Math.min(residual, Math.abs(point.gradient()[d]) + ROUNDING * residual);
        double part = Math.min(1, 2 * sum / (residual + sum));
        CompensatedSum gap = new CompensatedSum();
        double slack = 0;
        for (int j = 0; j < d; j++) {
            double ridge = p.curvature()[j] * x[j];
            double product = Math.fma(-p.curvature()[j], x[j], point.gradient()[j]);
            double error = sum * maxima[j] + ROUNDING * (maxima[j] * residual + Math.abs(ridge));
            double own = p.slope()[j] * Math.abs(x[j]) + ridge * x[j] / 2;
            double low = x[j] * (product - error) + Conjugate.of(p, j, error - product);
            double high = x[j] * (product + error) + Conjugate.of(p, j, -product - error);
            gap.add(own);
            gap.add(Math.max(low, high));
            slack += ROUNDING * (own + Math.abs(x[j] * product));
        }
        double divergence = part == 0 ? 0 : part * part * pearson * (1 + ROUNDING);
        return Math.max(0, gap.value()) + divergence + slack;
    }
}
