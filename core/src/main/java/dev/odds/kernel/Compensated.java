package dev.odds.kernel;

/**
 * Sums that keep what rounding loses: high + low, after Knuth's two-sum (The Art of Computer Programming 2, 4.2.2). However
 * many terms are added, the error stays near that of one rounding.
 */
public final class Compensated {
    private Compensated() {}

    /** (high, low) += x, element by element. */
    public static void add(double[] high, double[] low, double[] x) {
        for (int j = 0; j < x.length; j++) {
            double sum = high[j] + x[j];
            double part = sum - high[j];
            low[j] += (high[j] - (sum - part)) + (x[j] - part);
            high[j] = sum;
        }
    }
}
