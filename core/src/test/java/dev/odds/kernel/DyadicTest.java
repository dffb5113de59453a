package dev.odds.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DyadicTest {
    private static final BigDecimal TWO = new BigDecimal(2);
    private static final double[] AWKWARD = {
        1,
        -1,
        0.1,
        -3.5,
        1e300,
        -1e-300,
        Double.MIN_VALUE,
        -5e-324,
        Double.MIN_NORMAL,
        Math.nextDown(Double.MIN_NORMAL),
        Double.MAX_VALUE,
        0x1p53,
        0x1.8p-1074
    };

    @Test
    void significandAndExponentAreTheNumber() {
        for (double x : AWKWARD) {
            assertEquals(x, Math.scalb((double) Dyadic.significand(x), Dyadic.exponent(x)));
        }
        assertEquals(0, Dyadic.significand(-0.0));
    }

    @Test
    void theGrainIsTheLowestBit() {
        assertEquals(Integer.MAX_VALUE, Dyadic.grain(0));
        assertEquals(0, Dyadic.grain(3));
        assertEquals(2, Dyadic.grain(-12));
        assertEquals(-1, Dyadic.grain(2.5));
        assertEquals(-1074, Dyadic.grain(Double.MIN_VALUE));
        for (double x : AWKWARD) {
            assertTrue(Dyadic.integer(x, Dyadic.grain(x)).testBit(0), "grain of " + x);
        }
    }

    @Test
    void integersAreExact() {
        for (double x : AWKWARD) {
            BigInteger whole = Dyadic.integer(x, -1074);
            assertEquals(0, new BigDecimal(whole).compareTo(new BigDecimal(x).multiply(TWO.pow(1074))), "of " + x);
            assertEquals(x, Dyadic.scaled(whole, -1074));
        }
    }

    @Test
    void scaledIsNearWhateverTheSize() {
        Random random = new Random(2);
        for (int bits = 1; bits < 3000; bits += 7) {
            BigInteger whole = new BigInteger(bits, random).setBit(bits - 1);
            BigInteger signed = bits % 2 == 0 ? whole : whole.negate();
            double near = Dyadic.scaled(signed, -bits);
            BigDecimal error = new BigDecimal(near)
                    .multiply(TWO.pow(bits))
                    .subtract(new BigDecimal(signed))
                    .abs();
            BigDecimal allowed = new BigDecimal(whole).divide(TWO.pow(52));
            assertTrue(error.compareTo(allowed) <= 0, "seed 2, " + bits + " bits");
        }
    }
}
