package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.kernel.Lanes;
import dev.odds.kernel.LogisticLoss;
import dev.odds.kernel.LogisticMath;

/**
 * Adds h_i (A_i - 1/2) x~_i of a block, h_i = w_i A_i (1 - A_i) x~_i^T I^-1 x~_i the leverage of an example: the derivative of -1/2 log
 * det I (D. Firth, Biometrika 80, 1993).
 *
 * @param x theta and bias; not modified
 * @param lengths x~^T I^-1 x~, I the information of all examples
 */
record FirthStep(double[] x, Lengths lengths) implements Step<VectorSum> {
    private static final long serialVersionUID = 1L;

    @Override
    public void add(Block block, Slice y, VectorSum into) {
        int n = block.examples();
        if (y.isAbsent(0, n)) {
            return;
        }
        int d = block.features();
        double[] h = lengths.of(block);
        double[] z = new double[n];
        block.logits(0, n, x, x.length, 1, z);
        double bias = x.length > d ? x[d] : 0;
        for (int i = 0; i < n; i++) {
            int at = y.from() + i;
            double logit = y.offset() == null ? z[i] + bias : z[i] + bias + y.offset()[at];
            double e = LogisticMath.decay(logit);
            double leverage = LogisticLoss.curvature(e, y.success()[at], y.failure()[at]) * h[i];
            z[i] = leverage * LogisticLoss.residual(logit, e, 0.5, 0.5);
        }
        block.accumulate(0, n, z, 1, into.values(), 0, x.length);
        if (x.length > d) {
            into.values()[d] += Lanes.sum(z, 0, n);
        }
    }
}
