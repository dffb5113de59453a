package dev.odds.inference;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.kernel.Lanes;
import dev.odds.kernel.LogisticMath;
import dev.odds.objective.VectorSum;

/**
 * Adds w A' (1 - 2A) x~ and, at d + 1, w A', with A' = A (1 - A).
 *
 * @param x theta and bias, in the coordinates of the design; not modified
 */
record SlopeStep(double[] x) implements Step<VectorSum> {
    /** How many sums stand behind those of the features. */
    static final int EXTRA = 2;

    private static final long serialVersionUID = 1L;

    @Override
    public void add(Block block, Slice y, VectorSum into) {
        int d = block.features();
        int n = block.examples();
        double[] z = Logits.of(block, y, x);
        double[] curvature = new double[n];
        for (int i = 0; i < n; i++) {
            int at = y.from() + i;
            double e = LogisticMath.decay(z[i]);
            curvature[i] = (y.success()[at] + y.failure()[at]) * LogisticMath.curvature(e);
            z[i] = curvature[i] * Math.copySign((1 - e) / (1 + e), -z[i]);
        }
        block.accumulate(0, n, z, 1, into.values(), 0, d);
        into.values()[d] += Lanes.sum(z, 0, n);
        into.values()[d + 1] += Lanes.sum(curvature, 0, n);
    }
}
