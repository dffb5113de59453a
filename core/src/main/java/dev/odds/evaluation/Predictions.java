package dev.odds.evaluation;

import dev.odds.table.InputException;

/**
 * Checked labels, by their weights, with what was predicted of them.
 *
 * @param probability n probabilities of label 1, in [0, 1]; read only
 * @param success n weights of label 1; read only
 * @param failure n weights of label 0; read only
 */
record Predictions(double[] probability, double[] success, double[] failure) {

    Predictions {
        int n = probability.length;
        if (success.length != n || failure.length != n) {
            throw new InputException(
                    "found %d probabilities for %d weights of label 1 and %d of label 0; expected as many of each"
                            .formatted(n, success.length, failure.length));
        }
        for (int i = 0; i < n; i++) {
            double p = probability[i];
            expect(p >= 0 && p <= 1, "probability", p, i, "a number from 0 to 1");
            expect(isWeight(success[i]), "weight", success[i], i, "a finite number, 0 or more");
            expect(isWeight(failure[i]), "weight", failure[i], i, "a finite number, 0 or more");
        }
    }

    /**
     * Of examples that have one label each.
     *
     * @param label n labels, 0 or 1
     * @param weights n finite weights, 0 or more, or null where every example weighs 1
     */
    static Predictions labelled(double[] label, double[] probability, double[] weights) {
        int n = label.length;
        if (probability.length != n || weights != null && weights.length != n) {
            throw new InputException("found %d labels, %d probabilities and %s weights; expected as many of each"
                    .formatted(n, probability.length, weights == null ? "no" : weights.length));
        }
        double[] success = new double[n];
        double[] failure = new double[n];
        for (int i = 0; i < n; i++) {
            expect(label[i] == 0 || label[i] == 1, "label", label[i], i, "0 or 1");
            double[] side = label[i] == 1 ? success : failure;
            side[i] = weights == null ? 1 : weights[i];
        }
        return new Predictions(probability, success, failure);
    }

    int size() {
        return probability.length;
    }

    double weight(int i) {
        return success[i] + failure[i];
    }

    /** How many have a weight. */
    long examples() {
        long examples = 0;
        for (int i = 0; i < size(); i++) {
            examples += weight(i) > 0 ? 1 : 0;
        }
        return examples;
    }

    private static boolean isWeight(double w) {
        return w >= 0 && w < Double.POSITIVE_INFINITY;
    }

    private static void expect(boolean holds, String what, double found, int position, String expected) {
        if (!holds) {
            throw new InputException(
                    "found the %s %s at position %d; expected %s".formatted(what, found, position, expected));
        }
    }
}
