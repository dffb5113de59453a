package dev.odds.kernel;

/**
 * A number as the sum of two doubles, some 31 digits: a reference fast enough for millions of points (Dekker 1971).
 *
 * @param high the number rounded to double
 * @param low the rest
 */
record DoubleDouble(double high, double low) {
    /** log 2 = high + low + ...; the third part, near 6e-34, is below what is asked of the reference. */
    private static final DoubleDouble LN2 = new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);

    private static final int HALVINGS = 6;

    static DoubleDouble of(double x) {
        return new DoubleDouble(x, 0);
    }

    private static DoubleDouble normal(double a, double b) {
        double high = a + b;
        return new DoubleDouble(high, b - (high - a));
    }

    DoubleDouble plus(DoubleDouble y) {
        double sum = high + y.high;
        double part = sum - high;
        double lost = (high - (sum - part)) + (y.high - part);
        return normal(sum, lost + (low + y.low));
    }

    DoubleDouble times(DoubleDouble y) {
        double product = high * y.high;
        double lost = Math.fma(high, y.high, -product);
        return normal(product, lost + Math.fma(high, y.low, low * y.high));
    }

    DoubleDouble over(DoubleDouble y) {
        double quotient = high / y.high;
        DoubleDouble rest = plus(y.times(of(-quotient)));
        double second = rest.high / y.high;
        rest = rest.plus(y.times(of(-second)));
        return normal(quotient, second).plus(of(rest.high / y.high));
    }

    DoubleDouble scaled(double powerOfTwo) {
        return new DoubleDouble(high * powerOfTwo, low * powerOfTwo);
    }

    /** e^x = 2^k e^r, as e^r for r = x - k log 2 by the Taylor series at r / 64, squared six times; 2^k is the caller's. */
    static DoubleDouble expMantissa(double x, int k) {
        DoubleDouble r = of(x).plus(LN2.times(of(-k))).scaled(1.0 / (1 << HALVINGS));
        DoubleDouble term = of(1);
        DoubleDouble sum = of(1);
        for (int n = 1; n <= 14; n++) {
            term = term.times(r).over(of(n));
            sum = sum.plus(term);
        }
        for (int i = 0; i < HALVINGS; i++) {
            sum = sum.times(sum);
        }
        return sum;
    }

    /** log(1 + x) for x from 0 to 1: 2 artanh(x / (2 + x)), term by term. */
    static DoubleDouble log1p(double x) {
        DoubleDouble s = of(x).over(of(2).plus(of(x)));
        DoubleDouble square = s.times(s);
        DoubleDouble power = s;
        DoubleDouble sum = s;
        for (int n = 3; power.high > sum.high * 1e-34; n += 2) {
            power = power.times(square);
            sum = sum.plus(power.over(of(n)));
        }
        return sum.scaled(2);
    }
}
