package dev.odds.evaluation;

/**
 * Sums whose rounding errors are summed too, so that their error hardly depends on the number or the order of the terms.
 *
 * <p>Neumaier's variant of Kahan's summation (A. Neumaier, <i>Rundungsfehleranalyse einiger Verfahren zur Summation
 * endlicher Summen</i>, ZAMM 54, 1974): the result is within about one rounding of the exact sum of the terms, plus n
 * squared roundings of the sum of their absolute values. An infinite term makes its sum infinite.
 */
final class CompensatedSums {
    private final double[] sum;
    private final double[] lost;

    /** So many sums, all zero. */
    CompensatedSums(int count) {
        sum = new double[count];
        lost = new double[count];
    }

    /** Adds a term to sum k. */
    void add(int k, double term) {
        double before = sum[k];
        double after = before + term;
        lost[k] += Math.abs(before) >= Math.abs(term) ? before - after + term : term - after + before;
        sum[k] = after;
    }

    /** Sum k so far. */
    double get(int k) {
        return Double.isInfinite(sum[k]) ? sum[k] : sum[k] + lost[k];
    }
}
