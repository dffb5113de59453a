package dev.odds.kernel;

/**
 * e^x and log(1 + x) with the same bits on every machine: additions, fused multiply-adds and selections only, no tables,
 * so that a SIMD body can repeat the operations one for one.
 *
 * <p>{@code Math.exp} and {@code Math.log1p} may differ by an ulp between CPUs and Java releases.
 */
public final class Exponential {
    /** 1.5 * 2^52: adding it rounds to an integer, which the low bits of the sum then hold. */
    static final double ROUND = 0x1.8p52;
    /** {@link #ROUND} and the bias of an exponent: the sum with k, shifted left by 52 bits, is 2^k. */
    static final double POWER = ROUND + 1023;

    static final double LOG2_E = 0x1.71547652b82fep+0;
    /** log 2 in two parts; the first has 40 bits, so that its products with an exponent are exact. */
    static final double LN2_HIGH = 0x1.62e42fefa2000p-1;

    static final double LN2_LOW = 0x1.9ef35793c7673p-41;

    /** From here on e^x is infinite, and below the negative zero. */
    static final double MOST = 710;

    static final double LEAST = -746;

    /** Up to here 2^k and 2^-k are normal, with a digit to spare. */
    static final double NORMAL = 1020;

    /** The coefficients of (e^r - 1 - r - r^2 / 2) / r^3, Qk that of r^k. */
    static final double Q9 = 0x1.1f995cc36ea1dp-29;

    static final double Q8 = 0x1.af6b9bed94bf3p-26;
    static final double Q7 = 0x1.27e4c30975989p-22;
    static final double Q6 = 0x1.71ddf05c89d58p-19;
    static final double Q5 = 0x1.a01a01b1d6d51p-16;
    static final double Q4 = 0x1.a01a01b35c836p-13;
    static final double Q3 = 0x1.6c16c16c141e5p-10;
    static final double Q2 = 0x1.111111110ecddp-7;
    static final double Q1 = 0x1.555555555555ap-5;
    static final double Q0 = 0x1.555555555555bp-3;

    /** The coefficients of (2 artanh(s) - 2 s) / s^3, Pk that of s^(2k). */
    static final double P7 = 0x1.1a831f93ad4cbp-3;

    static final double P6 = 0x1.0df51aa2a1180p-3;
    static final double P5 = 0x1.3b32fd1100c0fp-3;
    static final double P4 = 0x1.745c63873d920p-3;
    static final double P3 = 0x1.c71c74150a243p-3;
    static final double P2 = 0x1.249249228aeeep-2;
    static final double P1 = 0x1.999999999b39ep-2;
    static final double P0 = 0x1.5555555555552p-1;

    private Exponential() {}

    /**
     * e^x, for every double; the error is below 0.65 ulp where the result is a normal number.
     *
     * <p>x = k log 2 + r with |r| at most log(2) / 2, r held in two parts. e^r = 1 + r + r^2 (1/2 + r q(r)), q a polynomial
     * of degree 9 that minimises the largest absolute error (6e-20; Remez exchange in 60 digits, then rounded to double).
     * 2^k is applied in two factors where a result may be subnormal, so that it is rounded once more and never flushed.
     */
    public static double exp(double x) {
        double within = within(x);
        double k = exponent(within);
        return scaled(mantissa(within, k), k);
    }

    /** The nearest number to x whose exponential is as good. */
    static double within(double x) {
        return Math.max(LEAST, Math.min(x, MOST));
    }

    /** k, the integer nearest to x / log 2. */
    static double exponent(double x) {
        return Math.fma(x, LOG2_E, ROUND) - ROUND;
    }

    /** e^x 2^-k. */
    static double mantissa(double x, double k) {
        double high = Math.fma(-k, LN2_HIGH, x);
        double r = Math.fma(-k, LN2_LOW, high);
        double lost = Math.fma(-k, LN2_LOW, high - r);
        double sum = 1 + r;
        double rest = Math.fma(lost, sum, (1 - sum) + r);
        return sum + Math.fma(r * r, Math.fma(r, q(r), 0.5), rest);
    }

    /** mantissa 2^k, mantissa near 1: k is added to its exponent where the result is surely normal. */
    static double scaled(double mantissa, double k) {
        if (Math.abs(k) <= NORMAL) {
            long shifted = Double.doubleToRawLongBits(k + ROUND) << 52;
            return Double.longBitsToDouble(Double.doubleToRawLongBits(mantissa) + shifted);
        }
        double half = Math.fma(k, 0.5, ROUND) - ROUND;
        return mantissa * power(half) * power(k - half);
    }

    /** (e^r - 1 - r - r^2 / 2) / r^3 for |r| up to log(2) / 2; near 1/6 + r/24 + ... */
    private static double q(double r) {
        double q = Q9;
        q = Math.fma(q, r, Q8);
        q = Math.fma(q, r, Q7);
        q = Math.fma(q, r, Q6);
        q = Math.fma(q, r, Q5);
        q = Math.fma(q, r, Q4);
        q = Math.fma(q, r, Q3);
        q = Math.fma(q, r, Q2);
        q = Math.fma(q, r, Q1);
        return Math.fma(q, r, Q0);
    }

    /** 2^k for an integer k from -1022 to 1023. */
    private static double power(double k) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(k + POWER) << 52);
    }

    /**
     * log(1 + x) for x from 0 to 1; NaN stays NaN; the error is below 0.9 ulp.
     *
     * <p>Up to 1/2, f = x; above, 1 + x = 2 (1 + f), so f = (x - 1) / 2, exactly. With s = f / (2 + f),
     * log(1 + f) = 2 artanh s = f - (f^2 / 2 - s (f^2 / 2 + s^2 p(s^2))), where p(v) = 2/3 + 2v/5 + 2v^2/7 + ... is a
     * polynomial of degree 7 that minimises the largest relative error of the logarithm (2e-19; Remez exchange in 60
     * digits, then rounded). The leading term f + log 2 is added without loss. Which of the two it is, is the number 0 or 1 that x is
     * nearest to (0 for 1/2), not a branch: products with it are exact.
     */
    public static double log1p(double x) {
        double upper = (x + ROUND) - ROUND;
        double f = (x - upper) * (1 - 0.5 * upper);
        double base = upper * LN2_HIGH;
        double baseLow = upper * LN2_LOW;
        double s = f / (2 + f);
        double v = s * s;
        double inner = s * Math.fma(v, p(v), 0.5 * f * f);
        double high = base + f;
        double low = ((base - high) + f) + (baseLow + inner);
        return high + Math.fma(-0.5 * f, f, low);
    }

    /** (2 artanh(s) - 2s) / s^3 at v = s^2 for v up to 1/25. */
    private static double p(double v) {
        double p = P7;
        p = Math.fma(p, v, P6);
        p = Math.fma(p, v, P5);
        p = Math.fma(p, v, P4);
        p = Math.fma(p, v, P3);
        p = Math.fma(p, v, P2);
        p = Math.fma(p, v, P1);
        return Math.fma(p, v, P0);
    }
}
