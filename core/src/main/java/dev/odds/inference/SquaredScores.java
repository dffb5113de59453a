package dev.odds.inference;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Sum;
import dev.odds.design.Units;
import dev.odds.kernel.Cholesky;
import dev.odds.objective.Residuals;
import java.util.Arrays;

/**
 * The sum of s s^T over independent observations, s = r x~ the score of one: an example of summed residual r that is w equal
 * observations adds w (r / w)^2 x~ x~^T. O(n k^2), through the loops of the Hessian.
 */
final class SquaredScores implements Sum<SquaredScores> {
    private static final long serialVersionUID = 1L;

    private final double[] packed;
    private double observations;

    /** An empty sum over k variables. */
    SquaredScores(int variables) {
        this.packed = new double[Cholesky.row(variables)];
    }

    /**
     * Adds a block.
     *
     * @param x all variables; not modified
     * @param kept those of the products, increasing; not modified
     * @param units what is one observation
     */
    record At(double[] x, int[] kept, Units units) implements Step<SquaredScores> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, SquaredScores into) {
            double[] squares = Residuals.of(block, y, x);
            for (int i = 0; i < squares.length; i++) {
                int at = y.from() + i;
                double repeats = units.repeats(at, y.success()[at] + y.failure()[at]);
                squares[i] = repeats == 0 ? 0 : squares[i] * (squares[i] / repeats);
                into.observations += repeats;
            }
            into.add(block, squares, kept);
        }
    }

    /** Adds squares[i] x~ x~^T of each example. */
    void add(Block block, double[] squares, int[] kept) {
        int d = block.features();
        int k = kept.length;
        boolean bias = k > 0 && kept[k - 1] == d;
        int[] features = bias ? Arrays.copyOf(kept, k - 1) : kept;
        block.gram(squares, features, packed);
        if (bias) {
            double[] row = new double[d];
            block.accumulate(0, squares.length, squares, 1, row, 0, d);
            int last = Cholesky.row(k - 1);
            for (int a = 0; a < k - 1; a++) {
                packed[last + a] += row[features[a]];
            }
            for (double square : squares) {
                packed[last + k - 1] += square;
            }
        }
    }

    @Override
    public void merge(SquaredScores other) {
        for (int j = 0; j < packed.length; j++) {
            packed[j] += other.packed[j];
        }
        observations += other.observations;
    }

    /** The sum, lower half, not a copy. */
    double[] packed() {
        return packed;
    }

    /** How many observations. */
    double observations() {
        return observations;
    }
}
