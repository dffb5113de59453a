package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.kernel.LogisticLoss;
import dev.odds.kernel.LogisticMath;

/** The first derivatives of the loss by the logits, example by example. */
public final class Residuals {
    private Residuals() {}

    /**
     * w0 A - w1 (1 - A) of the examples of a block, not divided by W: the gradient by the variables is the sum of these times x~_i.
     *
     * @param x theta and, if there is one, the bias; not modified
     * @return a new array
     */
    public static double[] of(Block block, Slice y, double[] x) {
        int n = block.examples();
        int d = block.features();
        double[] z = new double[n];
        block.logits(0, n, x, x.length, 1, z);
        double bias = x.length > d ? x[d] : 0;
        for (int i = 0; i < n; i++) {
            int at = y.from() + i;
            double logit = y.offset() == null ? z[i] + bias : z[i] + bias + y.offset()[at];
            z[i] = LogisticLoss.residual(logit, LogisticMath.decay(logit), y.success()[at], y.failure()[at]);
        }
        return z;
    }
}
