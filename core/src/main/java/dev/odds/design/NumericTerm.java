package dev.odds.design;

import java.util.List;

/**
 * Numbers as they are, and a second feature for the missing ones if asked for.
 *
 * @param column the column, and the name of its feature
 * @param fill finite, what stands in for a missing value; NaN where none does
 * @param indicator whether a feature {@code column=missing} is 1 where the value is missing, else 0
 */
public record NumericTerm(String column, double fill, boolean indicator) implements Term {
    public NumericTerm {
        if (Double.isInfinite(fill) || (indicator && Double.isNaN(fill))) {
            throw new IllegalArgumentException("column %s: nothing finite to fill in".formatted(column));
        }
    }

    @Override
    public List<String> features() {
        return indicator ? List.of(column, column + "=" + CategoricalTerm.MISSING) : List.of(column);
    }
}
