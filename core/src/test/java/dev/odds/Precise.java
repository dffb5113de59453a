package dev.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The logistic functions to at least 50 digits, and the distance of a double from such a number. */
public final class Precise {
    /** 50 digits and some to lose. */
    public static final MathContext DIGITS = new MathContext(80, RoundingMode.HALF_EVEN);

    private static final BigDecimal SMALLEST_NORMAL = new BigDecimal(Double.MIN_NORMAL);
    /** Below this e^x has no digit within the first 40,000 decimals. */
    private static final BigDecimal NOTHING = new BigDecimal(-100_000);

    private Precise() {}

    /** e^x for x up to 10^5: the Taylor series at x / 2^k, squared k times. */
    public static BigDecimal exp(BigDecimal x) {
        if (x.compareTo(NOTHING) < 0) {
            return BigDecimal.ZERO;
        }
        int halvings = Math.max(0, Math.getExponent(x.doubleValue()) + 10);
        BigDecimal r = x.divide(BigDecimal.valueOf(2).pow(halvings), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; term.signum() != 0 && term.scale() - term.precision() < 90; n++) {
            term = term.multiply(r, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int k = 0; k < halvings; k++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    /** log(1 + x) for x from 0 to 1: 2 artanh(x / (2 + x)), term by term. */
    public static BigDecimal log1p(BigDecimal x) {
        BigDecimal s = x.divide(x.add(BigDecimal.valueOf(2)), DIGITS);
        BigDecimal square = s.multiply(s, DIGITS);
        BigDecimal power = s;
        BigDecimal sum = s;
        for (int n = 3; n < 200 && power.signum() != 0; n += 2) {
            power = power.multiply(square, DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(n), DIGITS), DIGITS);
        }
        return sum.multiply(BigDecimal.valueOf(2), DIGITS);
    }

    /** 1 / (1 + e^-z). */
    public static BigDecimal sigmoid(BigDecimal z) {
        BigDecimal e = exp(z.abs().negate());
        BigDecimal numerator = z.signum() >= 0 ? BigDecimal.ONE : e;
        return numerator.divide(e.add(BigDecimal.ONE), DIGITS);
    }

    /** log(1 + e^z). */
    public static BigDecimal softplus(BigDecimal z) {
        return z.max(BigDecimal.ZERO).add(log1p(exp(z.abs().negate())), DIGITS);
    }

    /** e^z / (1 + e^z)^2. */
    public static BigDecimal curvature(BigDecimal z) {
        return sigmoid(z).multiply(sigmoid(z.negate()), DIGITS);
    }

    /** |found - exact| in ulps of the exact value, which is normal. */
    public static double ulps(double found, BigDecimal exact) {
        double ulp = Math.ulp(exact.doubleValue());
        return new BigDecimal(found)
                .subtract(exact)
                .abs()
                .divide(new BigDecimal(ulp), MathContext.DECIMAL32)
                .doubleValue();
    }

    /** Invariant 2: within some ulps where the exact value is a normal double, else within the smallest normal double. */
    public static void assertWithin(double ulps, BigDecimal exact, double found, String what) {
        assertWithin(ulps, exact, 1, found, what);
    }

    /**
     * Invariant 2 for a value times a weight: within some ulps where the value before weighting is a normal double, else
     * within the smallest normal double.
     */
    public static void assertWithin(double ulps, BigDecimal exact, double weight, double found, String what) {
        if (Double.isInfinite(exact.doubleValue())) {
            assertEquals(exact.doubleValue(), found, what);
            return;
        }
        String words = what + ": " + found + " for " + exact.round(MathContext.DECIMAL64);
        BigDecimal threshold = SMALLEST_NORMAL.multiply(new BigDecimal(Math.max(1, weight)));
        if (exact.abs().compareTo(threshold) >= 0) {
            double error = ulps(found, exact);
            assertTrue(error <= ulps, words + " is " + error + " ulp off");
        } else {
            BigDecimal error = new BigDecimal(found).subtract(exact).abs();
            assertTrue(error.compareTo(SMALLEST_NORMAL) < 0, words);
        }
    }
}
