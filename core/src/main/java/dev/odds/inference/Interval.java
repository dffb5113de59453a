package dev.odds.inference;

/**
 * An interval of log-odds.
 *
 * @param lower its lower end, minus infinity where there is none
 * @param upper its upper end, infinity where there is none
 */
public record Interval(double lower, double upper) {
    /** Of what means nothing. */
    public static final Interval NONE = new Interval(Double.NaN, Double.NaN);

    /** Without ends. */
    public static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** The interval of the odds ratio: e to the ends. */
    public Interval oddsRatio() {
        return new Interval(StrictMath.exp(lower), StrictMath.exp(upper));
    }
}
