package dev.odds.evaluation;

/**
 * What was said against what was true, by weight: label 1 is predicted where the probability reaches the threshold. A
 * ratio whose denominator is zero is NaN.
 *
 * @param threshold the lowest probability that predicts label 1
 * @param truePositive weight of label 1 predicted as 1
 * @param falsePositive weight of label 0 predicted as 1
 * @param falseNegative weight of label 1 predicted as 0
 * @param trueNegative weight of label 0 predicted as 0
 */
public record Confusion(
        double threshold, double truePositive, double falsePositive, double falseNegative, double trueNegative) {

    /** Counts by weight; O(n). */
    static Confusion of(Predictions predictions, double threshold) {
        CompensatedSums cells = new CompensatedSums(4);
        for (int i = 0; i < predictions.size(); i++) {
            int predicted = predictions.probability()[i] >= threshold ? 2 : 0;
            cells.add(predicted + 1, predictions.success()[i]);
            cells.add(predicted, predictions.failure()[i]);
        }
        return new Confusion(threshold, cells.get(3), cells.get(2), cells.get(1), cells.get(0));
    }

    /** The share predicted rightly. */
    public double accuracy() {
        double right = truePositive + trueNegative;
        return right / (right + falsePositive + falseNegative);
    }

    /** The share of label 1 among those predicted as 1. */
    public double precision() {
        return truePositive / (truePositive + falsePositive);
    }

    /** The share predicted as 1 among those of label 1; also called sensitivity. */
    public double recall() {
        return truePositive / (truePositive + falseNegative);
    }

    /** The share predicted as 0 among those of label 0. */
    public double specificity() {
        return trueNegative / (trueNegative + falsePositive);
    }

    /** The harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN). */
    public double f1() {
        return 2 * truePositive / (2 * truePositive + falsePositive + falseNegative);
    }
}
