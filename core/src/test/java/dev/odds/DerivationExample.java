package dev.odds;

import dev.odds.Derivation.Convention;
import java.util.SplittableRandom;

/**
 * A random problem: features of very different sizes, labels and weights at random, logits of about the size asked for.
 *
 * @param x d x n
 */
record DerivationExample(double[][] x, double[] theta, double b, double[] y, double[] w) {

    static DerivationExample random(long seed, int d, int n, double logits) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[d][n];
        double[] theta = new double[d];
        double[] y = new double[n];
        double[] w = new double[n];
        for (int j = 0; j < d; j++) {
            double size = Math.pow(10, random.nextInt(-3, 4));
            theta[j] = logits * (random.nextDouble() - 0.5) / (size * Math.sqrt(d));
            for (int i = 0; i < n; i++) {
                x[j][i] = size * (2 * random.nextDouble() - 0.7);
            }
        }
        for (int i = 0; i < n; i++) {
            y[i] = random.nextInt(2);
            w[i] = random.nextInt(4) == 0 ? 0 : random.nextDouble() * 3;
        }
        w[0] = 1;
        return new DerivationExample(x, theta, logits * (random.nextDouble() - 0.5), y, w);
    }

    Derivation in(Convention convention) {
        return new Derivation(x, theta, b, y, w, convention);
    }
}
