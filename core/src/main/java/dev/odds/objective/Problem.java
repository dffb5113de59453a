package dev.odds.objective;

import dev.odds.design.Design;
import dev.odds.design.Response;

/**
 * F(theta, b) = L + penalty, L the mean cross-entropy of the response over the design. Paths, folds and groups vary the last
 * three only.
 *
 * @param design X
 * @param response labels, weights, offsets
 * @param penalty on theta
 * @param bias whether there is a b
 */
public record Problem(Design design, Response response, Penalty penalty, boolean bias) {
    public Problem {
        if (response.examples() != design.examples()) {
            throw new IllegalArgumentException(
                    "the response has %d examples, the design %d".formatted(response.examples(), design.examples()));
        }
        if (penalty.units().length != design.features()) {
            throw new IllegalArgumentException("the penalty has %d units, the design %d features"
                    .formatted(penalty.units().length, design.features()));
        }
    }

    /** The same with another response over the same examples. */
    public Problem with(Response other) {
        return new Problem(design, other, penalty, bias);
    }

    /** What a solver measures each of these variables in; the bias is d. */
    public double[] units(int[] variables) {
        double[] units = new double[variables.length];
        for (int i = 0; i < units.length; i++) {
            units[i] = variables[i] < penalty.units().length ? penalty.unit(variables[i]) : 1;
        }
        return units;
    }

    /** The number of variables: theta, then the bias if there is one. */
    public int size() {
        return design.features() + (bias ? 1 : 0);
    }
}
