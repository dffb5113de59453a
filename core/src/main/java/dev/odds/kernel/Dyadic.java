package dev.odds.kernel;

import java.math.BigInteger;

/** Doubles as what they are exactly: an integer times a power of two. */
public final class Dyadic {
    private static final long FRACTION = 0xFFFFFFFFFFFFFL;

    private Dyadic() {}

    /** The exponent of the lowest bit set in a finite x: x is an odd multiple of 2^grain. {@code Integer.MAX_VALUE} for 0. */
    public static int grain(double x) {
        if (x == 0) {
            return Integer.MAX_VALUE;
        }
        long fraction = Double.doubleToRawLongBits(x) & FRACTION;
        int exponent = Math.max(Math.getExponent(x), Double.MIN_EXPONENT);
        return fraction == 0 && Math.abs(x) >= Double.MIN_NORMAL
                ? exponent
                : exponent - 52 + Long.numberOfTrailingZeros(fraction);
    }

    /** x 2^-grain for a finite x that is a multiple of 2^grain. */
    public static BigInteger integer(double x, int grain) {
        int own = grain(x);
        if (x == 0) {
            return BigInteger.ZERO;
        }
        assert own >= grain;
        long bits = Double.doubleToRawLongBits(x);
        boolean normal = Math.abs(x) >= Double.MIN_NORMAL;
        long fraction = (bits & FRACTION) | (normal ? FRACTION + 1 : 0);
        BigInteger odd = BigInteger.valueOf(fraction >>> Long.numberOfTrailingZeros(fraction));
        return (x < 0 ? odd.negate() : odd).shiftLeft(own - grain);
    }

    /** whole 2^exponent, to within one part in 2^52; 0 or subnormal where that is too small. */
    public static double scaled(BigInteger whole, int exponent) {
        int surplus = Math.max(0, whole.bitLength() - 62);
        return Math.scalb((double) whole.shiftRight(surplus).longValueExact(), surplus + exponent);
    }
}
