package dev.odds.model;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Between what bounds probabilities lie.
 *
 * @param lower one per row, NaN where there is none; held, not copied
 * @param upper as {@code lower}
 */
public record Interval(double[] lower, double[] upper) {
    /** From logits and their standard errors: the logit is taken as normal. */
    static Interval of(double[] logits, double[] errors, double level) {
        double quantile = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        double[] lower = new double[logits.length];
        double[] upper = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            boolean finite = Double.isFinite(logits[i]);
            double distance = quantile * errors[i];
            lower[i] = finite ? Predictor.sigmoid(logits[i] - distance) : Double.NaN;
            upper[i] = finite ? Predictor.sigmoid(logits[i] + distance) : Double.NaN;
        }
        return new Interval(lower, upper);
    }
}
