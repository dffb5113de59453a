package dev.odds.objective;

import dev.odds.optimize.Point;
import dev.odds.optimize.Separable;

/**
 * The gap between F and a dual point made of the residuals, a bound on F - min F (derived in docs/derivation.md).
 *
 * <p>D(r) = -sum_i l_i*(r_i) + sum_i r_i offset_i - sum_j p_j*(-(X r)_j), all over W, for residuals that sum to zero where the bias
 * is free; a coefficient of unit 0 is held at 0. Of a ridge p_j*(y) is y^2 / (2 lambda unit_j^2). Residuals at hand sum to zero only at
 * the optimal bias: they are taken at a bias that is optimised for it, and the heavier side is scaled down by what is left; all are
 * where {@link DualRay} says so. One or two readings, or a few more.
 *
 * @param problem whose gap
 * @param maxima the largest |x_ij|, which tell how far rounding moves (X r)_j; not asked for with a ridge alone
 */
public record DualityGap(Problem problem, ColumnMaxima maxima) {
    private static final int READINGS = 6;
    private static final double BALANCED = 0x1p-48;
    /** Rounding moves a sum by at most this part of its absolute terms, generously. */
    private static final double ROUNDING = 0x1p-50;
    /** Of a calibrated model the mean of |A - Y| is twice that of A (1 - A). */
    private static final double CURVATURE = 0.5;

    /** With maxima by a reading of their own where they are needed and not known. */
    public DualityGap(Problem problem) {
        this(problem, problem.penalty().isSmooth() ? null : ColumnMaxima.of(problem));
    }

    /**
     * An upper bound on F(x) - min F, infinite where a coefficient that nothing penalises leaves none.
     *
     * @param x theta and, if there is one, the bias; not modified
     * @param point F at x
     * @param goal a bound that is good enough: a better one is not looked for
     */
    public double gap(double[] x, Point point, double goal) {
        double[] at = x.clone();
        int last = x.length - 1;
        double curvature = CURVATURE * point.meanResidual();
        double sum = problem.bias() ? point.gradient()[point.gradient().length - 1] : 0;
        double best = Double.POSITIVE_INFINITY;
        for (int reading = 0; reading < READINGS; reading++) {
            if (sum != 0) {
                at[last] -= Math.max(-1, Math.min(1, sum / curvature));
            }
            DualSum dual = at(at);
            best = Math.min(best, gap(at, point, dual));
            double larger = Math.max(dual.positive(), dual.negative());
            sum = dual.positive() - dual.negative();
            curvature = dual.curvature();
            if (best <= goal || !problem.bias() || !(Math.abs(sum) > BALANCED * larger)) {
                break;
            }
        }
        return best;
    }

    private DualSum at(double[] x) {
        int d = problem.design().features();
        return problem.design().sum(problem.response(), () -> new DualSum(d), new DualSum.At(x));
    }

    private double gap(double[] x, Point point, DualSum sum) {
        double p = sum.positive();
        double q = sum.negative();
        boolean scaled = problem.bias() && p != q;
        double up = scaled ? Math.min(1, q / p) : 1;
        double down = scaled ? Math.min(1, p / q) : 1;
        double weight = problem.response().weight();
        double residual = (up * p + down * q) / weight;
        DualRay ray = ray(sum, up, down, residual);
        double alpha = ray.best();
        if (alpha == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double conjugates = ray.conjugates(alpha);
        double dual = ray.loss() - ray.lost(alpha);
        double bias = problem.bias() ? Math.max(1, Math.abs(x[x.length - 1])) : 0;
        double absolute = (sum.absolute() + bias * (p + q)) / weight + conjugates;
        return Math.max(0, point.value() - dual) + ROUNDING * (Math.abs(point.value()) + absolute);
    }

    private DualRay ray(DualSum sum, double up, double down, double residual) {
        Separable p = problem.penalty().separable();
        double[] products = new double[p.size()];
        double[] errors = new double[p.size()];
        for (int j = 0; j < products.length; j++) {
            products[j] = sum.product(j, up, down) / problem.response().weight();
            errors[j] = maxima == null ? 0 : ROUNDING * maxima.values()[j] * residual;
        }
        return DualRay.of(p, sum.dual(up, down) / problem.response().weight(), residual, products, errors);
    }
}
