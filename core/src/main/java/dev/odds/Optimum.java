package dev.odds;

import dev.odds.design.Coefficients;
import dev.odds.design.Scaling;
import dev.odds.inference.Covariance;
import dev.odds.kernel.Cholesky;
import dev.odds.model.Predictor;
import dev.odds.optimize.Certificate;
import dev.odds.train.Separation;
import dev.odds.train.Solution;
import java.util.Arrays;

/**
 * Where a problem has its minimum, and the proof; a {@link Fit} without names, words and tables, for programs that fit many models.
 * Of separated labels it is the limit: what is finite are the estimates for the examples that are not separated. Immutable.
 *
 * @param coefficients theta and b on the user's scale, finite; 0 for what was not estimated; held, not copied
 * @param solution how the minimum was found, in the coordinates of the design
 * @param scaling from the user's scale to these
 */
public record Optimum(Coefficients coefficients, Solution solution, Scaling scaling) {
    /**
     * Of a solution.
     *
     * @param scaling of the design that it is over
     */
    public static Optimum of(Solution solution, Scaling scaling) {
        return new Optimum(scaling.toUser(solution.coefficients()), solution, scaling);
    }

    /** Whether the certificate is within the tolerance. */
    public boolean converged() {
        return solution.converged();
    }

    /** The bound on F - min F. */
    public Certificate certificate() {
        return solution.certificate();
    }

    /** L, the mean cross-entropy. */
    public double loss() {
        return solution.loss();
    }

    /**
     * Of the bits of estimates, standard errors, loss and certificate: equal wherever the same fit is computed.
     *
     * @param standardErrors as {@link #standardErrors} has them; not modified
     */
    public String fingerprint(double[] standardErrors) {
        return Fingerprint.of(estimates(), standardErrors, solution);
    }

    /** Whether some estimates are infinite, as far as it was proved. */
    public Separation.Verdict separation() {
        return solution.separation().verdict();
    }

    /** The logit of one example without an offset, infinite where a separating direction moves it; d numbers, not modified. */
    public double logit(double[] x) {
        return new Predictor(coefficients, solution.separation().directions()).logit(x);
    }

    /** P(label = 1) of one example without an offset; d numbers, not modified. */
    public double probability(double[] x) {
        return Predictor.sigmoid(logit(x));
    }

    /** theta, then the bias if there is one, infinite where separated; a new array. */
    public double[] estimates() {
        int d = coefficients.theta().length;
        double[] estimates = Arrays.copyOf(coefficients.theta(), d + coefficients.bias().length);
        System.arraycopy(coefficients.bias(), 0, estimates, d, coefficients.bias().length);
        Separation separation = solution.separation();
        for (int c = 0; c < separation.columns().size(); c++) {
            estimates[separation.columns().get(c)] = separation.signs().get(c) * Double.POSITIVE_INFINITY;
        }
        return estimates;
    }

    /** Whether each of the estimates was left out: those before it determine it, or nothing that is left tells of it. */
    public boolean[] aliased() {
        double[] estimates = estimates();
        boolean[] aliased = new boolean[estimates.length];
        for (int j = 0; j < aliased.length; j++) {
            aliased[j] = !solution.isKept(j) && Double.isFinite(estimates[j]);
        }
        return aliased;
    }

    /**
     * The standard errors of the estimates, from the inverse Hessian: NaN where an estimate is infinite or left out, and where
     * there is a penalty. A new array; O(k^3) for k estimates.
     */
    public double[] standardErrors() {
        double[] estimates = estimates();
        double[] errors = new double[estimates.length];
        Arrays.fill(errors, Double.NaN);
        if (solution.factor() == null) {
            return errors;
        }
        int[] kept = solution.kept();
        int features = coefficients.theta().length;
        boolean bias = kept.length > 0 && kept[kept.length - 1] == features;
        int d = bias ? kept.length - 1 : kept.length;
        double[] scale = new double[d];
        double[] center = new double[d];
        for (int i = 0; i < d; i++) {
            scale[i] = scaling.scale()[kept[i]];
            center[i] = scaling.center()[kept[i]];
        }
        double[] inverse = Cholesky.inverse(solution.factor(), kept.length);
        double[] of = Covariance.of(inverse, scale, center, bias).standardErrors();
        for (int i = 0; i < kept.length; i++) {
            errors[kept[i]] = Double.isFinite(estimates[kept[i]]) ? of[i] : Double.NaN;
        }
        return errors;
    }
}
