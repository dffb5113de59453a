package dev.odds.inference;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One linear equation between coefficients: the sum of factor times coefficient is value.
 *
 * @param text as the user wrote it
 * @param factors by variable: a feature's index, or d for the bias; none is 0
 * @param value the other side
 */
public record Restriction(String text, SortedMap<Integer, Double> factors, double value) {
    public Restriction {
        TreeMap<Integer, Double> some = new TreeMap<>(factors);
        some.values().removeIf(factor -> factor == 0);
        factors = Collections.unmodifiableSortedMap(some);
    }
}
