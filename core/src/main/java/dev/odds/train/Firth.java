package dev.odds.train;

import dev.odds.design.Coefficients;
import dev.odds.kernel.Cholesky;
import dev.odds.objective.FirthObjective;
import dev.odds.objective.LogisticObjective;
import dev.odds.objective.Problem;
import dev.odds.optimize.Certificate;
import dev.odds.optimize.Need;
import dev.odds.optimize.Point;
import dev.odds.optimize.Reason;
import dev.odds.optimize.Scoring;
import dev.odds.optimize.Subspace;
import java.util.Arrays;

/**
 * Firth's penalised likelihood at its maximum ({@link FirthObjective}), by scoring from the null model. The function is not concave, so
 * nothing bounds the distance to the maximum: the decrement decides, in standard errors.
 */
final class Firth {
    /** Of the remaining step, in standard errors. */
    private static final double NEAR = 1e-9;

    private static final int STEPS = 200;

    private Firth() {}

    /**
     * Solves.
     *
     * @param problem with Firth's penalty
     * @param iterations the most steps, or 0 for 200
     * @throws dev.odds.table.InputException as {@link Trainer#solve}
     */
    static Solution solve(Problem problem, int iterations) {
        NullModel origin = NullModel.of(problem);
        double[] x = new double[problem.size()];
        if (problem.bias()) {
            x[x.length - 1] = origin.bias();
        }
        int[] kept = Aliasing.kept(problem, Run.gram(problem, new LogisticObjective(problem).at(x, Need.HESSIAN)));
        double[] ones = new double[kept.length];
        Arrays.fill(ones, 1);
        Subspace space = new Subspace(new FirthObjective(problem, kept), kept, ones);
        double weight = problem.response().weight();
        int most = iterations == 0 ? STEPS : iterations;
        Scoring.Minimum end = Scoring.minimise(space, space.select(x), NEAR * NEAR / weight, most);
        return solution(problem, space, end, origin);
    }

    private static Solution solution(Problem problem, Subspace space, Scoring.Minimum end, NullModel origin) {
        double[] x = space.embed(end.x());
        int d = problem.design().features();
        Point point = end.point();
        double[] factor = point.hessian().packed().clone();
        for (int j = 0; j < factor.length; j++) {
            factor[j] *= problem.response().weight();
        }
        Cholesky.factor(factor, space.size(), 0, new boolean[space.size()]);
        boolean precise = end.reason() == Reason.PRECISION
                && end.decrement() * problem.response().weight() < 1e-12;
        return new Solution(
                new Coefficients(Arrays.copyOf(x, d), Arrays.copyOfRange(x, d, x.length)),
                space.kept(),
                factor,
                new LogisticObjective(problem).at(x, Need.VALUE).value(),
                point.value(),
                origin.loss(),
                space.largestDerivative(point),
                Solver.NEWTON,
                end.steps(),
                precise ? Reason.CONVERGED : end.reason(),
                end.isConverged() || precise,
                Certificate.none(),
                Separation.of(Separation.Verdict.NONE));
    }
}
