package dev.odds.inference;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * One coefficient with what the normal approximation says of it. NaN stands for what means nothing here: all numbers of an
 * aliased column, and everything that follows from an absent standard error.
 *
 * @param name the coefficient's name, such as {@code (bias)} or {@code race=white}
 * @param estimate log-odds per unit of the column; may be infinite where the data are separated; NaN where aliased
 * @param standardError of the estimate, 0 or more; NaN where it means nothing, always so for an infinite estimate
 * @param level the coverage of the interval, in (0, 1)
 * @param aliased whether the data do not determine it: the column is constant or a combination of columns before it, or
 *     separated labels leave it open
 * @param interval the interval for the log-odds; NaN where it means nothing
 */
public record Estimate(
        String name, double estimate, double standardError, double level, boolean aliased, Interval interval) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    public Estimate {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "found the level %s; expected a number between 0 and 1".formatted(level));
        }
        if (standardError < 0) {
            throw new IllegalArgumentException(
                    "found the standard error %s of %s; expected 0 or more".formatted(standardError, name));
        }
        if (aliased) {
            estimate = Double.NaN;
        }
        if (aliased || !Double.isFinite(estimate)) {
            standardError = Double.NaN;
        }
        if (interval == null) {
            double reach = NORMAL.inverseSurvivalProbability((1 - level) / 2) * standardError;
            interval = new Interval(estimate - reach, estimate + reach);
        }
    }

    /** With Wald's interval: estimate -+ quantile * standard error. */
    public Estimate(String name, double estimate, double standardError, double level, boolean aliased) {
        this(name, estimate, standardError, level, aliased, null);
    }

    /** The same with another interval. */
    public Estimate with(Interval other) {
        return new Estimate(name, estimate, standardError, level, aliased, other);
    }

    /** Wald's statistic: estimate / standard error. */
    public double z() {
        return estimate / standardError;
    }

    /** P(|N(0, 1)| >= |z|), two-sided; keeps its digits down to the smallest double. */
    public double p() {
        return 2 * NORMAL.survivalProbability(Math.abs(z()));
    }

    /** e^estimate, the factor by which the odds change per unit; infinite or 0 for an infinite estimate. */
    public double oddsRatio() {
        return StrictMath.exp(estimate);
    }

    /** Lower end of the interval for the odds ratio. */
    public double lower() {
        return StrictMath.exp(estimateLower());
    }

    /** Upper end of the interval for the odds ratio. */
    public double upper() {
        return StrictMath.exp(estimateUpper());
    }

    /** Lower end of the interval for the log-odds. */
    public double estimateLower() {
        return interval.lower();
    }

    /** Upper end of the interval for the log-odds. */
    public double estimateUpper() {
        return interval.upper();
    }
}
