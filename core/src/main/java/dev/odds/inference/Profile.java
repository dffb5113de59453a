package dev.odds.inference;

import dev.odds.kernel.Cholesky;
import dev.odds.optimize.Held;
import dev.odds.optimize.Objective;
import dev.odds.optimize.Scoring;
import dev.odds.optimize.Vectors;

/**
 * The profile of a log-likelihood -W F, penalised or not: for a linear function v^T x of the variables, the deviance 2 W (min F with
 * v^T x = c - min F) as a function of the level c. Where it stays below the quantile of chi-square with one degree of freedom are the
 * levels that the likelihood-ratio test does not reject: the profile-likelihood interval (D. J. Venzon and S. H. Moolgavkar, <i>A
 * method for computing profile-likelihood-based confidence intervals</i>, Applied Statistics 37, 1988).
 *
 * @param f F
 * @param weight W
 * @param x where it has its minimum; not modified
 * @param least F there
 * @param factor the Cholesky factor of W times the Hessian there, or of what stands for it, packed; not modified
 */
public record Profile(Objective f, double weight, double[] x, double least, double[] factor) {
    /** 2 W (F - min F) is known to about this, absolutely, where a refit stops; see {@link Scoring}. */
    static final double FINE = 1e-10;

    /** The most steps of a refit; nearly all take three. */
    static final int STEPS = 200;

    /**
     * The deviance of holding v^T x at a level: the statistic of its likelihood-ratio test. A few Newton steps.
     *
     * @param normal v; not modified
     * @return at least 0; NaN where the refit finds no minimum
     */
    public double deviance(double[] normal, double level) {
        Held plane = new Held(f, normal, level);
        double[] tangent = tangent(normal);
        double[] start = x.clone();
        double move = level - Vectors.dot(normal, x);
        for (int j = 0; j < start.length; j++) {
            start[j] = Math.fma(move, tangent[j], start[j]);
        }
        return deviance(Scoring.minimise(plane, plane.select(start), FINE / weight, STEPS), weight, least);
    }

    /** What a refit lost, twice in log-likelihood; NaN where it ended far from a minimum. */
    static double deviance(Scoring.Minimum refit, double weight, double least) {
        double missing = refit.decrement() / 2;
        return refit.isConverged() || weight * missing < FINE * 1e4
                ? Math.max(0, 2 * weight * (refit.point().value() - missing - least))
                : Double.NaN;
    }

    /**
     * Where the deviance reaches z^2: an end of the interval. Three to seven Newton steps.
     *
     * @param normal v; not modified
     * @param z below 0 for the lower end, above for the upper: the quantile of the normal distribution
     * @return the level; infinite where the deviance stays below z^2 for ever; NaN where no refit finds a minimum
     */
    public double end(double[] normal, double z) {
        double[] tangent = tangent(normal);
        double level = Vectors.dot(normal, x);
        double error = StrictMath.sqrt(variance(normal));
        return new ProfileSearch(f, weight, least, normal, z).from(level, x, error, tangent);
    }

    /** Both ends, for z above 0. */
    public Interval interval(double[] normal, double z) {
        return new Interval(end(normal, -z), end(normal, z));
    }

    /** The variance of v^T x, v^T C v with C = (W H)^-1. */
    private double variance(double[] normal) {
        double[] half = normal.clone();
        Cholesky.forward(factor, half.length, half);
        return Vectors.dot(half, half);
    }

    /** How the constrained minimum moves with the level at first: C v / v^T C v. */
    private double[] tangent(double[] normal) {
        double[] tangent = normal.clone();
        Cholesky.forward(factor, tangent.length, tangent);
        double variance = Vectors.dot(tangent, tangent);
        Cholesky.backward(factor, tangent.length, tangent);
        for (int j = 0; j < tangent.length; j++) {
            tangent[j] /= variance;
        }
        return tangent;
    }
}
