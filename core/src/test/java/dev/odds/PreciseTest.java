package dev.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

/** The reference itself, against digits known from elsewhere and against identities. */
class PreciseTest {
    private static final MathContext FIFTY = new MathContext(50);

    /** e and log 2 to 50 digits: OEIS A001113 and A002162. */
    @Test
    void knowsTheDigitsOfEAndOfLog2() {
        BigDecimal e = new BigDecimal("2.7182818284590452353602874713526624977572470936999");
        BigDecimal log2 = new BigDecimal("0.69314718055994530941723212145817656807550013436026");
        assertClose(e, Precise.exp(BigDecimal.ONE));
        assertClose(log2, Precise.log1p(BigDecimal.ONE));
        assertClose(log2, Precise.softplus(BigDecimal.ZERO));
    }

    @Test
    void expTurnsSumsIntoProductsAndUndoesLog1p() {
        for (double x : new double[] {1e-300, 1e-9, 0.25, 0.75, 1, 37.5, 700.125, 9999}) {
            BigDecimal exact = new BigDecimal(x);
            BigDecimal product = Precise.exp(exact).multiply(Precise.exp(exact.negate()));
            assertClose(BigDecimal.ONE, product);
            if (x <= 1) {
                assertClose(BigDecimal.ONE.add(exact), Precise.exp(Precise.log1p(exact)));
            }
        }
    }

    @Test
    void measuresInUlps() {
        BigDecimal exact = new BigDecimal("1.5");
        assertEquals(0, Precise.ulps(1.5, exact));
        assertEquals(1, Precise.ulps(Math.nextUp(1.5), exact));
        assertThrows(AssertionError.class, () -> Precise.assertWithin(0.9, exact, Math.nextUp(1.5), "one ulp off"));
        assertThrows(
                AssertionError.class,
                () -> Precise.assertWithin(4, BigDecimal.ZERO, Double.MIN_NORMAL, "a normal number for zero"));
    }

    private static void assertClose(BigDecimal expected, BigDecimal found) {
        BigDecimal error = expected.subtract(found).abs().divide(expected, FIFTY);
        assertTrue(error.compareTo(new BigDecimal("1e-49")) <= 0, found + " differs from " + expected);
    }
}
