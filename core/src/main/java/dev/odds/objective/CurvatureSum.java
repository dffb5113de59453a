package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Sum;
import java.util.Arrays;

/**
 * w A (1 - A) of every example, in their order: blocks are added in order and shards merged in order, so that appending is enough.
 * As large as a response.
 */
final class CurvatureSum implements Sum<CurvatureSum> {
    private static final long serialVersionUID = 1L;

    private double[] values = {};
    private int count;
    private transient CurvatureTile tile;

    /** Adds a block at x: theta and, if there is one, the bias; not modified. */
    record At(double[] x) implements Step<CurvatureSum> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, CurvatureSum into) {
            into.append(into.tile().of(block, y, x), block.examples());
        }
    }

    private void append(double[] more, int length) {
        if (count + length > values.length) {
            values = Arrays.copyOf(values, Math.max(count + length, 2 * count));
        }
        System.arraycopy(more, 0, values, count, length);
        count += length;
    }

    private CurvatureTile tile() {
        tile = tile == null ? new CurvatureTile() : tile;
        return tile;
    }

    @Override
    public void merge(CurvatureSum other) {
        append(other.values, other.count);
    }

    /** One number for each example. */
    double[] values() {
        return Arrays.copyOf(values, count);
    }
}
