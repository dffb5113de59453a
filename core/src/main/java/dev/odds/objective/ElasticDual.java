package dev.odds.objective;

import dev.odds.kernel.CompensatedSum;
import dev.odds.optimize.Point;
import dev.odds.optimize.Separable;
import java.util.Arrays;

/**
 * The duality gap of an elastic net from what a point knows, without a reading: the dual point is the residuals, made to sum to zero where the
 * bias is free, times the alpha of {@link DualRay}. With v the gradient of the loss by theta and s that by b, the gap of the residuals
 * themselves is
 *
 * <p>sum_j [p_j(theta_j) + theta_j v_j + p_j*(-v_j)] + b s
 *
 * <p>in which nothing as large as F is subtracted. A sum s other than zero is taken from the heavier side: this may lose s / heavier
 * of that side's entropy, and moves v_j by |s| times the largest |x_ij|. Derived in docs/derivation.md.
 *
 * @param maxima the largest |x_ij| of every feature; held, not copied
 * @param offset the largest |offset|
 */
public record ElasticDual(double[] maxima, double offset) {
    /** Rounding moves a sum by at most this part of its absolute terms, generously. */
    private static final double ROUNDING = 0x1p-50;

    private static final double LOG2 = StrictMath.log(2);

    /** For a design and a response; what is penalised how may differ between points. */
    public static ElasticDual of(Problem problem, ColumnMaxima maxima) {
        return new ElasticDual(maxima.values(), LargestOffset.of(problem));
    }

    /**
     * The same for some features, the others being 0.
     *
     * @param features not modified
     */
    public ElasticDual over(int[] features) {
        return new ElasticDual(
                Arrays.stream(features).mapToDouble(j -> maxima[j]).toArray(), offset);
    }

    /**
     * The gap at x. O(d).
     *
     * @param p the penalty
     * @param bias whether there is one
     * @param x theta and, if there is one, the bias; not modified
     * @param point F at x, with the gradient of the loss and the penalty's quadratic part
     */
    public DualPoint at(Separable p, boolean bias, double[] x, Point point) {
        int d = maxima.length;
        double residual = point.meanResidual();
        double[] products = new double[d];
        double[] errors = new double[d];
        CompensatedSum gap = new CompensatedSum();
        double slack = 0;
        double[] gradient = point.gradient();
        for (int j = 0; j < d; j++) {
            products[j] = Math.fma(-p.curvature()[j], x[j], gradient[j]);
            errors[j] = ROUNDING * (maxima[j] * residual + Math.abs(p.curvature()[j] * x[j]));
        }
        for (int j = 0; j < d; j++) {
            if (x[j] == 0) {
                continue;
            }
            double ridge = p.curvature()[j] * x[j];
            double own = p.slope()[j] * Math.abs(x[j]) + ridge * x[j] / 2;
            gap.add(own);
            gap.add(x[j] * products[j]);
            slack += ROUNDING * own + errors[j] * Math.abs(x[j]);
        }
        if (!bias) {
            return scaled(DualRay.of(p, point.value() - gap.value(), residual, products, errors), gap.value() + slack);
        }
        double sum = point.gradient()[d];
        gap.add(x[d] * sum);
        slack += ROUNDING * residual * Math.abs(x[d]);
        double loss = point.value() - gap.value();
        double most = Math.min(residual, Math.abs(sum) + ROUNDING * residual);
        double spent = balance(most, residual, loss, errors);
        return scaled(DualRay.of(p, loss - spent, residual - most, products, errors), gap.value() + spent + slack);
    }

    /**
     * Takes a sum from the heavier side.
     *
     * @param sum the size of it, at most
     * @param errors modified: what moves the products
     * @return what may be lost of the loss
     */
    private double balance(double sum, double residual, double loss, double[] errors) {
        if (residual == 0) {
            return 0;
        }
        double heavier = (residual + sum) / 2;
        for (int j = 0; j < errors.length; j++) {
            errors[j] += sum * maxima[j];
        }
        double most = offset == 0 ? Math.min(LOG2, Math.max(0, loss)) : LOG2 + offset * heavier;
        return sum / heavier * most;
    }

    private static DualPoint scaled(DualRay ray, double gap) {
        double alpha = ray.best();
        double lost = alpha == 0 ? Double.POSITIVE_INFINITY : ray.lost(alpha);
        double whole = Math.max(0, gap + lost) + ROUNDING * ray.conjugates(alpha);
        for (int j = 0; j < ray.products().length; j++) {
            ray.products()[j] *= alpha;
            ray.errors()[j] *= alpha;
        }
        return new DualPoint(whole >= 0 ? whole : Double.POSITIVE_INFINITY, ray.products(), ray.errors());
    }
}
