package dev.odds.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.AdversarialLogits;
import dev.odds.Precise;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Invariant 2 against 50 digits; each test shows first that the textbook formula has lost its digits. */
class LogisticMathTest {
    private static final double[] LOGITS = AdversarialLogits.all(1000);
    private static final String SEED = "; seed " + AdversarialLogits.SEED;

    @Test
    void sigmoidAndItsComplementKeepAllDigitsWhereTheSubtractionHasNone() {
        double naive = 1 / (1 + Math.exp(-40.0));
        assertEquals(0, 1 - naive, "1 - A at z = 40, which is 4e-18");

        for (double z : LOGITS) {
            BigDecimal exact = Precise.sigmoid(new BigDecimal(z));
            double e = LogisticMath.decay(z);
            Precise.assertWithin(2.5, exact, LogisticMath.sigmoid(z), "sigmoid(" + z + ")" + SEED);
            assertEquals(LogisticMath.sigmoid(z), LogisticMath.sigmoid(z, e));
            assertEquals(LogisticMath.sigmoid(-z), LogisticMath.sigmoid(-z, e));
        }
    }

    @Test
    void sigmoidAndItsComplementSumToOne() {
        for (double z : LOGITS) {
            double sum = LogisticMath.sigmoid(z) + LogisticMath.sigmoid(-z);
            assertEquals(1, sum, 0x1p-52, "z = " + z + SEED);
        }
    }

    @Test
    void softplusKeepsAllDigitsWhereTheLogarithmHasNone() {
        assertEquals(0, Math.log(1 + Math.exp(-40.0)), "log(1 + e^z) at z = -40, which is 4e-18");
        assertEquals(Double.POSITIVE_INFINITY, Math.log(1 + Math.exp(800.0)), "log(1 + e^z) at z = 800, which is 800");

        for (double z : LOGITS) {
            BigDecimal exact = Precise.softplus(new BigDecimal(z));
            Precise.assertWithin(2.5, exact, LogisticMath.softplus(z), "softplus(" + z + ")" + SEED);
        }
    }

    @Test
    void curvatureKeepsAllDigitsWhereTheProductHasNone() {
        double naive = 1 / (1 + Math.exp(-40.0));
        assertEquals(0, naive * (1 - naive), "A (1 - A) at z = 40, which is 4e-18");

        for (double z : LOGITS) {
            BigDecimal exact = Precise.curvature(new BigDecimal(z));
            double found = LogisticMath.curvature(LogisticMath.decay(z));
            Precise.assertWithin(2.5, exact, found, "curvature(" + z + ")" + SEED);
        }
    }

    @Test
    void infinitiesHaveTheirLimitsAndNaNStaysNaN() {
        double infinity = Double.POSITIVE_INFINITY;
        assertEquals(1, LogisticMath.sigmoid(infinity));
        assertEquals(0, LogisticMath.sigmoid(-infinity));
        assertEquals(infinity, LogisticMath.softplus(infinity));
        assertEquals(0, LogisticMath.softplus(-infinity));
        assertEquals(0, LogisticMath.curvature(LogisticMath.decay(-infinity)));
        assertTrue(Double.isNaN(LogisticMath.sigmoid(Double.NaN)));
        assertTrue(Double.isNaN(LogisticMath.softplus(Double.NaN)));
        assertTrue(Double.isNaN(LogisticMath.curvature(LogisticMath.decay(Double.NaN))));
    }
}
