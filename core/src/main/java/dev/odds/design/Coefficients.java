package dev.odds.design;

import dev.odds.table.InputException;
import java.io.Serializable;

/**
 * theta and b of a logistic model with K outputs; K = 1 for two classes.
 *
 * @param theta K x d, one output after another: theta of feature j for output k at [k * d + j]; held, not copied
 * @param bias K numbers, or none where the model has no bias; held, not copied
 */
public record Coefficients(double[] theta, double[] bias) implements Serializable {
    /** What b is called among the coefficients. */
    public static final String BIAS = "(bias)";

    private static final long serialVersionUID = 1L;

    public Coefficients {
        if (bias.length > 1 && theta.length % bias.length != 0) {
            throw new InputException(
                    "found %d coefficients for %d outputs; expected a multiple".formatted(theta.length, bias.length));
        }
    }

    /** One output with a bias. */
    public static Coefficients of(double[] theta, double bias) {
        return new Coefficients(theta, new double[] {bias});
    }

    /** All zero: d features, one output. */
    public static Coefficients zero(int features, boolean bias) {
        return new Coefficients(new double[features], new double[bias ? 1 : 0]);
    }
}
