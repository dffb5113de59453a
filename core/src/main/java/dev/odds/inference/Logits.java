package dev.odds.inference;

import dev.odds.design.Block;
import dev.odds.design.Slice;

/** The logits of a block. */
final class Logits {
    private Logits() {}

    /**
     * theta^T x + b + offset for each example; a new array.
     *
     * @param x theta and whatever stands behind it; not modified
     */
    static double[] of(Block block, Slice y, double[] x, double bias) {
        double[] z = new double[block.examples()];
        block.logits(0, z.length, x, x.length, 1, z);
        for (int i = 0; i < z.length; i++) {
            z[i] += y.offset() == null ? bias : bias + y.offset()[y.from() + i];
        }
        return z;
    }

    /** As above, the bias at x[d] where there is one. */
    static double[] of(Block block, Slice y, double[] x) {
        return of(block, y, x, x.length > block.features() ? x[block.features()] : 0);
    }
}
