package dev.odds.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sums of many terms against exact ones. */
class CompensatedTest {
    private static final long SEED = 422;
    private static final int TERMS = 200_000;

    @Test
    void aSumIsAsIfRoundedOnce() {
        Random random = new Random(SEED);
        double[] high = new double[2];
        double[] low = new double[2];
        BigDecimal exact = BigDecimal.ZERO;
        double absolute = 0;
        double naive = 0;
        for (int i = 0; i < TERMS; i++) {
            double x = random.nextGaussian() * Math.scalb(1, random.nextInt(40));
            Compensated.add(high, low, new double[] {x, 1});
            exact = exact.add(new BigDecimal(x));
            absolute += Math.abs(x);
            naive += x;
        }
        double error = error(high[0] + low[0], exact);
        assertTrue(error <= 0x1p-53 * Math.abs(exact.doubleValue()) + 0x1p-90 * absolute, "seed " + SEED);
        assertTrue(error(naive, exact) > 10 * error, "the naive sum must fail here");
        assertEquals(TERMS, high[1] + low[1]);
    }

    @Test
    void whatCancelsLeavesTheRest() {
        double[] high = {0};
        double[] low = {0};
        for (double x : new double[] {1, 1e100, 1, -1e100}) {
            Compensated.add(high, low, new double[] {x});
        }
        assertEquals(2, high[0] + low[0]);
    }

    private static double error(double found, BigDecimal exact) {
        return new BigDecimal(found).subtract(exact).abs().doubleValue();
    }
}
