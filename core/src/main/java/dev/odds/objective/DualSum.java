package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Sum;
import dev.odds.kernel.Compensated;
import dev.odds.kernel.Lanes;
import dev.odds.kernel.LogisticMath;
import java.util.Arrays;

/**
 * The parts of the dual objective at residuals r scaled into the feasible set: the conjugates of the losses, the offsets, and X
 * r, none divided by W; also the sums of the positive and of the negative residuals before scaling.
 */
final class DualSum implements Sum<DualSum> {
    private static final long serialVersionUID = 1L;
    /** Conjugates, offsets, their absolute values, positive and negative residuals; X r follows. */
    private static final int HEAD = 5;

    private final double[] high;
    private final double[] low;
    private final double[] part;

    DualSum(int features) {
        this.high = new double[HEAD + features];
        this.low = new double[HEAD + features];
        this.part = new double[HEAD + features];
    }

    /**
     * Adds a block.
     *
     * @param x theta and, if there is one, the bias
     * @param positive the factor of positive residuals, in (0, 1]
     * @param negative the factor of negative residuals, in (0, 1]
     */
    record At(double[] x, double positive, double negative) implements Step<DualSum> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, DualSum into) {
            int n = block.examples();
            int d = block.features();
            double[] z = new double[n];
            block.logits(0, n, x, x.length, 1, z);
            double[] terms = new double[HEAD * n];
            for (int i = 0; i < n; i++) {
                int at = y.from() + i;
                double offset = y.offset() == null ? 0 : y.offset()[at];
                double logit = z[i] + (x.length > d ? x[d] : 0) + offset;
                z[i] = residual(logit, offset, y.success()[at], y.failure()[at], terms, i, n);
            }
            for (int k = 0; k < HEAD; k++) {
                into.part[k] = Lanes.sum(terms, k * n, n);
            }
            Arrays.fill(into.part, HEAD, HEAD + d, 0);
            block.accumulate(0, n, z, 1, into.part, HEAD, d);
            Compensated.add(into.high, into.low, into.part);
        }

        /**
         * The scaled residual r; its conjugate m (up/m log up/m + down/m log down/m), up = r + w1, down = w0 - r, written so
         * that neither cancels: with s the scale, 1 - s (1 - A) = (1 - s)(1 - A) + A.
         */
        private double residual(double z, double offset, double success, double failure, double[] terms, int i, int n) {
            double e = LogisticMath.decay(z);
            double a = LogisticMath.sigmoid(z, e);
            double b = LogisticMath.sigmoid(-z, e);
            double r = failure * a - success * b;
            double s = r > 0 ? positive : negative;
            double up = s * failure * a + success * Math.fma(1 - s, b, a);
            double down = s * success * b + failure * Math.fma(1 - s, a, b);
            terms[i] = entropy(Math.min(up, down), Math.max(up, down));
            terms[n + i] = s * r * offset;
            terms[2 * n + i] = Math.abs(terms[n + i]);
            terms[3 * n + i] = Math.max(r, 0);
            terms[4 * n + i] = Math.max(-r, 0);
            return s * r;
        }

        /** a log a/m + c log c/m, m = a + c; the logarithm of the larger part would have few digits, so it is log(1 - a/m). */
        private static double entropy(double a, double c) {
            return a > 0 ? a * StrictMath.log(a / (a + c)) + c * StrictMath.log1p(-a / (a + c)) : 0;
        }
    }

    @Override
    public void merge(DualSum other) {
        Compensated.add(high, low, other.high);
        for (int j = 0; j < low.length; j++) {
            low[j] += other.low[j];
        }
    }

    double conjugates() {
        return high[0] + low[0];
    }

    double offsets() {
        return high[1] + low[1];
    }

    double absoluteOffsets() {
        return high[2] + low[2];
    }

    double positive() {
        return high[3] + low[3];
    }

    double negative() {
        return high[4] + low[4];
    }

    /** (X r)_j. */
    double product(int j) {
        return high[HEAD + j] + low[HEAD + j];
    }
}
