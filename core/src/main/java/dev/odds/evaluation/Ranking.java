package dev.odds.evaluation;

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
    private static final int SUCCESS = 0;
    private static final int FAILURE = 1;

    /**
     * Walks over the probabilities from the highest, tie by tie. With s and f the weights of the two labels in a tie, and S
     * and F their sums above it: auc = sum of f (S + s / 2), average precision = sum of s (S + s) / (S + s + F + f), each
     * over its total. O(n) time and two arrays of n positions.
     */
    static Ranking of(Predictions predictions) {
        return of(predictions.probability(), predictions.success(), predictions.failure());
    }

    /**
     * As above by any score that rises with the probability, such as the logit.
     *
     * @param score n numbers, none NaN; not modified
     * @param success n weights of label 1, none negative; not modified
     * @param failure n weights of label 0, none negative; not modified
     */
    static Ranking of(double[] score, double[] success, double[] failure) {
        int[] order = RisingOrder.of(score);
        CompensatedSums above = new CompensatedSums(2);
        CompensatedSums area = new CompensatedSums(2);
        double positive = total(success);
        double negative = total(failure);
        double furthest = 0;
        for (int i = order.length; i > 0; ) {
            double won = above.get(SUCCESS);
            double lost = above.get(FAILURE);
            i = passTie(score, success, failure, order, i, above);
            double s = above.get(SUCCESS);
            double f = above.get(FAILURE);
            area.add(0, (f - lost) * (won + (s - won) / 2));
            area.add(1, s == won ? 0 : (s - won) * s / (s + f));
            furthest = Math.max(furthest, Math.abs(s / positive - f / negative));
        }
        if (positive == 0 || negative == 0) {
            return new Ranking(Double.NaN, Double.NaN, Double.NaN);
        }
        return new Ranking(area.get(0) / positive / negative, area.get(1) / positive, furthest);
    }

    /** Adds the examples just below position i that share one score; returns the position below which to go on. */
    private static int passTie(
            double[] score, double[] success, double[] failure, int[] order, int i, CompensatedSums above) {
        double tie = score[order[i - 1]];
        int at = i;
        while (at > 0 && score[order[at - 1]] == tie) {
            int example = order[--at];
            above.add(SUCCESS, success[example]);
            above.add(FAILURE, failure[example]);
        }
        return at;
    }

    private static double total(double[] weights) {
        CompensatedSums sum = new CompensatedSums(1);
        for (double w : weights) {
            sum.add(0, w);
        }
        return sum.get(0);
    }
}
