package dev.odds.inference;

import dev.odds.objective.LogisticObjective;
import dev.odds.objective.Problem;
import dev.odds.optimize.Need;
import dev.odds.optimize.Subspace;
import dev.odds.train.Solution;
import java.util.Arrays;

/**
 * Where a fit is minimised again.
 *
 * @param space F over some of the variables, the others 0
 * @param weight W of the examples that F is over
 * @param start the solution there
 */
record Refits(Subspace space, double weight, double[] start) {
    /** The problem over the examples that no direction separates, over the variables kept: where the solution is the minimum. */
    static Refits ofRest(Problem problem, Solution solution) {
        Problem rest =
                problem.with(problem.response().without(solution.separation().examples()));
        return of(rest, solution, solution.kept());
    }

    /** Over all examples. */
    static Refits of(Problem problem, Solution solution, int[] variables) {
        double[] units = new double[variables.length];
        Arrays.fill(units, 1);
        Subspace space = new Subspace(new LogisticObjective(problem), variables, units);
        return new Refits(space, problem.response().weight(), space.select(flat(solution)));
    }

    /** theta and, where there is one, the bias; a new array. */
    static double[] flat(Solution solution) {
        double[] theta = solution.coefficients().theta();
        double[] bias = solution.coefficients().bias();
        double[] x = Arrays.copyOf(theta, theta.length + bias.length);
        System.arraycopy(bias, 0, x, theta.length, bias.length);
        return x;
    }

    /** F at the start. */
    double value() {
        return space.at(start, Need.VALUE).value();
    }

    /** Only the limit of a fit without a penalty, and a proved one, is where its likelihood is largest. */
    static void check(Solution solution) {
        if (solution.factor() == null && !solution.separation().complete()) {
            throw new IllegalArgumentException(
                    "found a solution without a factor; expected an unpenalised, proved one");
        }
    }
}
