package dev.odds.inference;

/**
 * How far the probability moves with a feature, the others staying as they are. NaN where the estimate is infinite or absent.
 *
 * @param name the feature's name, such as {@code age} or {@code race=white}
 * @param change whether it is the change from the reference level, or from a value that is there, to this; else it is the derivative,
 *     per unit of the column
 * @param value the effect, in probability
 * @param standardError of the effect
 * @param level the coverage of the interval, in (0, 1)
 */
public record Effect(String name, boolean change, double value, double standardError, double level) {
    /** effect / standard error. */
    public double z() {
        return normal().z();
    }

    /** P(|N(0, 1)| >= |z|), two-sided. */
    public double p() {
        return normal().p();
    }

    /** Lower end of the interval for the effect. */
    public double lower() {
        return normal().estimateLower();
    }

    /** Upper end of the interval for the effect. */
    public double upper() {
        return normal().estimateUpper();
    }

    private Estimate normal() {
        return new Estimate(name, value, standardError, level, false);
    }
}
