package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.kernel.Lanes;
import dev.odds.kernel.LogisticLoss;
import dev.odds.kernel.LogisticMath;

/**
 * Adds X~ diag(w A (1 - A)) X~^T v of a block: the Hessian of the loss at x times v, without the Hessian.
 *
 * @param x theta and bias, where the Hessian is taken; not modified
 * @param v the vector; not modified
 */
record ProductStep(double[] x, double[] v) implements Step<VectorSum> {
    private static final long serialVersionUID = 1L;

    @Override
    public void add(Block block, Slice y, VectorSum into) {
        int d = block.features();
        int n = block.examples();
        double[] z = new double[n];
        double[] u = new double[n];
        block.logits(0, n, x, x.length, 1, z);
        block.logits(0, n, v, v.length, 1, u);
        double bias = x.length > d ? x[d] : 0;
        double shift = v.length > d ? v[d] : 0;
        for (int i = 0; i < n; i++) {
            int at = y.from() + i;
            double logit = y.offset() == null ? z[i] + bias : z[i] + bias + y.offset()[at];
            double curvature = LogisticLoss.curvature(LogisticMath.decay(logit), y.success()[at], y.failure()[at]);
            u[i] = curvature * (u[i] + shift);
        }
        block.accumulate(0, n, u, 1, into.values(), 0, x.length);
        if (x.length > d) {
            into.values()[d] += Lanes.sum(u, 0, n);
        }
    }
}
