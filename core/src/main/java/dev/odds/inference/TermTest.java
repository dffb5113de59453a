package dev.odds.inference;

/**
 * A test that some coefficients are 0.
 *
 * @param term what they belong to
 * @param df how many restrictions that is: degrees of freedom of the chi-square distribution
 * @param statistic at least 0, of that distribution where the coefficients are 0
 * @param p the probability of a larger one then; NaN where df is 0
 */
public record TermTest(String term, int df, double statistic, double p) {
    /** With p from the distribution; a statistic below 0 by rounding is 0. */
    public static TermTest of(String term, int df, double statistic) {
        return new TermTest(term, df, Math.max(0.0, statistic), ChiSquare.survival(statistic, df));
    }
}
