package dev.odds.inference;

import java.util.Map;
import java.util.TreeMap;

/**
 * A linear combination of coefficients.
 *
 * @param factors by variable
 * @param constant what is added
 */
record Combination(Map<Integer, Double> factors, double constant) {
    static Combination number(double value) {
        return new Combination(Map.of(), value);
    }

    static Combination coefficient(int variable) {
        return new Combination(Map.of(variable, 1.0), 0);
    }

    boolean isNumber() {
        return factors.isEmpty();
    }

    /** This and {@code factor} times the other. */
    Combination plus(double factor, Combination other) {
        Map<Integer, Double> sum = new TreeMap<>(factors);
        other.factors.forEach((j, value) -> sum.merge(j, factor * value, Double::sum));
        return new Combination(sum, constant + factor * other.constant);
    }
}
