package dev.odds.kernel;

import java.math.BigInteger;

/** Finite doubles as what they are exactly: an integer times a power of two. */
public final class Dyadic {
    private static final int FRACTION_BITS = 52;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;
    /** What the exponent of the last bit is less than the exponent as stored. */
    private static final int BIAS = FRACTION_BITS - Double.MIN_EXPONENT + 1;

    private Dyadic() {}

    /** The integer m, of at most 53 bits, in x = m 2^{@link #exponent}. */
    public static long significand(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long m = Math.abs(x) < Double.MIN_NORMAL ? bits & FRACTION : (bits & FRACTION) | (FRACTION + 1);
        return bits < 0 ? -m : m;
    }

    /** The exponent of the last bit that x can hold. */
    public static int exponent(double x) {
        return Math.max(Math.getExponent(x), Double.MIN_EXPONENT) - FRACTION_BITS;
    }

    /** The exponent of the lowest bit set in x: x is an odd multiple of 2^grain. {@code Integer.MAX_VALUE} for 0. */
    public static int grain(double x) {
        long bits = Double.doubleToRawLongBits(x) & Long.MAX_VALUE;
        int lowest = Long.numberOfTrailingZeros(bits | (FRACTION + 1)) - BIAS;
        int exponent = (int) (bits >>> FRACTION_BITS);
        return bits == 0 ? Integer.MAX_VALUE : lowest + Math.max(exponent, 1);
    }

    /** x 2^-grain, for an x that is a multiple of 2^grain. */
    public static BigInteger integer(double x, int grain) {
        assert grain(x) >= grain;
        return BigInteger.valueOf(significand(x)).shiftLeft(exponent(x) - grain);
    }

    /** whole 2^exponent, to within one part in 2^52; 0 or subnormal where that is too small. */
    public static double scaled(BigInteger whole, int exponent) {
        int surplus = Math.max(0, whole.bitLength() - 62);
        return Math.scalb((double) whole.shiftRight(surplus).longValueExact(), surplus + exponent);
    }
}
