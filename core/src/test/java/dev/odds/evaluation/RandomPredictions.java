package dev.odds.evaluation;

import java.util.Random;

/**
 * Made-up examples for tests, from a seed.
 *
 * @param label 0 or 1
 * @param probability of label 1
 * @param weights 0 or more
 */
record RandomPredictions(double[] label, double[] probability, double[] weights) {
    /** Probabilities on a grid of so many steps, so that ties are frequent, and weights 0, 1/4, ... 2. */
    static RandomPredictions of(long seed, int n, int steps) {
        Random random = new Random(seed);
        double[][] columns = new double[3][n];
        for (int i = 0; i < n; i++) {
            columns[1][i] = (double) random.nextInt(steps + 1) / steps;
            columns[0][i] = random.nextDouble() < 0.2 + 0.6 * columns[1][i] ? 1 : 0;
            columns[2][i] = random.nextInt(9) / 4.0;
        }
        return new RandomPredictions(columns[0], columns[1], columns[2]);
    }

    /** The examples at the positions, in their order. */
    RandomPredictions pick(int[] positions) {
        double[][] columns = new double[3][positions.length];
        for (int i = 0; i < positions.length; i++) {
            columns[0][i] = label[positions[i]];
            columns[1][i] = probability[positions[i]];
            columns[2][i] = weights[positions[i]];
        }
        return new RandomPredictions(columns[0], columns[1], columns[2]);
    }

    int size() {
        return label.length;
    }

    Predictions checked() {
        return Predictions.labelled(label, probability, weights);
    }
}
