package dev.odds.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.AdversarialLogits;
import dev.odds.Precise;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Invariant 2 against 50 digits; each test shows first that the textbook formula has lost its digits. */
class LogisticLossTest {
    private static final double[] LOGITS = AdversarialLogits.all(400);
    private static final String SEED = "; seed " + AdversarialLogits.SEED;
    private static final double[][] LABELLED = {{1, 0}, {0, 1}, {0.3, 0}, {0, 7}, {1e-3, 0}, {0, 1.0 / 3}};
    private static final double[][] BOTH = {{1, 1}, {3, 5}, {0.1, 1e3}, {1e-9, 2}};

    @Test
    void theLossOfALabelIsWithinFourUlp() {
        assertEquals(0, Math.log(naive(40)), "log A at z = 40, which is -4e-18");
        assertEquals(Double.POSITIVE_INFINITY, -Math.log(naive(-800)), "-log A at z = -800, which is 800");

        for (double[] w : LABELLED) {
            for (double z : LOGITS) {
                assertLoss(z, w);
            }
        }
    }

    @Test
    void theResidualOfALabelIsWithinFourUlp() {
        assertEquals(0, naive(40) - 1, "A - Y at z = 40 and Y = 1, which is -4e-18");

        for (double[] w : LABELLED) {
            for (double z : LOGITS) {
                BigDecimal exact = success(w, z).add(failure(w, z));
                Precise.assertWithin(
                        4, exact, residual(z, w), "residual(" + z + ", " + w[0] + ", " + w[1] + ")" + SEED);
            }
        }
    }

    @Test
    void theCurvatureIsWithinFourUlpForOneLabelAndForBoth() {
        assertEquals(0, naive(40) * (1 - naive(40)), "A (1 - A) at z = 40, which is 4e-18");

        for (double[][] weights : new double[][][] {LABELLED, BOTH}) {
            for (double[] w : weights) {
                for (double z : LOGITS) {
                    BigDecimal sum = new BigDecimal(w[0]).add(new BigDecimal(w[1]));
                    BigDecimal exact = Precise.curvature(new BigDecimal(z)).multiply(sum);
                    double found = LogisticLoss.curvature(LogisticMath.decay(z), w[0], w[1]);
                    Precise.assertWithin(
                            4, exact, w[0] + w[1], found, "curvature(" + z + ", " + w[0] + ", " + w[1] + ")" + SEED);
                }
            }
        }
    }

    @Test
    void withBothWeightsTheLossIsWithinFourUlp() {
        double a = naive(800);
        assertEquals(Double.POSITIVE_INFINITY, -(3 * Math.log(a) + 5 * Math.log(1 - a)), "at z = 800: 4000");

        for (double[] w : BOTH) {
            for (double z : LOGITS) {
                assertLoss(z, w);
            }
        }
    }

    @Test
    void withBothWeightsTheResidualIsWithinFourUlpOfItsLargerTerm() {
        double a = naive(40);
        assertEquals(0, 1e-9 * (a - 1) + 0 * a, "the term of label 1 at z = 40, which is -4e-27");

        for (double[] w : BOTH) {
            for (double z : LOGITS) {
                BigDecimal exact = success(w, z).add(failure(w, z));
                double larger = success(w, z).abs().max(failure(w, z)).doubleValue();
                double error =
                        new BigDecimal(residual(z, w)).subtract(exact).abs().doubleValue();
                assertTrue(error <= 4 * Math.ulp(larger), "residual(" + z + ", " + w[0] + ", " + w[1] + ")" + SEED);
            }
        }
    }

    @Test
    void ofAllOnesFittedBeyondDoubtTheGradientIsStillThere() {
        double naive = 0;
        double stable = 0;
        for (int i = 0; i < 1000; i++) {
            double z = 38 + i / 500.0;
            naive += naive(z) - 1;
            stable += residual(z, new double[] {1, 0});
        }
        assertEquals(0, naive);
        assertNotEquals(0, stable);
        assertEquals(-1.21e-14, stable, 0.2e-14);
    }

    @Test
    void aWeightOfZeroCountsForNothingEvenAtInfinity() {
        double infinity = Double.POSITIVE_INFINITY;
        assertEquals(0, loss(infinity, new double[] {1, 0}));
        assertEquals(infinity, loss(-infinity, new double[] {1, 0}));
        assertEquals(infinity, loss(infinity, new double[] {0, 1}));
        assertEquals(0, loss(-infinity, new double[] {0, 0}));
        assertEquals(0, loss(infinity, new double[] {1, -0.0}));
        assertEquals(0, residual(infinity, new double[] {1, 0}));
        assertEquals(-2, residual(-infinity, new double[] {2, 0}));
        assertEquals(2, residual(infinity, new double[] {0, 2}));
        assertTrue(Double.isNaN(loss(Double.NaN, new double[] {1, 0})));
        assertTrue(Double.isNaN(residual(Double.NaN, new double[] {1, 0})));
    }

    private static double naive(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static double loss(double z, double[] w) {
        return LogisticLoss.loss(z, LogisticMath.decay(z), w[0], w[1]);
    }

    private static double residual(double z, double[] w) {
        return LogisticLoss.residual(z, LogisticMath.decay(z), w[0], w[1]);
    }

    private static void assertLoss(double z, double[] w) {
        BigDecimal exactly = new BigDecimal(z);
        BigDecimal exact = new BigDecimal(w[0])
                .multiply(Precise.softplus(exactly.negate()))
                .add(new BigDecimal(w[1]).multiply(Precise.softplus(exactly)));
        Precise.assertWithin(4, exact, w[0] + w[1], loss(z, w), "loss(" + z + ", " + w[0] + ", " + w[1] + ")" + SEED);
    }

    /** -w1 (1 - A). */
    private static BigDecimal success(double[] w, double z) {
        return new BigDecimal(-w[0]).multiply(Precise.sigmoid(new BigDecimal(-z)));
    }

    /** w0 A. */
    private static BigDecimal failure(double[] w, double z) {
        return new BigDecimal(w[1]).multiply(Precise.sigmoid(new BigDecimal(z)));
    }
}
