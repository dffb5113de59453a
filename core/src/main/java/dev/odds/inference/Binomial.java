package dev.odds.inference;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Units;

/** Parts of the binomial log-likelihood that do not depend on the coefficients. */
public final class Binomial {
    /** Below this Stirling's series, as far as it is taken, has not the digits of a double. */
    private static final int SMALL = 16;

    private Binomial() {}

    /**
     * The log-likelihood of the model that fits each example's own share of successes, without binomial coefficients: 0 unless both
     * labels have weight in one. O(n).
     */
    public static double saturated(ArrayResponse y) {
        double sum = 0;
        for (int i = 0; i < y.success().length; i++) {
            sum += entropy(y.success()[i], y.failure()[i]);
        }
        return sum;
    }

    /**
     * The sum of w log C(t, s) over groups of weight w with s successes among t trials, as others add it to the log-likelihood of
     * counts; 0 for labels. Counts are rounded to whole ones, as R does. O(n).
     */
    public static double coefficients(ArrayResponse y, Units units) {
        if (!units.grouped()) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < y.success().length; i++) {
            double w = units.groupWeight(i);
            double s = Math.rint(y.success()[i] / w);
            double f = Math.rint(y.failure()[i] / w);
            if (s > 0 && f > 0) {
                sum += w * logCoefficient(s, f);
            }
        }
        return sum;
    }

    /** s log(s / t) + f log(f / t), t = s + f; 0 where one is 0. The share near 1 is 1 less the other, by log1p. */
    private static double entropy(double s, double f) {
        double few = Math.min(s, f);
        double share = few / (s + f);
        return few > 0 ? few * StrictMath.log(share) + Math.max(s, f) * StrictMath.log1p(-share) : 0;
    }

    /**
     * log C(s + f, s) by way of the largest probability of such counts, so that no logarithms of large factorials cancel (C. Loader,
     * Fast and accurate computation of binomial probabilities, 2000).
     */
    private static double logCoefficient(double s, double f) {
        double t = s + f;
        double series = stirlingRest(t) - stirlingRest(s) - stirlingRest(f);
        return series + 0.5 * StrictMath.log(t / (2 * Math.PI * s * f)) - entropy(s, f);
    }

    /** log n! - log(sqrt(2 pi n) (n / e)^n) for n of at least 1: Stirling's series. */
    private static double stirlingRest(double n) {
        if (n < SMALL) {
            double factorial = 1;
            for (int k = 2; k <= n; k++) {
                factorial *= k;
            }
            return StrictMath.log(factorial) - 0.5 * StrictMath.log(2 * Math.PI * n) - n * (StrictMath.log(n) - 1);
        }
        double nn = n * n;
        return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / nn) / nn) / nn) / nn) / n;
    }
}
