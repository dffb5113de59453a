package dev.odds;

import dev.odds.model.Facts;
import dev.odds.table.InputException;
import java.util.Map;

/**
 * The penalty lambda sum_j f_j (l1Ratio |theta_j| + (1 - l1Ratio) / 2 theta_j^2), the elastic net, on theta_j sd_j where standardised, and
 * bounds on theta. The bias is never penalised. Immutable.
 *
 * @param lambda at least 0
 * @param l1Ratio the lasso's share, from 0, the ridge, to 1
 * @param standardize whether the penalty acts on theta_j sd_j, sd_j the population standard deviation of feature j
 * @param factors f by the name of a column or of a coefficient, the latter first; at least 0, where 0 is free; 1 for all others. They are
 *     not rescaled
 * @param lower the least theta, at most 0, by name as {@code factors}
 * @param upper the largest theta, at least 0, by name as {@code factors}
 */
public record Shrinkage(
        double lambda,
        double l1Ratio,
        boolean standardize,
        Map<String, Double> factors,
        Map<String, Double> lower,
        Map<String, Double> upper) {
    /** No penalty and no bounds. */
    public static final Shrinkage NONE = new Shrinkage(0, 0, false, Map.of(), Map.of(), Map.of());

    public Shrinkage {
        check(lambda >= 0 && lambda <= Double.MAX_VALUE, "lambda", lambda, "a finite number of at least 0");
        check(l1Ratio >= 0 && l1Ratio <= 1, "l1Ratio", l1Ratio, "a number from 0, the ridge, to 1, the lasso");
        factors = Map.copyOf(factors);
        lower = Map.copyOf(lower);
        upper = Map.copyOf(upper);
        factors.forEach((name, f) -> check(
                f >= 0 && f <= Double.MAX_VALUE, "the penalty factor of " + name, f, "a finite number of at least 0"));
        lower.forEach((name, least) -> check(
                least <= 0,
                "the least coefficient of " + name,
                least,
                "at most 0: a fit starts where all coefficients are 0"));
        upper.forEach((name, most) -> check(
                most >= 0,
                "the largest coefficient of " + name,
                most,
                "at least 0: a fit starts where all coefficients are 0"));
    }

    private static void check(boolean good, String name, double found, String expected) {
        if (!good) {
            throw new InputException("%s is %s; expected %s".formatted(name, found, expected));
        }
    }

    /** As a model keeps it. */
    Facts.Penalty facts(boolean firth) {
        return new Facts.Penalty(lambda, l1Ratio, standardize, firth, factors, lower, upper);
    }

    /** The same with another lambda. */
    public Shrinkage withLambda(double value) {
        return new Shrinkage(value, l1Ratio, standardize, factors, lower, upper);
    }

    /** The same with another share of the lasso. */
    public Shrinkage withL1Ratio(double value) {
        return new Shrinkage(lambda, value, standardize, factors, lower, upper);
    }

    /** The same, standardised or not. */
    public Shrinkage withStandardize(boolean value) {
        return new Shrinkage(lambda, l1Ratio, value, factors, lower, upper);
    }

    /** The same with other factors. */
    public Shrinkage withFactors(Map<String, Double> value) {
        return new Shrinkage(lambda, l1Ratio, standardize, value, lower, upper);
    }

    /** The same with other bounds. */
    public Shrinkage withBounds(Map<String, Double> least, Map<String, Double> most) {
        return new Shrinkage(lambda, l1Ratio, standardize, factors, least, most);
    }

    /** Whether there are bounds. */
    public boolean isBounded() {
        return !lower.isEmpty() || !upper.isEmpty();
    }

    /** Whether, whatever lambda is, features are treated alike and none is bounded. */
    public boolean isPlain() {
        return factors.isEmpty() && !isBounded();
    }

    /** Whether estimates are those of maximum likelihood, which alone have standard errors. */
    public boolean isNone() {
        return lambda == 0 && !isBounded();
    }
}
