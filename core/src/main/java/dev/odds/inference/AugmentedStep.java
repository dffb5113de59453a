package dev.odds.inference;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.kernel.LogisticLoss;
import dev.odds.kernel.LogisticMath;
import dev.odds.objective.Lengths;

/**
 * Adds v (1 + h) x~ x~^T of each example, v = w A (1 - A) and h its leverage: the information of the data that Firth's likelihood augments
 * by h pseudo-observations of both labels (as R's logistf does from release 1.25 on).
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
            h[i] = v * (1 + v * h[i]);
        }
        into.add(block, h, kept);
    }
}
