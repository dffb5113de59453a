package dev.odds.objective;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The ridge lambda / 2 sum_j (unit_j theta_j)^2; the bias is free.
 *
 * @param lambda at least 0
 * @param units what each stored coefficient is measured in: d numbers of at least 0
 * @param firth whether, lambda being 0, it is Firth's instead ({@link FirthObjective}), a function of all variables and of X
 */
public record Penalty(double lambda, double[] units, boolean firth) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Penalty {
        if (!(lambda >= 0 && lambda <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("lambda %s: expected a finite number of at least 0".formatted(lambda));
        }
    }

    /** A ridge. */
    public Penalty(double lambda, double[] units) {
        this(lambda, units, false);
    }

    /** Firth's. */
    public static Penalty firth(int features) {
        return new Penalty(0, none(features).units(), true);
    }

    /** None. */
    public static Penalty none(int features) {
        double[] units = new double[features];
        Arrays.fill(units, 1);
        return new Penalty(0, units);
    }

    /** lambda unit_j^2, the second derivative by theta_j. */
    public double curvature(int j) {
        return lambda * units[j] * units[j];
    }

    /** A power of two in which theta_j has a second derivative of at most about 1 by the penalty alone; 1 where it has less. */
    public double unit(int j) {
        double curvature = curvature(j);
        return curvature > 1 ? Math.scalb(1.0, -Math.getExponent(curvature) / 2) : 1;
    }

    /** Its value as a ridge. */
    public double value(double[] theta) {
        double sum = 0;
        for (int j = 0; j < units.length; j++) {
            double measured = units[j] * theta[j];
            sum = Math.fma(measured, measured, sum);
        }
        return lambda / 2 * sum;
    }
}
