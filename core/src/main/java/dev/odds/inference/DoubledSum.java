package dev.odds.inference;

/**
 * A sum held as the unevaluated sum of two doubles, about 106 bits. Exact products come from the fused multiply-add, exact
 * sums from D. E. Knuth's two-sum (<i>The Art of Computer Programming</i>, volume 2, section 4.2.2).
 */
final class DoubledSum {
    private double high;
    private double low;

    /** Adds one double. */
    void add(double term) {
        double sum = high + term;
        double part = sum - high;
        low += high - (sum - part) + (term - part);
        high = sum;
    }

    /** Adds a b c, the product of the first two kept exactly. */
    void addProduct(double a, double b, double c) {
        double ab = a * b;
        double abLost = Math.fma(a, b, -ab);
        double abc = ab * c;
        add(abc);
        low += Math.fma(ab, c, -abc) + abLost * c;
    }

    /** The sum rounded to a double. */
    double value() {
        return high + low;
    }

    /** What {@link #value} leaves out. */
    double rest() {
        double sum = value();
        double part = sum - high;
        return high - (sum - part) + (low - part);
    }
}
