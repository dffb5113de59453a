package dev.odds.train;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;

/**
 * Gathers independent examples that a direction must leave on the boundary: those with weight on both labels, and those that v
 * puts near.
 *
 * @param v the vector
 * @param boundary the greatest binary exponent of |v^T x~_i| that is near
 */
record TiedRows(double[] v, int boundary) implements Step<IndependentRows> {
    private static final long serialVersionUID = 1L;

    @Override
    public void add(Block block, Slice y, IndependentRows into) {
        int[] index = new int[block.features()];
        double[] value = new double[block.features()];
        double[] z = Margins.of(block, v);
        for (int i = 0; i < z.length; i++) {
            boolean success = y.success()[y.from() + i] > 0;
            boolean failure = y.failure()[y.from() + i] > 0;
            boolean near = (success || failure) && Margins.exponent(z[i]) <= boundary;
            if (near || (success && failure)) {
                into.offer(block.entries(i, index, value), index, value);
            }
        }
    }
}
