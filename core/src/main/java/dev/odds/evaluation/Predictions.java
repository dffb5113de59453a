package dev.odds.evaluation;

import dev.odds.table.InputException;

/**
 * Checked labels with what was predicted of them.
 *
 * @param label n labels, 0 or 1; read only
 * @param probability n probabilities of label 1, in [0, 1]; read only
 * @param weights n finite weights, 0 or more, or null where every example weighs 1; read only
 */
record Predictions(double[] label, double[] probability, double[] weights) {

    Predictions {
        int n = label.length;
        if (probability.length != n || weights != null && weights.length != n) {
            throw new InputException("found %d labels, %d probabilities and %s weights; expected as many of each"
                    .formatted(n, probability.length, weights == null ? "no" : weights.length));
        }
        for (int i = 0; i < n; i++) {
            double w = weights == null ? 1 : weights[i];
            expect(label[i] == 0 || label[i] == 1, "label", label[i], i, "0 or 1");
            expect(
                    probability[i] >= 0 && probability[i] <= 1,
                    "probability",
                    probability[i],
                    i,
                    "a number from 0 to 1");
            expect(w >= 0 && w < Double.POSITIVE_INFINITY, "weight", w, i, "a finite number, 0 or more");
        }
    }

    int size() {
        return label.length;
    }

    boolean success(int i) {
        return label[i] == 1;
    }

    double weight(int i) {
        return weights == null ? 1 : weights[i];
    }

    /** How many have a weight. */
    long examples() {
        long examples = 0;
        for (int i = 0; i < size(); i++) {
            examples += weight(i) > 0 ? 1 : 0;
        }
        return examples;
    }

    private static void expect(boolean holds, String what, double found, int position, String expected) {
        if (!holds) {
            throw new InputException(
                    "found the %s %s at position %d; expected %s".formatted(what, found, position, expected));
        }
    }
}
