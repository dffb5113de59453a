package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Sum;
import dev.odds.kernel.Compensated;
import dev.odds.kernel.Lanes;
import dev.odds.kernel.Tile;
import dev.odds.kernel.Workspace;
import java.util.Arrays;

/**
 * What the dual objective is made of, for successes and failures apart, so that either side can be scaled afterwards; none divided
 * by W. An example with weights of both counts as two of one logit. With Z the logit, l the loss and r its derivative, positive
 * for failures, l - r (Z - offset) is r offset minus the conjugate of the loss at r.
 */
final class DualSum implements Sum<DualSum> {
    private static final long serialVersionUID = 1L;

    private static final int RESIDUAL = 0;
    private static final int DUAL = 2;
    private static final int ABSOLUTE = 4;
    private static final int CURVATURE = 5;
    private static final int HEAD = 6;

    private final int features;
    /** The head: each pair failures, successes. Then X r of the failures and X r of the successes. */
    private final double[] high;

    private final double[] low;
    private final double[] part;
    private transient Workspace space;

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
            double[] logits = new double[n];
            block.logits(0, n, x, x.length, 1, logits, into.space());
            double[] z = new double[n];
            for (int i = 0; i < n; i++) {
                logits[i] += x.length > d ? x[d] : 0;
                z[i] = y.offset() == null ? logits[i] : logits[i] + y.offset()[y.from() + i];
            }
            double[] none = new double[n];
            double[] residuals = new double[2 * n];
            Arrays.fill(into.part, 0);
            into.side(0, block, logits, z, none, Arrays.copyOfRange(y.failure(), y.from(), y.from() + n), residuals);
            into.side(1, block, logits, z, Arrays.copyOfRange(y.success(), y.from(), y.from() + n), none, residuals);
            block.accumulate(0, n, residuals, 2, into.part, HEAD, d, into.space());
            Compensated.add(into.high, into.low, into.part);
        }
    }

    private Workspace space() {
        space = space == null ? new Workspace() : space;
        return space;
    }

    /** The head of one side of a block, whose residuals are written to their half. */
    private void side(
            int side,
            Block block,
            double[] logits,
            double[] z,
            double[] success,
            double[] failure,
            double[] residuals) {
        int n = z.length;
        Tile tile = Tile.of(n);
        double[] r = tile.z();
        System.arraycopy(z, 0, r, 0, n);
        double[] curvature = new double[n];
        block.body().loops().tile(tile, success, failure, 0, n, curvature, 0);
        System.arraycopy(r, 0, residuals, side * n, n);
        double loss = Lanes.fold(tile.lanes());
        part[RESIDUAL + side] = Lanes.sum(r, 0, n);
        part[DUAL + side] = loss - Lanes.dot(r, 0, logits, 0, n);
        part[CURVATURE] += Lanes.sum(curvature, 0, n);
        for (int i = 0; i < n; i++) {
            r[i] = Math.abs(r[i]) * (Math.abs(logits[i]) + Math.abs(z[i]));
        }
        part[ABSOLUTE] += loss + Lanes.sum(r, 0, n);
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

    /** The sum of the residuals of the failures. */
    double positive() {
        return total(RESIDUAL);
    }

    /** Minus the sum of the residuals of the successes. */
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
