package dev.odds.evaluation;

import dev.odds.table.InputException;

/**
 * Measures of probabilities against the labels that came true; every mean is weighted.
 *
 * @param examples the number of examples of positive weight
 * @param positive the weight of label 1
 * @param negative the weight of label 0
 * @param logLoss mean cross-entropy in nats, -(1/W) sum w [y log p + (1 - y) log(1 - p)]; infinite if an example of
 *     probability 0 or 1 has the other label
 * @param brier mean of (y - p)^2 (Brier, Monthly Weather Review 78, 1950)
 * @param ranking how the labels are ordered; NaN inside where only one class is present
 * @param calibration whether the probabilities mean what they say
 * @param confusion labels at one threshold
 */
public record Evaluation(
        long examples,
        double positive,
        double negative,
        double logLoss,
        double brier,
        Ranking ranking,
        Calibration calibration,
        Confusion confusion) {
    private static final double DEFAULT_THRESHOLD = 0.5;

    /** Evaluates with the threshold 0.5; see {@link #of(double[], double[], double[], double)}. */
    public static Evaluation of(double[] label, double[] probability, double[] weight) {
        return of(label, probability, weight, DEFAULT_THRESHOLD);
    }

    /**
     * Evaluates n predictions in O(n). The order of the examples matters only by rounding.
     *
     * @param label n labels, 0 or 1; not modified
     * @param probability n probabilities of label 1, each in [0, 1]; not modified
     * @param weight n finite weights, none negative, or null where every example weighs 1; weight 0 is an example that is
     *     not there; not modified
     * @param threshold the lowest probability that predicts label 1, in [0, 1]
     * @throws InputException for other labels, probabilities, weights, lengths or thresholds, and where nothing has a weight
     */
    public static Evaluation of(double[] label, double[] probability, double[] weight, double threshold) {
        return of(Predictions.labelled(label, probability, weight), threshold);
    }

    /**
     * Evaluates n predictions of counts, or of labels by their weights, in O(n).
     *
     * @param success n finite weights of label 1, none negative; not modified
     * @param failure n finite weights of label 0, none negative; not modified
     * @param probability n probabilities of label 1, each in [0, 1]; not modified
     * @param threshold as above
     * @throws InputException as above
     */
    public static Evaluation weighted(double[] success, double[] failure, double[] probability, double threshold) {
        return of(new Predictions(probability, success, failure), threshold);
    }

    private static Evaluation of(Predictions predictions, double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new InputException("found the threshold %s; expected a number from 0 to 1".formatted(threshold));
        }
        long examples = predictions.examples();
        if (examples == 0) {
            throw new InputException("found no example of positive weight; expected at least one to evaluate");
        }
        CompensatedSums sums = new CompensatedSums(4);
        for (int i = 0; i < predictions.size(); i++) {
            double p = predictions.probability()[i];
            add(sums, 0, predictions.success()[i], 1 - p, -StrictMath.log(p));
            add(sums, 1, predictions.failure()[i], -p, -StrictMath.log1p(-p));
        }
        double total = sums.get(0) + sums.get(1);
        return new Evaluation(
                examples,
                sums.get(0),
                sums.get(1),
                sums.get(2) / total,
                sums.get(3) / total,
                Ranking.of(predictions),
                Calibration.of(predictions),
                Confusion.of(predictions, threshold));
    }

    /** A label of no weight counts for nothing, however wrong its probability. */
    private static void add(CompensatedSums sums, int side, double w, double miss, double loss) {
        if (w > 0) {
            sums.add(side, w);
            sums.add(2, w * loss);
            sums.add(3, w * miss * miss);
        }
    }

    /** W, the sum of the weights. */
    public double weight() {
        return positive + negative;
    }

    /** The log-loss of the share of label 1, said of every example: the entropy of the labels. */
    public double baselineLogLoss() {
        return (entropy(positive) + entropy(negative)) / weight();
    }

    /** 1 - logLoss / baseline (McFadden's pseudo R squared on these examples); NaN where one class is present. */
    public double logLossSkill() {
        return skill(logLoss, baselineLogLoss());
    }

    /** The Brier score of the share of label 1, said of every example. */
    public double baselineBrier() {
        return positive / weight() * (negative / weight());
    }

    /** 1 - brier / baseline; NaN where one class is present. */
    public double brierSkill() {
        return skill(brier, baselineBrier());
    }

    /** The area under the ROC curve; NaN where one class is present. */
    public double auc() {
        return ranking.auc();
    }

    private double entropy(double part) {
        return part == 0 ? 0 : part * StrictMath.log(weight() / part);
    }

    private static double skill(double measure, double baseline) {
        return baseline == 0 ? Double.NaN : 1 - measure / baseline;
    }
}
