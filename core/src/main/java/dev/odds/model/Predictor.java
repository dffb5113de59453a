package dev.odds.model;

import dev.odds.design.Coefficients;
import dev.odds.design.Examples;
import dev.odds.table.SparseRows;
import java.util.Arrays;

/**
 * z = theta^T x + b and A = 1 / (1 + e^-z). The infinite coefficients are kept apart, so that 0 times infinity is 0 and the
 * loops over the others know nothing of it.
 */
final class Predictor {
    private static final int CELLS = 1 << 16;

    private final double[] theta;
    private final double bias;
    /** The infinite coefficients, 0 elsewhere; null where all are finite. */
    private final double[] infinite;

    Predictor(Coefficients coefficients) {
        double[] all = coefficients.theta();
        boolean infinities = Arrays.stream(all).anyMatch(Double::isInfinite);
        this.theta = infinities ? where(all, false) : all;
        this.infinite = infinities ? where(all, true) : null;
        this.bias = coefficients.bias().length == 0 ? 0 : coefficients.bias()[0];
    }

    /** The coefficients that are infinite, or those that are not, and 0 in place of the others. */
    private static double[] where(double[] all, boolean infinite) {
        return Arrays.stream(all)
                .map(v -> Double.isInfinite(v) == infinite ? v : 0)
                .toArray();
    }

    /** d numbers, not modified. */
    double logit(double[] x) {
        return bias + dot(x, 0) + (infinite == null ? 0 : infinity(x, 0));
    }

    /** The logit of each example. */
    double[] logits(Examples examples) {
        double[] logits = new double[(int) examples.count()];
        int rows = Math.min(1024, 1 + CELLS / theta.length);
        double[] x = examples.isSparse() ? null : new double[rows * theta.length];
        for (int first = 0; first < logits.length; first += rows) {
            int count = Math.min(rows, logits.length - first);
            if (x == null) {
                sparse(examples.sparse(first, count), logits, first);
            } else {
                examples.dense(first, count, x, theta.length);
                dense(x, count, logits, first);
            }
        }
        return logits;
    }

    private void dense(double[] x, int count, double[] logits, int first) {
        for (int i = 0; i < count; i++) {
            int at = i * theta.length;
            logits[first + i] = bias + dot(x, at) + (infinite == null ? 0 : infinity(x, at));
        }
    }

    private void sparse(SparseRows rows, double[] logits, int first) {
        for (int i = 0; i < rows.rows(); i++) {
            int from = rows.starts()[i];
            int to = rows.starts()[i + 1];
            logits[first + i] = bias + dot(rows, from, to) + (infinite == null ? 0 : infinity(rows, from, to));
        }
    }

    private double dot(double[] x, int at) {
        double sum = 0;
        for (int j = 0; j < theta.length; j++) {
            sum = Math.fma(theta[j], x[at + j], sum);
        }
        return sum;
    }

    private double dot(SparseRows rows, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum = Math.fma(theta[rows.indices()[k]], rows.values() == null ? 1 : rows.values()[k], sum);
        }
        return sum;
    }

    private double infinity(double[] x, int at) {
        double sum = 0;
        for (int j = 0; j < infinite.length; j++) {
            sum += infinite[j] == 0 || x[at + j] == 0 ? 0 : infinite[j] * x[at + j];
        }
        return sum;
    }

    private double infinity(SparseRows rows, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            double x = rows.values() == null ? 1 : rows.values()[k];
            double coefficient = infinite[rows.indices()[k]];
            sum += coefficient == 0 || x == 0 ? 0 : coefficient * x;
        }
        return sum;
    }

    /** A = 1 / (1 + e^-z), without overflow; NaN for NaN. */
    static double sigmoid(double z) {
        double e = StrictMath.exp(-Math.abs(z));
        return (z >= 0 ? 1 : e) / (1 + e);
    }
}
