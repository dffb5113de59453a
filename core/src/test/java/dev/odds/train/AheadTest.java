package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.LogisticRegression;
import dev.odds.Optimum;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Coefficients;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fits of so many examples that they begin at the minimum over a sample, without a reading at the null model. */
class AheadTest {
    private static final long SEED = 12;
    private static final int N = 12_000;
    private static final int D = 3;

    private final double[] x = new double[N * D];
    private final double[] y = new double[N];

    /** @param third of a normal number of its own in the third feature; the rest is the sum of the others */
    private void fill(double third) {
        Random random = new Random(SEED);
        for (int i = 0; i < N; i++) {
            double first = random.nextGaussian();
            double second = random.nextGaussian();
            x[i * D] = first;
            x[i * D + 1] = second;
            x[i * D + 2] = first + second + third * random.nextGaussian();
            y[i] = random.nextDouble() < 1 / (1 + Math.exp(0.5 - first + 2 * second)) ? 1 : 0;
        }
    }

    @Test
    void aColumnThatTheOthersDetermineIsStillLeftOut() {
        fill(0);
        Optimum optimum = LogisticRegression.create().solve(x, D, y);
        assertArrayEquals(new boolean[] {false, false, true, false}, optimum.aliased(), "seed " + SEED);
        assertTrue(optimum.converged(), "seed " + SEED);
    }

    @Test
    void aColumnThatTheOthersNearlyDetermineStays() {
        fill(1e-5);
        assertArrayEquals(
                new boolean[D + 1], LogisticRegression.create().solve(x, D, y).aliased(), "seed " + SEED);
    }

    @Test
    void theMinimumIsThatOfAFitFromAStart() {
        fill(1);
        LogisticRegression spec = LogisticRegression.create();
        double[] ahead = spec.solve(x, D, y).estimates();
        double[][] rows = new double[N][];
        for (int i = 0; i < N; i++) {
            rows[i] = Arrays.copyOfRange(x, i * D, (i + 1) * D);
        }
        Coefficients start = new Coefficients(new double[] {0.1, 0.1, 0.1}, new double[] {0.1});
        Coefficients from =
                spec.fit(rows, ArrayResponse.of(y), start, step -> true).model().coefficients();
        for (int j = 0; j < D; j++) {
            assertEquals(from.theta()[j], ahead[j], 1e-10, "seed " + SEED);
        }
        assertEquals(from.bias()[0], ahead[D], 1e-10, "seed " + SEED);
    }
}
