package dev.odds.evaluation;

import java.util.Random;

/** Made-up labels, probabilities and weights for tests, from a seed. */
final class RandomPredictions {
    private RandomPredictions() {}

    /** Probabilities on a grid of so many steps, so that ties are frequent, and weights 0, 1/4, ... 2. */
    static Predictions of(long seed, int n, int steps) {
        Random random = new Random(seed);
        double[][] columns = new double[3][n];
        for (int i = 0; i < n; i++) {
            columns[1][i] = (double) random.nextInt(steps + 1) / steps;
            columns[0][i] = random.nextDouble() < 0.2 + 0.6 * columns[1][i] ? 1 : 0;
            columns[2][i] = random.nextInt(9) / 4.0;
        }
        return new Predictions(columns[0], columns[1], columns[2]);
    }

    /** The examples at the positions, in their order. */
    static Predictions pick(Predictions from, int[] positions) {
        double[][] columns = new double[3][positions.length];
        for (int i = 0; i < positions.length; i++) {
            columns[0][i] = from.label()[positions[i]];
            columns[1][i] = from.probability()[positions[i]];
            columns[2][i] = from.weight(positions[i]);
        }
        return new Predictions(columns[0], columns[1], columns[2]);
    }
}
