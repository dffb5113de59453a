package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Sum;

/** The sums of c_i x~_ij^2 for each variable j, c = w A (1 - A); not divided by W. */
final class DiagonalSum implements Sum<DiagonalSum> {
    private static final long serialVersionUID = 1L;

    private final double[] values;
    private final int[] index;
    private final double[] value;
    private transient CurvatureTile tile;

    /** An empty sum over d features and, where there is one more variable, the bias. */
    DiagonalSum(int variables) {
        this.values = new double[variables];
        this.index = new int[variables];
        this.value = new double[variables];
    }

    /** Adds a block at x, which is not modified. */
    record At(double[] x) implements Step<DiagonalSum> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, DiagonalSum into) {
            into.add(block, into.tile().of(block, y, x));
        }
    }

    private void add(Block block, double[] curvature) {
        int d = block.features();
        for (int i = 0; i < block.examples(); i++) {
            int count = block.entries(i, index, value);
            for (int p = 0; p < count; p++) {
                values[index[p]] = Math.fma(curvature[i] * value[p], value[p], values[index[p]]);
            }
            if (values.length > d) {
                values[d] += curvature[i];
            }
        }
    }

    private CurvatureTile tile() {
        tile = tile == null ? new CurvatureTile() : tile;
        return tile;
    }

    @Override
    public void merge(DiagonalSum other) {
        for (int j = 0; j < values.length; j++) {
            values[j] += other.values[j];
        }
    }

    /** The sums; not a copy. */
    double[] values() {
        return values;
    }
}
