package dev.odds.kernel;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * A sum of finite doubles of at least 0 without any rounding, so that neither order nor grouping matters: the small superaccumulator
 * of R. M. Neal (Fast exact summation using small and large superaccumulators, arXiv:1505.05571, 2015). Digit k counts units of
 * 2^(32 k - 1074); a term adds to two neighbours, and carries wait until there is no room for more.
 */
public final class ExactSum implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int DIGIT = 32;
    private static final long MASK = (1L << DIGIT) - 1;
    private static final long FRACTION = (1L << 52) - 1;
    private static final int LOWEST = -1074;
    /** Exponents of doubles span 2,046 bits above the lowest bit and 52 within a term; carries of as many terms as there are take two more. */
    private static final int DIGITS = 68;
    /** Each term adds less than 2^53 to a digit, which starts below 2^32. */
    private static final int ROOM = 1 << 9;

    private final long[] digits = new long[DIGITS];
    private int pending;

    /**
     * Adds one term.
     *
     * @param term finite, at least 0
     */
    public void add(double term) {
        long bits = Double.doubleToRawLongBits(term + 0.0); // -0.0 becomes 0.0
        int exponent = (int) (bits >>> 52);
        long mantissa = exponent == 0 ? bits : bits & FRACTION | FRACTION + 1;
        int place = Math.max(exponent, 1) - 1;
        int shift = place % DIGIT;
        digits[place / DIGIT] += mantissa << shift & MASK;
        digits[place / DIGIT + 1] += mantissa >>> DIGIT - shift;
        if (++pending == ROOM) {
            carry();
        }
    }

    /** Adds the terms of another sum. */
    public void add(ExactSum other) {
        carry();
        other.carry();
        for (int k = 0; k < DIGITS; k++) {
            digits[k] += other.digits[k];
        }
        carry();
    }

    private void carry() {
        for (int k = 0; k < DIGITS - 1; k++) {
            digits[k + 1] += digits[k] >>> DIGIT;
            digits[k] &= MASK;
        }
        pending = 0;
    }

    /** The double nearest to the sum, infinite where that is; subnormal sums may be rounded twice. */
    public double value() {
        carry();
        BigInteger sum = BigInteger.ZERO;
        for (int k = DIGITS - 1; k >= 0; k--) {
            sum = sum.shiftLeft(DIGIT).add(BigInteger.valueOf(digits[k]));
        }
        int shift = Math.max(0, sum.bitLength() - Long.SIZE);
        boolean rest = shift > 0 && shift > sum.getLowestSetBit();
        BigInteger top = sum.shiftRight(shift);
        return Math.scalb((rest ? top.setBit(0) : top).doubleValue(), shift + LOWEST);
    }
}
