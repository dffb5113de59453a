package dev.odds.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompensatedSumsTest {

    @Test
    void keepsWhatAPlainSumLoses() {
        assertEquals(0, 1e16 + 1 - 1e16);
        assertEquals(1, sum(1e16, 1, -1e16));
        assertEquals(2, sum(1, 1e100, 1, -1e100));
    }

    @Test
    void millionTermsAreExactToTheLastBit() {
        long seed = 5;
        Random random = new Random(seed);
        CompensatedSums sums = new CompensatedSums(1);
        BigDecimal exact = BigDecimal.ZERO;
        double plain = 0;
        for (int i = 0; i < 1_000_000; i++) {
            double term = random.nextDouble() * Math.scalb(1, random.nextInt(10));
            sums.add(0, term);
            plain += term;
            exact = exact.add(new BigDecimal(term));
        }
        assertNotEquals(exact.doubleValue(), plain, "the plain sum was to show an error, seed " + seed);
        assertEquals(exact.doubleValue(), sums.get(0), "seed " + seed);
    }

    @Test
    void infiniteTermMakesTheSumInfinite() {
        assertEquals(Double.POSITIVE_INFINITY, sum(1, Double.POSITIVE_INFINITY, 2));
    }

    @Test
    void sumsDoNotTouchEachOther() {
        CompensatedSums sums = new CompensatedSums(3);
        sums.add(1, 2);
        sums.add(2, 3);
        assertEquals(0, sums.get(0));
        assertEquals(2, sums.get(1));
        assertEquals(3, sums.get(2));
    }

    private static double sum(double... terms) {
        CompensatedSums sums = new CompensatedSums(1);
        for (double term : terms) {
            sums.add(0, term);
        }
        return sums.get(0);
    }
}
