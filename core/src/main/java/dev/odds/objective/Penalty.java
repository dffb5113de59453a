package dev.odds.objective;

import dev.odds.optimize.Box;
import dev.odds.optimize.Separable;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The elastic net lambda sum_j f_j (l1Ratio |u_j theta_j| + (1 - l1Ratio) / 2 (u_j theta_j)^2) within bounds on theta; the bias is
 * free.
 *
 * @param lambda at least 0
 * @param l1Ratio the lasso's share, from 0, the ridge, to 1
 * @param units u, what each stored coefficient is measured in: d numbers of at least 0
 * @param factors f, d numbers of at least 0; 0 where a coefficient is free
 * @param box bounds on the stored coefficients, or null
 * @param firth whether, lambda being 0, it is Firth's instead ({@link FirthObjective}), a function of all variables and of X
 */
public record Penalty(double lambda, double l1Ratio, double[] units, double[] factors, Box box, boolean firth)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public Penalty {
        if (!(lambda >= 0 && lambda <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("lambda %s: expected a finite number of at least 0".formatted(lambda));
        }
        if (!(l1Ratio >= 0 && l1Ratio <= 1)) {
            throw new IllegalArgumentException("l1Ratio %s: expected a number from 0 to 1".formatted(l1Ratio));
        }
    }

    /** A ridge. */
    public Penalty(double lambda, double[] units) {
        this(lambda, 0, units, ones(units.length), null, false);
    }

    /** An elastic net. */
    public Penalty(double lambda, double l1Ratio, double[] units) {
        this(lambda, l1Ratio, units, ones(units.length), null, false);
    }

    /** Firth's. */
    public static Penalty firth(int features) {
        double[] ones = ones(features);
        return new Penalty(0, 0, ones, ones, null, true);
    }

    /** None. */
    public static Penalty none(int features) {
        double[] ones = ones(features);
        return new Penalty(0, 0, ones, ones, null, false);
    }

    private static double[] ones(int features) {
        double[] ones = new double[features];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The same with another lambda. */
    public Penalty withLambda(double other) {
        return new Penalty(other, l1Ratio, units, factors, box, firth);
    }

    /** lambda (1 - l1Ratio) f_j u_j^2, the second derivative by theta_j where it has one. */
    public double curvature(int j) {
        return lambda * (1 - l1Ratio) * factors[j] * units[j] * units[j];
    }

    /** lambda l1Ratio f_j u_j, the derivative by |theta_j| at 0. */
    public double slope(int j) {
        return lambda * l1Ratio * factors[j] * units[j];
    }

    /**
     * Whether solvers of smooth objectives suit: there is no |theta_j|, no bound, and, lambda being above 0, no coefficient free of the
     * penalty.
     */
    public boolean isSmooth() {
        return box == null && (lambda == 0 || (l1Ratio == 0 && !hasFree()));
    }

    /** Whether the penalty, for lambda above 0, leaves a coefficient free. */
    public boolean hasFree() {
        for (double factor : factors) {
            if (factor == 0) {
                return true;
            }
        }
        return false;
    }

    /** As a function of each coefficient; one that is measured in 0 is held at 0. */
    public Separable separable() {
        int d = units.length;
        double[] slopes = new double[d];
        double[] curvatures = new double[d];
        boolean holds = false;
        for (int j = 0; j < d; j++) {
            slopes[j] = slope(j);
            curvatures[j] = curvature(j);
            holds |= units[j] == 0;
        }
        return new Separable(slopes, curvatures, holds ? holding() : box);
    }

    private Box holding() {
        double[] lower = new double[units.length];
        double[] upper = new double[units.length];
        for (int j = 0; j < units.length; j++) {
            boolean held = units[j] == 0;
            lower[j] = held ? 0 : box == null ? Double.NEGATIVE_INFINITY : box.lower()[j];
            upper[j] = held ? 0 : box == null ? Double.POSITIVE_INFINITY : box.upper()[j];
        }
        return new Box(lower, upper);
    }

    /** Whether, for lambda above 0, it leaves all coefficients free and unbounded. */
    public boolean isNothing() {
        boolean nothing = lambda > 0 && box == null;
        for (int j = 0; j < factors.length && nothing; j++) {
            nothing = factors[j] == 0;
        }
        return nothing;
    }

    /** A power of two in which theta_j has a second derivative of at most about 1 by the penalty alone; 1 where it has less. */
    public double unit(int j) {
        double curvature = curvature(j);
        return curvature > 1 ? Math.scalb(1.0, -Math.getExponent(curvature) / 2) : 1;
    }

    /** Its value within the bounds. */
    public double value(double[] theta) {
        double sizes = 0;
        double squares = 0;
        for (int j = 0; j < units.length; j++) {
            if (theta[j] == 0) {
                continue;
            }
            double measured = units[j] * theta[j];
            double weighed = factors[j] * measured;
            sizes += Math.abs(weighed);
            squares = Math.fma(weighed, measured, squares);
        }
        return lambda * (1 - l1Ratio) / 2 * squares + (l1Ratio == 0 ? 0 : lambda * l1Ratio * sizes);
    }
}
