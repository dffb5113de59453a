package dev.odds.inference;

import dev.odds.design.Slice;
import dev.odds.kernel.LogisticLoss;
import dev.odds.objective.Problem;
import java.util.BitSet;

/**
 * How well each example is fitted, and how far the fit would move without it (D. Pregibon, <i>Logistic regression diagnostics</i>,
 * Annals of Statistics 9, 1981). An example is a row as a whole: with weights w1 and w0 of its labels and w = w1 + w0 it has
 *
 * <pre>
 * score      s = w1 - w A
 * curvature  c = w A (1 - A)
 * leverage   h = c x~^T (X~ diag(c) X~^T)^-1 x~       these sum to k
 * </pre>
 *
 * <p>as R's glm has it with prior weights; the dispersion is 1.
 *
 * @param parameters k
 * @param probabilities A of each example; held, not copied, as are all
 * @param scores s
 * @param curvatures c
 * @param deviances the deviance residuals: the root of what the example adds to the deviance, with the sign of s
 * @param leverages h
 */
public record Influence(
        int parameters,
        double[] probabilities,
        double[] scores,
        double[] curvatures,
        double[] deviances,
        double[] leverages) {

    /** Of the examples of an information, at its point; one reading of O(n k^2), or O(k) for each stored entry. */
    public static Influence of(Information information) {
        Problem problem = information.problem();
        InfluenceStep step = InfluenceStep.of(information);
        double[][] columns = problem.design()
                .sum(problem.response(), Gathered::new, step)
                .columns(InfluenceStep.COLUMNS, (int) problem.design().examples());
        return new Influence(information.size(), columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    /** Of a fit: an example that is separated has its label's probability, and moves no finite estimate. */
    public static Influence of(Fitted fitted) {
        Influence influence = of(Information.of(fitted));
        BitSet separated = fitted.solution().separation().examples();
        for (int i = separated.nextSetBit(0); i >= 0; i = separated.nextSetBit(i + 1)) {
            Slice y = fitted.problem().response().slice(i, 1);
            influence.probabilities[i] = y.success()[y.from()] > 0 ? 1 : 0;
        }
        return influence;
    }

    /** n. */
    public int examples() {
        return scores.length;
    }

    /** Pearson's residual s / c^(1/2) of example i. */
    public double pearson(int i) {
        return scores[i] == 0 ? 0 : scores[i] / Math.sqrt(curvatures[i]);
    }

    /**
     * Cook's distance of example i, p its Pearson residual: p^2 h / (1 - h)^2 / k (R. D. Cook, Technometrics 19, 1977, by one step of
     * Newton's method); infinite where the fit cannot do without the example.
     */
    public double cook(int i) {
        double p = pearson(i) / (1 - leverages[i]);
        return p == 0 ? 0 : p * p * leverages[i] / parameters;
    }

    /** What the deviance falls by without example i, by one step: its own part and p^2 h / (1 - h). */
    public double devianceChange(int i) {
        double p = pearson(i);
        double moved = p == 0 ? 0 : p * p * leverages[i] / (1 - leverages[i]);
        return deviances[i] * deviances[i] + moved;
    }

    /** The deviance residual from what one example has. */
    static double deviance(double z, double e, double success, double failure) {
        double excess = LogisticLoss.loss(z, e, success, failure) - saturated(success, failure);
        double size = Math.sqrt(2 * Math.max(0, excess));
        return LogisticLoss.residual(z, e, success, failure) <= 0 ? size : -size;
    }

    /** The loss at the example's own proportion. */
    private static double saturated(double success, double failure) {
        double w = success + failure;
        return success > 0 && failure > 0
                ? -success * StrictMath.log(success / w) - failure * StrictMath.log(failure / w)
                : 0;
    }
}
