package dev.odds.inference;

import dev.odds.design.Coefficients;
import dev.odds.design.Scaling;
import dev.odds.kernel.Cholesky;
import dev.odds.model.Facts;
import dev.odds.objective.Problem;
import dev.odds.train.Separation;
import dev.odds.train.Solution;
import java.util.Arrays;

/**
 * A problem and its solution: where every statistic starts. The <em>variables</em> are theta and, after its d elements, the bias; those
 * that the data determine are <em>kept</em>, and matrices are over these, in their order. Immutable.
 */
public final class Fitted {
    private final Problem problem;
    private final Problem part;
    private final Solution solution;
    private final Covariance inverse;

    /**
     * Of a solution.
     *
     * @param solution of {@code problem}, with its factor
     */
    public Fitted(Problem problem, Solution solution) {
        if (solution.factor() == null) {
            throw new IllegalArgumentException(
                    "found a solution without a factor; expected an unpenalised, proved one");
        }
        Separation separation = solution.separation();
        this.problem = problem;
        this.solution = solution;
        this.part = separation.examples().isEmpty()
                ? problem
                : problem.with(problem.response().without(separation.examples()));
        int k = solution.kept().length;
        this.inverse = new Covariance(k, Cholesky.inverse(solution.factor(), k));
    }

    /** The problem over all examples. */
    public Problem problem() {
        return problem;
    }

    /** The problem over the examples that no direction separates: where estimates and matrices are finite. */
    public Problem part() {
        return part;
    }

    public Solution solution() {
        return solution;
    }

    /** From the user's columns to the stored ones. */
    public Scaling scaling() {
        return problem.design().scaling();
    }

    /** d. */
    public int features() {
        return problem.design().features();
    }

    /** The variables that were estimated, increasing: feature j, or d for the bias; not to be modified. */
    public int[] kept() {
        return solution.kept();
    }

    /** How many these are. */
    public int size() {
        return solution.kept().length;
    }

    /** Where the objective was left: all variables in the coordinates of the design, 0 where not kept; a new array. */
    public double[] x() {
        double[] theta = solution.coefficients().theta();
        double[] bias = solution.coefficients().bias();
        double[] x = Arrays.copyOf(theta, theta.length + bias.length);
        System.arraycopy(bias, 0, x, theta.length, bias.length);
        return x;
    }

    /** All variables on the user's scale, infinite where separated, 0 where not kept; a new array. */
    public double[] estimates() {
        Coefficients user = scaling().toUser(solution.coefficients());
        int d = user.theta().length;
        double[] estimates = Arrays.copyOf(user.theta(), d + user.bias().length);
        System.arraycopy(user.bias(), 0, estimates, d, user.bias().length);
        Separation separation = solution.separation();
        for (int c = 0; c < separation.columns().size(); c++) {
            estimates[separation.columns().get(c)] = separation.signs().get(c) * Double.POSITIVE_INFINITY;
        }
        return estimates;
    }

    /** (W H)^-1 in the coordinates of the design, over the variables kept: the inverse Fisher information there. */
    public Covariance inverse() {
        return inverse;
    }

    /** The covariance of the variables kept on the user's scale, by Fisher's information. */
    public Covariance fisher() {
        return toUser(inverse);
    }

    /**
     * A covariance in the coordinates of the design as one on the user's scale.
     *
     * @param stored over the variables kept
     */
    public Covariance toUser(Covariance stored) {
        return stored.toUser(kept(), scaling());
    }

    /**
     * A covariance as a model holds it.
     *
     * @param name which it is
     * @param stored in the coordinates of the design, over the variables kept
     */
    public Facts.Covariance stored(String name, Covariance stored) {
        int[] kept = kept();
        double[] center = new double[kept.length];
        double[] scale = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            boolean bias = kept[i] == features();
            center[i] = bias ? 0 : scaling().center()[kept[i]];
            scale[i] = bias ? 1 : scaling().scale()[kept[i]];
        }
        Covariance scaled = Covariance.of(stored.packed(), scale, new double[kept.length], false);
        return new Facts.Covariance(name, kept.clone(), center, scaled.packed());
    }

    /**
     * The standard errors of all variables on the user's scale: NaN where an estimate is infinite or not kept.
     *
     * @param covariance on the user's scale, over the variables kept
     */
    public double[] standardErrors(Covariance covariance) {
        double[] estimates = estimates();
        double[] errors = new double[estimates.length];
        Arrays.fill(errors, Double.NaN);
        double[] of = covariance.standardErrors();
        for (int i = 0; i < size(); i++) {
            int j = kept()[i];
            errors[j] = Double.isFinite(estimates[j]) ? of[i] : Double.NaN;
        }
        return errors;
    }
}
