package dev.odds.model;

import dev.odds.design.Coefficients;
import dev.odds.design.Examples;
import java.util.List;

/**
 * z = theta^T x + b and A = 1 / (1 + e^-z). Of a model at its limit the first direction v with v^T x~ other than 0 decides: z is
 * plus or minus infinity there. A product below 2^-45 of its absolute terms is rounding, and 0.
 */
public final class Predictor {
    private static final double ROUNDING = 0x1p-45;

    private final double[] theta;
    private final double bias;
    private final List<double[]> directions;

    /**
     * Of a model.
     *
     * @param coefficients theta and b, finite
     * @param directions along which they grow where the data are separated, each theta and, if there is one, the bias
     */
    public Predictor(Coefficients coefficients, List<double[]> directions) {
        this.theta = coefficients.theta();
        this.bias = coefficients.bias().length == 0 ? 0 : coefficients.bias()[0];
        this.directions = directions;
    }

    /** z of one example; d numbers, not modified. */
    public double logit(double[] x) {
        return logit(null, x, 0, theta.length);
    }

    /** The logit of each example. */
    double[] logits(Examples examples) {
        double[] logits = new double[(int) examples.count()];
        EachExample.visit(examples, (example, index, x, at, length) -> logits[example] = logit(index, x, at, length));
        return logits;
    }

    /** Of the entries [at, at + length): dense where {@code index} is null, all 1 where {@code x} is. */
    private double logit(int[] index, double[] x, int at, int length) {
        for (double[] v : directions) {
            double constant = v.length > theta.length ? v[theta.length] : 0;
            double sum = constant;
            double size = Math.abs(constant);
            for (int k = 0; k < length; k++) {
                double term = v[index == null ? k : index[at + k]] * (x == null ? 1 : x[at + k]);
                sum += term;
                size += Math.abs(term);
            }
            if (Math.abs(sum) > ROUNDING * size) {
                return sum * Double.POSITIVE_INFINITY;
            }
        }
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum = Math.fma(theta[index == null ? k : index[at + k]], x == null ? 1 : x[at + k], sum);
        }
        return bias + sum;
    }

    /** A = 1 / (1 + e^-z), without overflow; NaN for NaN. */
    public static double sigmoid(double z) {
        double e = StrictMath.exp(-Math.abs(z));
        return (z >= 0 ? 1 : e) / (1 + e);
    }
}
