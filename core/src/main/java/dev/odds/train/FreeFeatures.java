package dev.odds.train;

import dev.odds.design.Coefficients;
import dev.odds.design.SelectedFeatures;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Monitor;
import dev.odds.table.InputException;
import java.util.stream.IntStream;

/** The features that a penalty leaves free, beside others that it does not. */
final class FreeFeatures {
    private FreeFeatures() {}

    /**
     * The fit of the free features alone, all others at 0; null where there are none, or bounds on them.
     *
     * @throws InputException if they separate the labels: then nothing holds their coefficients back
     */
    static Coefficients fit(Problem problem, Settings settings) {
        Penalty penalty = problem.penalty();
        int d = problem.design().features();
        int[] free = IntStream.range(0, d)
                .filter(j -> penalty.factors()[j] == 0 && penalty.units()[j] > 0)
                .toArray();
        if (free.length == 0 || free.length == d || penalty.box() != null) {
            return null;
        }
        Problem alone = new Problem(
                SelectedFeatures.of(problem.design(), free),
                problem.response(),
                Penalty.none(free.length),
                problem.bias());
        Settings plain = new Settings(Solver.AUTO, settings.tolerance(), 0);
        Solution solution = Trainer.solve(alone, plain, null, Monitor.NONE);
        if (solution.separation().verdict() == Separation.Verdict.SEPARATED) {
            throw new InputException(
                    "found that the columns without penalty separate the labels by themselves, so that their coefficients are infinite; expected a penalty factor above 0 for each of them");
        }
        double[] theta = new double[d];
        for (int a = 0; a < free.length; a++) {
            theta[free[a]] = solution.coefficients().theta()[a];
        }
        return new Coefficients(theta, solution.coefficients().bias());
    }
}
