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

    /** What a solver measures variable j in; the bias is d. */
    public double unit(int j) {
        return j < penalty.units().length ? penalty.unit(j) : 1;
    }

    /** The number of variables: theta, then the bias if there is one. */
    public int size() {
        return design.features() + (bias ? 1 : 0);
    }
}
