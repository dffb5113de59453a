package dev.odds.inference;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The upper tail of the chi-square distribution, to the smallest double. */
final class ChiSquare {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private ChiSquare() {}

    /** P(chi-square > x) for degrees of freedom of at least 1; NaN for none. */
    static double survival(double x, int df) {
        if (df == 0 || Double.isNaN(x)) {
            return Double.NaN;
        }
        return df == 1
                ? 2 * NORMAL.survivalProbability(StrictMath.sqrt(x))
                : ChiSquaredDistribution.of(df).survivalProbability(x);
    }
}
