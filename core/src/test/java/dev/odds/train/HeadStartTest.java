package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.Fit;
import dev.odds.LogisticRegression;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.Coefficients;
import dev.odds.optimize.Monitor;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Newton's method starts at the minimum over every 16th block: a good one saves steps, and a bad one does no harm. */
class HeadStartTest {
    private static final long SEED = 11;
    private static final int EXAMPLES = 30_000;
    private static final LogisticRegression NEWTON = LogisticRegression.create().withSolver(Solver.NEWTON);

    private final double[][] x = new double[EXAMPLES][3];
    private final double[] y = new double[EXAMPLES];

    HeadStartTest() {
        Random random = new Random(SEED);
        for (int i = 0; i < EXAMPLES; i++) {
            double logit = -1;
            for (int j = 0; j < 3; j++) {
                x[i][j] = random.nextGaussian();
                logit += (j + 1) * x[i][j];
            }
            y[i] = random.nextDouble() < 1 / (1 + StrictMath.exp(-logit)) ? 1 : 0;
        }
    }

    private static boolean isSampled(int example) {
        return example / Block.SIZE % 16 == 0;
    }

    private Fit blind() {
        return NEWTON.fit(x, y);
    }

    /** From a start that is no better than the null model, but for a little: without a sample. */
    private Fit started() {
        Coefficients start = Coefficients.of(new double[] {0.05, 0.1, 0.15}, -0.3);
        return NEWTON.fit(x, ArrayResponse.of(y), start, Monitor.NONE);
    }

    private void assertSameEnd(Fit blind) {
        Fit other = started();
        assertTrue(blind.converged() && other.converged(), blind.reason());
        for (int j = 0; j < 4; j++) {
            double estimate = other.coefficients().get(j).estimate();
            assertEquals(estimate, blind.coefficients().get(j).estimate(), 1e-8 * Math.abs(estimate), "seed " + SEED);
        }
    }

    @Test
    void aSampleSavesSteps() {
        Fit blind = blind();
        int all = started().iterations();
        assertTrue(blind.iterations() <= all - 2, blind.iterations() + " steps of " + all + ", seed " + SEED);
        assertSameEnd(blind);
    }

    @Test
    void aSampleThatContradictsTheRestDoesNoHarm() {
        for (int i = 0; i < EXAMPLES; i++) {
            y[i] = isSampled(i) ? 1 - y[i] : y[i];
        }
        assertSameEnd(blind());
    }

    @Test
    void aSampleOfOneLabelDoesNoHarm() {
        for (int i = 0; i < EXAMPLES; i++) {
            y[i] = isSampled(i) ? 1 : y[i];
        }
        assertSameEnd(blind());
    }

    @Test
    void aSampleThatIsSeparatedDoesNoHarm() {
        for (int i = 0; i < EXAMPLES; i++) {
            y[i] = isSampled(i) ? x[i][0] > 0 ? 1 : 0 : y[i];
        }
        assertSameEnd(blind());
    }
}
