package dev.odds.evaluation;

import java.util.Arrays;

/**
 * How well the probabilities put the examples of label 1 above those of label 0. NaN where a class is absent.
 *
 * @param auc area under the ROC curve: the chance that an example of label 1, drawn by weight, has a higher probability
 *     than one of label 0, ties counted half (Hanley and McNeil, Radiology 143, 1982); exact, not a trapezoid on a grid
 * @param averagePrecision sum over the distinct probabilities, from the highest, of precision times the gain in recall;
 *     no interpolation
 * @param kolmogorovSmirnov the largest vertical distance between the distributions of the probability within the two
 *     classes, which is the largest true positive rate minus false positive rate
 */
public record Ranking(double auc, double averagePrecision, double kolmogorovSmirnov) {
    private static final Ranking UNDEFINED = new Ranking(Double.NaN, Double.NaN, Double.NaN);

    /**
     * Sorts the probabilities once and walks over the distinct ones. O(n log n) time, three arrays of n doubles.
     *
     * @param label n labels, 0 or 1; not modified
     * @param probability n probabilities; not modified
     * @param weight n weights or null for ones; not modified
     */
    static Ranking of(double[] label, double[] probability, double[] weight) {
        double[] score = distinct(probability);
        double[] success = new double[score.length];
        double[] failure = new double[score.length];
        for (int i = 0; i < label.length; i++) {
            double w = weight == null ? 1 : weight[i];
            int k = Arrays.binarySearch(score, probability[i] + 0.0);
            if (label[i] == 1) {
                success[k] += w;
            } else {
                failure[k] += w;
            }
        }
        return walk(success, failure);
    }

    /** The distinct values in rising order; adding 0.0 makes -0.0 and 0.0 one. */
    private static double[] distinct(double[] probability) {
        double[] sorted = new double[probability.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = probability[i] + 0.0;
        }
        Arrays.sort(sorted);
        int count = 0;
        for (double p : sorted) {
            if (count == 0 || p != sorted[count - 1]) {
                sorted[count++] = p;
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /**
     * From the highest probability down, with s and f the weights of the two labels at a probability, S and F their sums
     * above it: auc = sum of f (S + s / 2), average precision = sum of s (S + s) / (S + s + F + f), each over its total.
     */
    private static Ranking walk(double[] success, double[] failure) {
        CompensatedSums above = new CompensatedSums(2);
        for (int k = success.length - 1; k >= 0; k--) {
            above.add(0, success[k]);
            above.add(1, failure[k]);
        }
        double positive = above.get(0);
        double negative = above.get(1);
        if (positive == 0 || negative == 0) {
            return UNDEFINED;
        }
        above = new CompensatedSums(2);
        CompensatedSums area = new CompensatedSums(2);
        double furthest = 0;
        for (int k = success.length - 1; k >= 0; k--) {
            area.add(0, failure[k] * (above.get(0) + success[k] / 2));
            above.add(0, success[k]);
            above.add(1, failure[k]);
            double s = above.get(0);
            double f = above.get(1);
            area.add(1, success[k] == 0 ? 0 : success[k] * s / (s + f));
            furthest = Math.max(furthest, Math.abs(s / positive - f / negative));
        }
        return new Ranking(area.get(0) / positive / negative, area.get(1) / positive, furthest);
    }
}
