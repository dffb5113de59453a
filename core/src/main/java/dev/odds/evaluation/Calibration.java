package dev.odds.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Do the probabilities mean what they say?
 *
 * @param bins ten bins of equal width by predicted probability; a bin holds its lower edge, the last holds 1 too
 * @param predicted the weighted mean of the probabilities
 * @param observed the weighted share of label 1
 * @param expectedError the weighted mean over the bins of |observed - predicted| (Naeini, Cooper and Hauskrecht, AAAI
 *     2015)
 */
public record Calibration(List<Bin> bins, double predicted, double observed, double expectedError) {
    private static final int BINS = 10;

    /**
     * The examples whose probability lies in [lower, upper).
     *
     * @param examples how many of positive weight
     * @param weight their weight
     * @param predicted the weighted mean of their probabilities; NaN for an empty bin
     * @param observed the weighted share of label 1; NaN for an empty bin
     */
    public record Bin(double lower, double upper, long examples, double weight, double predicted, double observed) {}

    public Calibration {
        bins = List.copyOf(bins);
    }

    /** Calibration in the large: the share of label 1 minus the mean probability; 0 for a fit with a free bias. */
    public double inTheLarge() {
        return observed - predicted;
    }

    /** Sums the bins; O(n). */
    static Calibration of(Predictions predictions) {
        long[] examples = new long[BINS];
        CompensatedSums weights = new CompensatedSums(BINS);
        CompensatedSums predicted = new CompensatedSums(BINS);
        CompensatedSums observed = new CompensatedSums(BINS);
        for (int i = 0; i < predictions.size(); i++) {
            double w = predictions.weight(i);
            double p = predictions.probability()[i];
            int bin = bin(p);
            examples[bin] += w > 0 ? 1 : 0;
            weights.add(bin, w);
            predicted.add(bin, w * p);
            observed.add(bin, predictions.success()[i]);
        }
        List<Bin> bins = new ArrayList<>();
        CompensatedSums total = new CompensatedSums(4);
        for (int k = 0; k < BINS; k++) {
            double w = weights.get(k);
            double p = predicted.get(k);
            double y = observed.get(k);
            bins.add(new Bin(edge(k), edge(k + 1), examples[k], w, p / w, y / w));
            total.add(0, w);
            total.add(1, p);
            total.add(2, y);
            total.add(3, Math.abs(y - p));
        }
        double w = total.get(0);
        return new Calibration(bins, total.get(1) / w, total.get(2) / w, total.get(3) / w);
    }

    /** The bin of a probability: the last whose lower edge, rounded to a double, does not exceed it. */
    private static int bin(double probability) {
        int bin = Math.min((int) (probability * BINS), BINS - 1);
        return probability < edge(bin) ? bin - 1 : bin;
    }

    private static double edge(int bin) {
        return (double) bin / BINS;
    }
}
