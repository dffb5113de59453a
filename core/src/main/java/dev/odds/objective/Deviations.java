package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;

/** The weighted standard deviations of the stored features, for penalties on standardised coefficients. */
public final class Deviations {
    private Deviations() {}

    private record Moments(double[] centers) implements Step<VectorSum> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, VectorSum into) {
            double[] weights = new double[block.examples()];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = y.success()[y.from() + i] + y.failure()[y.from() + i];
                into.values()[3 * block.features()] += weights[i];
            }
            block.moments(weights, centers, into.values());
        }
    }

    /**
     * Population deviations, dividing by W: d numbers, 0 where a feature is constant. Two readings: the second about the means of
     * the first, so that nothing cancels. The weight of the examples that do not store a feature is a difference of two sums of one
     * order, so that it is exactly 0 where all do.
     */
    public static double[] of(Problem problem) {
        int d = problem.design().features();
        double weight = problem.response().weight();
        double[] first = moments(problem, new double[d]);
        double[] means = new double[d];
        for (int j = 0; j < d; j++) {
            means[j] = first[j] / weight;
        }
        double[] second = moments(problem, means);
        double[] deviations = new double[d];
        for (int j = 0; j < d; j++) {
            double absent = second[3 * d] - second[2 * d + j];
            double sum = second[j] - absent * means[j];
            double squares = Math.fma(absent * means[j], means[j], second[d + j]);
            double variance = squares / weight - sum / weight * (sum / weight);
            boolean constant = variance <= 0x1p-90 * means[j] * means[j];
            deviations[j] = constant ? 0 : StrictMath.sqrt(variance);
        }
        return deviations;
    }

    private static double[] moments(Problem problem, double[] centers) {
        int d = centers.length;
        return problem.design()
                .sum(problem.response(), () -> new VectorSum(3 * d + 1), new Moments(centers))
                .values();
    }
}
