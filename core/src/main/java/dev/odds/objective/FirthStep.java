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
    private static final int RUN = 32;

    @Override
    public void add(Block block, Slice y, VectorSum into) {
        int run = Math.min(RUN, block.examples());
        double[] scratch = new double[lengths.scratch(run)];
        double[] z = new double[run];
        double[] h = new double[run];
        for (int from = 0; from < block.examples(); from += RUN) {
            int to = Math.min(from + RUN, block.examples());
            if (!y.isAbsent(from, to)) {
                lengths.of(block, from, to, scratch, h);
                add(block, y, from, to, z, h, into.values());
            }
        }
    }

    private void add(Block block, Slice y, int from, int to, double[] z, double[] h, double[] into) {
        int d = block.features();
        int count = to - from;
        block.logits(from, to, x, x.length, 1, z);
        double bias = x.length > d ? x[d] : 0;
        for (int i = 0; i < count; i++) {
            int at = y.from() + from + i;
            double logit = y.offset() == null ? z[i] + bias : z[i] + bias + y.offset()[at];
            double e = LogisticMath.decay(logit);
            double leverage = LogisticLoss.curvature(e, y.success()[at], y.failure()[at]) * h[i];
            z[i] = leverage * LogisticLoss.residual(logit, e, 0.5, 0.5);
        }
        block.accumulate(from, to, z, 1, into, 0, x.length);
        if (x.length > d) {
            into[d] += Lanes.sum(z, 0, count);
        }
    }
}
