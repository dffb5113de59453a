package dev.odds.inference;

/**
 * By what the variances of a column's coefficients are larger than if the column were unrelated to all others.
 *
 * @param column the column
 * @param parameters how many coefficients it has
 * @param factor the generalised variance inflation factor: the ratio of the squared volumes of their confidence regions, 1 or more; the
 *     usual one of a single coefficient
 */
public record Inflation(String column, int parameters, double factor) {
    /** factor^(1 / (2 parameters)), which compares columns: by what an interval is longer, on average. */
    public double perParameter() {
        return StrictMath.pow(factor, 0.5 / parameters);
    }
}
