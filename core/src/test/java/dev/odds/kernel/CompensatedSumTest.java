package dev.odds.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompensatedSumTest {

    @Test
    void keepsThirtyDigits() {
        CompensatedSum sum = new CompensatedSum();
        sum.add(1e20);
        sum.add(1);
        sum.add(1e-10);
        sum.add(-1e20);
        assertEquals(1 + 1e-10, sum.value());
    }

    @Test
    void valueAndRestAreTheWholeSum() {
        CompensatedSum sum = new CompensatedSum();
        sum.add(1);
        sum.add(0x1p-60);
        assertEquals(1, sum.value());
        assertEquals(0x1p-60, sum.rest());
    }

    /** Products of three that cancel again and again, against BigDecimal: right to 1e-30 of the terms. */
    @Test
    void cancellingProductsKeepTwiceTheDigits() {
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            CompensatedSum sum = new CompensatedSum();
            BigDecimal exact = BigDecimal.ZERO;
            double plain = 0;
            double terms = 0;
            for (int i = 0; i < 50; i++) {
                double a = random.nextGaussian() * 1e6;
                double b = random.nextGaussian();
                double c = i % 2 == 0 || exact.signum() == 0 ? random.nextGaussian() : -exact.doubleValue() / (a * b);
                sum.addProduct(a, b, c);
                plain += a * b * c;
                terms += Math.abs(a * b * c);
                exact = exact.add(new BigDecimal(a).multiply(new BigDecimal(b)).multiply(new BigDecimal(c)));
            }
            double rounded = exact.doubleValue();
            double bound = 1e-15 * Math.abs(rounded) + 1e-30 * terms;
            assertEquals(rounded, sum.value(), bound, "seed " + seed);
            assertNotEquals(rounded, plain, bound, "the plain sum was to fail, seed " + seed);
        }
    }

    @Test
    void anInfiniteTermMakesTheSumInfinite() {
        CompensatedSum sum = new CompensatedSum();
        sum.add(1);
        sum.add(Double.POSITIVE_INFINITY);
        sum.add(2);
        assertEquals(Double.POSITIVE_INFINITY, sum.value());
        CompensatedSum overflow = new CompensatedSum();
        overflow.add(Double.MAX_VALUE);
        overflow.add(Double.MAX_VALUE);
        assertEquals(Double.POSITIVE_INFINITY, overflow.value());
    }
}
