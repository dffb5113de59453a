package dev.odds.train;

import dev.odds.Precise;
import dev.odds.design.ArrayResponse;
import dev.odds.kernel.Cholesky;
import dev.odds.kernel.LogisticMath;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The optimum of a small problem to some 30 digits, independent of the solvers, and how far F is from it.
 *
 * <p>Newton's method with the gradient in 80 digits and the Hessian in double; F - F* as a sum of Bregman divergences, of which
 * each is D(z, z*) = (z - z*)^2 times the integral of (1 - t) A(1 - A) at z* + t (z - z*), so that nothing cancels.
 */
final class PreciseOptimum {
    private static final int STEPS = 80;
    private static final double SMALL = 1e-30;
    /** Gauss and Legendre's five nodes and weights on [0, 1] (Abramowitz and Stegun 25.4.30). */
    private static final double[] NODES = {
        0.046910077030668004, 0.23076534494715845, 0.5, 0.7692346550528415, 0.953089922969332
    };

    private static final double[] WEIGHTS = {
        0.11846344252809454, 0.23931433524968324, 0.28444444444444444, 0.23931433524968324, 0.11846344252809454
    };

    private final double[][] rows;
    private final ArrayResponse y;
    private final double[] ridge;
    private final BigDecimal[] theta;

    /**
     * Finds it.
     *
     * @param rows examples, a 1 at the end of each where there is a bias
     * @param ridge the penalty's second derivative by each variable, 0 for the bias
     * @param start near the optimum
     */
    PreciseOptimum(double[][] rows, ArrayResponse y, double[] ridge, double[] start) {
        this.rows = rows;
        this.y = y;
        this.ridge = ridge;
        this.theta = Arrays.stream(start).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
        for (int step = 0; step < STEPS && !refine(); step++) {}
    }

    private BigDecimal logit(double[] row, BigDecimal[] at, int i) {
        BigDecimal z = y.offset() == null ? BigDecimal.ZERO : new BigDecimal(y.offset()[i]);
        for (int j = 0; j < row.length; j++) {
            if (row[j] != 0) {
                z = z.add(at[j].multiply(new BigDecimal(row[j]), Precise.DIGITS), Precise.DIGITS);
            }
        }
        return z;
    }

    /** One step; whether it was too small to matter. */
    private boolean refine() {
        int n = theta.length;
        BigDecimal[] gradient = new BigDecimal[n];
        BigDecimal weight = new BigDecimal(y.weight());
        for (int j = 0; j < n; j++) {
            gradient[j] =
                    theta[j].multiply(new BigDecimal(ridge[j]), Precise.DIGITS).multiply(weight, Precise.DIGITS);
        }
        double[] hessian = new double[Cholesky.row(n)];
        for (int i = 0; i < rows.length; i++) {
            add(i, gradient, hessian);
        }
        for (int j = 0; j < n; j++) {
            hessian[Cholesky.row(j) + j] += y.weight() * ridge[j];
        }
        double[] step =
                Arrays.stream(gradient).mapToDouble(BigDecimal::doubleValue).toArray();
        Cholesky.factor(hessian, n, 0, new boolean[n]);
        Cholesky.forward(hessian, n, step);
        Cholesky.backward(hessian, n, step);
        double most = 0;
        for (int j = 0; j < n; j++) {
            theta[j] = theta[j].subtract(new BigDecimal(step[j]), Precise.DIGITS);
            most = Math.max(most, Math.abs(step[j]) / Math.max(1e-3, Math.abs(theta[j].doubleValue())));
        }
        return most < SMALL;
    }

    private void add(int i, BigDecimal[] gradient, double[] hessian) {
        double[] row = rows[i];
        BigDecimal z = logit(row, theta, i);
        BigDecimal residual = BigDecimal.ZERO;
        if (y.failure()[i] > 0) {
            residual = new BigDecimal(y.failure()[i]).multiply(Precise.sigmoid(z), Precise.DIGITS);
        }
        if (y.success()[i] > 0) {
            BigDecimal other = Precise.sigmoid(z.negate());
            residual =
                    residual.subtract(new BigDecimal(y.success()[i]).multiply(other, Precise.DIGITS), Precise.DIGITS);
        }
        double curvature = (y.success()[i] + y.failure()[i]) * curvature(z.doubleValue());
        for (int j = 0; j < row.length; j++) {
            gradient[j] = gradient[j].add(residual.multiply(new BigDecimal(row[j]), Precise.DIGITS), Precise.DIGITS);
            for (int k = 0; k <= j; k++) {
                hessian[Cholesky.row(j) + k] += curvature * row[j] * row[k];
            }
        }
    }

    static double curvature(double z) {
        return LogisticMath.curvature(LogisticMath.decay(z));
    }

    /** theta and bias, rounded. */
    double[] rounded() {
        return Arrays.stream(theta).mapToDouble(BigDecimal::doubleValue).toArray();
    }

    /** F(x) - F*, to some ten digits of itself. */
    double gap(double[] x) {
        BigDecimal[] away = new BigDecimal[x.length];
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            away[j] = new BigDecimal(x[j]).subtract(theta[j], Precise.DIGITS);
            sum += ridge[j] / 2 * away[j].doubleValue() * away[j].doubleValue();
        }
        double losses = 0;
        for (int i = 0; i < rows.length; i++) {
            double from = logit(rows[i], theta, i).doubleValue();
            double offset = y.offset() == null ? 0 : y.offset()[i];
            double move = logit(rows[i], away, i)
                    .subtract(new BigDecimal(offset), Precise.DIGITS)
                    .doubleValue();
            losses += (y.success()[i] + y.failure()[i]) * divergence(from, move);
        }
        return sum + losses / y.weight();
    }

    /** D(from + move, from) of log(1 + e^z), to some ten digits of itself. */
    static double divergence(double from, double move) {
        int pieces = (int) Math.min(2_000, Math.ceil(2 * Math.abs(move)) + 1);
        double sum = 0;
        for (int p = 0; p < pieces; p++) {
            for (int k = 0; k < NODES.length; k++) {
                double t = (p + NODES[k]) / pieces;
                sum += WEIGHTS[k] / pieces * (1 - t) * curvature(from + t * move);
            }
        }
        return move * move * sum;
    }
}
