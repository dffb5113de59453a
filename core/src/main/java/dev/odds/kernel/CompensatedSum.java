package dev.odds.kernel;

/**
 * A sum held as the unevaluated sum of two doubles, about 106 bits, so that its error hardly depends on the number or the order of
 * the terms. Exact products come from the fused multiply-add, exact sums from D. E. Knuth's two-sum (<i>The Art of Computer
 * Programming</i>, volume 2, section 4.2.2). {@link Compensated} does the same for vectors.
 */
public final class CompensatedSum {
    private double high;
    private double low;

    /** Adds one double. */
    public void add(double term) {
        double sum = high + term;
        double part = sum - high;
        low += high - (sum - part) + (term - part);
        high = sum;
    }

    /** Adds a b c, the product of the first two kept exactly. */
    public void addProduct(double a, double b, double c) {
        double ab = a * b;
        double abLost = Math.fma(a, b, -ab);
        double abc = ab * c;
        add(abc);
        low += Math.fma(ab, c, -abc) + abLost * c;
    }

    /** The sum rounded to a double; infinite where a term is, or where it overflows. */
    public double value() {
        return Double.isFinite(high) ? high + low : high;
    }

    /** What {@link #value} leaves out. */
    public double rest() {
        double sum = value();
        double part = sum - high;
        return high - (sum - part) + (low - part);
    }
}
