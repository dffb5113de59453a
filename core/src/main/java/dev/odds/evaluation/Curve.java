package dev.odds.evaluation;

import java.util.List;

/**
 * A measure of every lambda of a path, averaged over folds.
 *
 * @param mean the weighted mean over the folds, NaN where no fold has one; by lambda, decreasing; held, not copied
 * @param error its standard error, (sum_k w_k (m_k - mean)^2 / sum_k w_k / (K - 1))^(1/2) over the K folds that have one; as {@code mean}
 * @param rising whether more is better
 */
public record Curve(double[] mean, double[] error, boolean rising) {
    /**
     * Averages.
     *
     * @param measures of each fold one for each lambda, NaN where it has none
     * @param weights of the folds
     */
    static Curve of(double[][] measures, double[] weights, boolean rising) {
        int lambdas = measures[0].length;
        double[] mean = new double[lambdas];
        double[] error = new double[lambdas];
        for (int k = 0; k < lambdas; k++) {
            average(measures, weights, k, mean, error);
        }
        return new Curve(mean, error, rising);
    }

    private static void average(double[][] measures, double[] weights, int k, double[] mean, double[] error) {
        CompensatedSums sums = new CompensatedSums(3);
        int folds = 0;
        for (int f = 0; f < weights.length; f++) {
            if (!Double.isNaN(measures[f][k])) {
                folds++;
                sums.add(0, weights[f]);
                sums.add(1, weights[f] * measures[f][k]);
            }
        }
        mean[k] = sums.get(1) / sums.get(0);
        for (int f = 0; f < weights.length; f++) {
            double off = measures[f][k] - mean[k];
            sums.add(2, Double.isNaN(off) ? 0 : weights[f] * off * off);
        }
        error[k] = StrictMath.sqrt(sums.get(2) / sums.get(0) / (folds - 1));
    }

    /** The lambda with the best mean, as {@link Pick#best} has it. */
    public int best() {
        return Pick.best(List.of(this)).lambda();
    }

    /** The largest lambda whose mean is within one standard error of the best, as {@link Pick#oneStandardError} has it. */
    public int oneStandardError() {
        return Pick.oneStandardError(List.of(this)).lambda();
    }

    /** The mean, by a sign of which less is better. */
    double loss(int k) {
        return rising ? -mean[k] : mean[k];
    }
}
