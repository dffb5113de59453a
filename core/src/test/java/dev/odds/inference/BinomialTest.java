package dev.odds.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Units;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTest {
    private static double coefficient(double s, double t) {
        ArrayResponse y = ArrayResponse.grouped(new double[] {s}, new double[] {t}, null);
        return Binomial.coefficients(y, new Units(false, true, null, null, 0));
    }

    @Test
    void smallCoefficientsAreThoseOfPascal() {
        for (int t = 1; t <= 60; t++) {
            BigInteger pascal = BigInteger.ONE;
            for (int s = 0; s <= t; s++) {
                double expected = StrictMath.log(pascal.doubleValue());
                assertEquals(expected, coefficient(s, t), 1e-13 * Math.max(1, expected), s + " of " + t);
                pascal = pascal.multiply(BigInteger.valueOf(t - s)).divide(BigInteger.valueOf(s + 1));
            }
        }
    }

    /** In 50 digits by Python's mpmath: loggamma(t+1) - loggamma(s+1) - loggamma(t-s+1). */
    @ParameterizedTest
    @CsvSource({
        "500000, 1000000, 693140.04701306368",
        "1, 1000000000, 20.723265836946411",
        "123456789, 1000000000, 373756275.63649291"
    })
    void largeOnesKeepTheirDigits(double s, double t, double expected) {
        assertEquals(1, coefficient(s, t) / expected, 4e-15);
    }

    @Test
    void weightsCountGroupsAndLabelsHaveNone() {
        ArrayResponse y = ArrayResponse.weighted(new double[] {4, 3}, new double[] {6, 0}, null);
        assertEquals(
                2 * Math.log(10),
                Binomial.coefficients(y, new Units(false, true, new double[] {2, 1}, null, 0)),
                1e-14);
        assertEquals(0, Binomial.coefficients(y, Units.LABELS));
        assertEquals(4 * Math.log(0.4) + 6 * Math.log(0.6), Binomial.saturated(y), 1e-14);
    }
}
