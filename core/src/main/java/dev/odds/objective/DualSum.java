package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Sum;
import dev.odds.kernel.Compensated;
import dev.odds.kernel.Lanes;
import dev.odds.kernel.LogisticLoss;
import dev.odds.kernel.LogisticMath;
import java.util.Arrays;

/**
 * What the dual objective is made of, for positive and negative residuals apart, so that either side can be scaled afterwards; none
 * divided by W. With Z the logit, l the loss and r its derivative, l - r (Z - offset) is r offset minus the conjugate of the loss
 * at r.
 */
final class DualSum implements Sum<DualSum> {
    private static final long serialVersionUID = 1L;

    private static final int RESIDUAL = 0;
    private static final int DUAL = 2;
    private static final int ABSOLUTE = 4;
    private static final int CURVATURE = 5;
    private static final int HEAD = 6;

    private final int features;
    /** The head: each pair positive, negative. Then X r of the positive and X r of the negative residuals. */
    private final double[] high;

    private final double[] low;
    private final double[] part;

    DualSum(int features) {
        this.features = features;
        this.high = new double[HEAD + 2 * features];
        this.low = new double[high.length];
        this.part = new double[high.length];
    }

    /** Adds a block at x: theta and, if there is one, the bias; not modified. */
    record At(double[] x) implements Step<DualSum> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, DualSum into) {
            int n = block.examples();
            int d = block.features();
            double[] z = new double[n];
            block.logits(0, n, x, x.length, 1, z);
            double[] terms = new double[HEAD * n];
            for (int i = 0; i < n; i++) {
                terms(z[i] + (x.length > d ? x[d] : 0), y, i, terms, n);
            }
            into.add(block, terms);
        }

        /** The terms of example i, whose logit without offset is given. */
        private static void terms(double logit, Slice y, int i, double[] terms, int n) {
            int at = y.from() + i;
            double w1 = y.success()[at];
            double w0 = y.failure()[at];
            double z = y.offset() == null ? logit : logit + y.offset()[at];
            double e = LogisticMath.decay(z);
            double r = LogisticLoss.residual(z, e, w1, w0);
            double l = LogisticLoss.loss(z, e, w1, w0);
            int side = r > 0 ? 0 : 1;
            terms[(RESIDUAL + side) * n + i] = r;
            terms[(DUAL + side) * n + i] = Math.fma(-r, logit, l);
            terms[ABSOLUTE * n + i] = Math.fma(Math.abs(r), Math.abs(logit) + Math.abs(z), l);
            terms[CURVATURE * n + i] = LogisticLoss.curvature(e, w1, w0);
        }
    }

    private void add(Block block, double[] terms) {
        int n = block.examples();
        for (int k = 0; k < HEAD; k++) {
            part[k] = Lanes.sum(terms, k * n, n);
        }
        Arrays.fill(part, HEAD, part.length, 0);
        block.accumulate(0, n, terms, 2, part, HEAD, features);
        Compensated.add(high, low, part);
    }

    @Override
    public void merge(DualSum other) {
        Compensated.add(high, low, other.high);
        for (int j = 0; j < low.length; j++) {
            low[j] += other.low[j];
        }
    }

    private double total(int j) {
        return high[j] + low[j];
    }

    /** The sum of the positive residuals. */
    double positive() {
        return total(RESIDUAL);
    }

    /** Minus the sum of the negative residuals. */
    double negative() {
        return -total(RESIDUAL + 1);
    }

    /** The second derivative by the bias. */
    double curvature() {
        return total(CURVATURE);
    }

    /** The absolute terms of {@link #dual}. */
    double absolute() {
        return total(ABSOLUTE);
    }

    /** The offsets less the conjugates, each side scaled by a number in [0, 1]: at most those of the scaled residuals. */
    double dual(double positive, double negative) {
        return positive * total(DUAL) + negative * total(DUAL + 1);
    }

    /** (X r)_j of the scaled residuals. */
    double product(int j, double positive, double negative) {
        return positive * total(HEAD + j) + negative * total(HEAD + features + j);
    }
}
