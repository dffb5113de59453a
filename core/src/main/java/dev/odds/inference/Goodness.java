package dev.odds.inference;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.kernel.LogisticMath;
import dev.odds.objective.Problem;
import dev.odds.objective.VectorSum;
import dev.odds.train.Solution;

/**
 * Measures of how much a whole model explains, all 0 for the model of bias and offsets alone; W counts as the number of
 * observations. Of grouped counts the log-likelihood is that of the single trials.
 *
 * @param mcFadden 1 - l / l0 (D. McFadden, in Frontiers in Econometrics, 1974); 1 where every label is fitted perfectly
 * @param coxSnell 1 - exp(2 (l0 - l) / W) (D. R. Cox and E. J. Snell, Analysis of Binary Data, 1989); below 1
 * @param nagelkerke coxSnell over its largest possible value, 1 - exp(2 l0 / W) (N. J. D. Nagelkerke, Biometrika 78, 1991)
 * @param tjur the mean probability of success over the successes less that over the failures (T. Tjur, The American Statistician 63,
 *     2009); NaN where one of the labels is absent
 */
public record Goodness(double mcFadden, double coxSnell, double nagelkerke, double tjur) {
    /** Of a solution; one reading of X. */
    public static Goodness of(Problem problem, Solution solution) {
        double gain = solution.nullLoss() - solution.loss();
        double coxSnell = -StrictMath.expm1(-2 * gain);
        return new Goodness(
                gain / solution.nullLoss(),
                coxSnell,
                coxSnell / -StrictMath.expm1(-2 * solution.nullLoss()),
                tjur(problem, solution));
    }

    /** Separated examples have the probability of their label, 0 or 1. */
    private static double tjur(Problem problem, Solution solution) {
        if (solution.separation().complete()) {
            return 1;
        }
        Problem rest =
                problem.with(problem.response().without(solution.separation().examples()));
        double certain = problem.response().successes() - rest.response().successes();
        double[] sums = problem.design()
                .sum(rest.response(), () -> new VectorSum(2), new Probabilities(Refits.flat(solution)))
                .values();
        return (certain + sums[0]) / problem.response().successes()
                - sums[1] / problem.response().failures();
    }

    /** Adds the probabilities of the successes, and those of the failures, by weight. */
    private record Probabilities(double[] x) implements Step<VectorSum> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, VectorSum into) {
            double[] z = Logits.of(block, y, x);
            for (int i = 0; i < z.length; i++) {
                int at = y.from() + i;
                double probability = LogisticMath.sigmoid(z[i]);
                into.values()[0] = Math.fma(y.success()[at], probability, into.values()[0]);
                into.values()[1] = Math.fma(y.failure()[at], probability, into.values()[1]);
            }
        }
    }
}
