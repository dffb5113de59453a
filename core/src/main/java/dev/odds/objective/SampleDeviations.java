package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;

/**
 * The weighted sample standard deviations of the stored features: sum w (x - mean)^2 is divided by W - sum w^2 / W, which is n - 1 where
 * each weight is 1.
 */
public final class SampleDeviations {
    private SampleDeviations() {}

    /** Adds the square of each example's weight. */
    private record Squares() implements Step<VectorSum> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, VectorSum into) {
            for (int i = y.from(); i < y.from() + y.count(); i++) {
                double w = y.success()[i] + y.failure()[i];
                into.values()[0] = Math.fma(w, w, into.values()[0]);
            }
        }
    }

    /**
     * d numbers, 0 where a feature is constant.
     *
     * @param weighted whether any weight is not 1, which costs a third reading
     */
    public static double[] of(Problem problem, boolean weighted) {
        double weight = problem.response().weight();
        double squares = weighted ? squares(problem) : weight;
        double ratio = StrictMath.sqrt(weight / (weight - squares / weight));
        double[] deviations = Deviations.of(problem);
        for (int j = 0; j < deviations.length; j++) {
            deviations[j] = deviations[j] == 0 ? 0 : deviations[j] * ratio;
        }
        return deviations;
    }

    private static double squares(Problem problem) {
        return problem.design()
                .sum(problem.response(), () -> new VectorSum(1), new Squares())
                .values()[0];
    }
}
