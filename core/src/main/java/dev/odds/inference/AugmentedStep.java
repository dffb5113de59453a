package dev.odds.inference;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.kernel.LogisticLoss;
import dev.odds.kernel.LogisticMath;
import dev.odds.objective.Lengths;

/**
 * Adds (w + h) A (1 - A) x~ x~^T of each example, h = v x~^T I^-1 x~ its leverage and v = w A (1 - A): the information of the data that
 * Firth's likelihood augments by h pseudo-observations of both labels (as R's logistf does from release 1.25 on). A row of weight w
 * is so w equal rows.
 *
 * @param x all variables; not modified
 * @param kept those of the products, increasing; not modified
 * @param lengths x~^T I^-1 x~
 */
record AugmentedStep(double[] x, int[] kept, Lengths lengths) implements Step<SquaredScores> {
    private static final long serialVersionUID = 1L;

    @Override
    public void add(Block block, Slice y, SquaredScores into) {
        int n = block.examples();
        double[] z = Logits.of(block, y, x);
        double[] h = lengths.of(block);
        for (int i = 0; i < n; i++) {
            int at = y.from() + i;
            double v = LogisticLoss.curvature(LogisticMath.decay(z[i]), y.success()[at], y.failure()[at]);
            double w = y.success()[at] + y.failure()[at];
            h[i] = w == 0 ? 0 : v * (1 + v * h[i] / w);
        }
        into.add(block, h, kept);
    }
}
