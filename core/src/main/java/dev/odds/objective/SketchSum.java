package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Sum;
import dev.odds.kernel.Body;
import dev.odds.kernel.Cholesky;
import dev.odds.kernel.SparseKernel;
import dev.odds.kernel.Workspace;
import java.util.Arrays;

/**
 * The sum of c_i x~_i x~_i^T over examples, thinned, over some of the variables; not divided by W.
 *
 * <p>An example whose c_i reaches the spacing counts as it is. Of the others, one counts for each spacing that their summed c_i
 * crosses, with the spacing for its weight: systematic sampling, every example in proportion to its curvature, without a random
 * number. Full rows are gathered, so that the product runs over as many as its kernel likes.
 */
final class SketchSum implements Sum<SketchSum> {
    private static final long serialVersionUID = 1L;

    private final double spacing;
    private final int order;
    /** Null until the first fold. */
    private double[] packed;

    private final int[] index;
    private final double[] value;
    /** One example as the kernel likes it. */
    private final int[] ends = new int[2];

    private final double[] single = new double[1];
    private transient CurvatureTile tile;
    private double[] rows = {};
    private double[] weights = {};
    private Body body = Body.SCALAR;
    private int gathered;
    private double crossed;

    /**
     * An empty sum.
     *
     * @param features d
     * @param order the number of variables k
     * @param spacing 0 for all examples
     */
    SketchSum(int features, int order, double spacing) {
        this.spacing = spacing;
        this.order = order;
        this.index = new int[features + 1];
        this.value = new double[features + 1];
        this.crossed = spacing / 2;
    }

    /** The weight with which the next example counts, 0 if it does not. */
    private double weight(double curvature) {
        if (curvature >= spacing) {
            return curvature;
        }
        crossed += curvature;
        if (crossed < spacing) {
            return 0;
        }
        crossed -= spacing;
        return spacing;
    }

    /**
     * Adds a block.
     *
     * @param x where: theta and, if there is one, the bias; not modified
     * @param place where each variable stands among the k, increasing, or -1; d, or d + 1 with the bias
     */
    void add(Block block, Slice y, double[] x, int[] place) {
        body = block.body();
        tile = tile == null ? new CurvatureTile() : tile;
        double[] curvature = tile.of(block, y, x);
        for (int i = 0; i < block.examples(); i++) {
            double weight = weight(curvature[i]);
            if (weight > 0) {
                add(block, i, weight, place);
            }
        }
    }

    private void add(Block block, int example, double weight, int[] place) {
        int count = block.entries(example, index, value);
        int kept = 0;
        for (int p = 0; p < count; p++) {
            int at = place[index[p]];
            if (at >= 0) {
                index[kept] = at;
                value[kept++] = value[p];
            }
        }
        if (place.length > block.features() && place[block.features()] >= 0) {
            index[kept] = place[block.features()];
            value[kept++] = 1;
        }
        if (kept == order) {
            gather(weight, value, 0);
        } else {
            ends[1] = kept;
            single[0] = weight;
            SparseKernel.gram(ends, index, value, single, matrix(), 1);
        }
    }

    /** Keeps a full row until there are as many as a block holds. */
    private void gather(double weight, double[] from, int at) {
        if (gathered == weights.length) {
            int room = Math.min(Block.SIZE, Math.max(16, 2 * gathered));
            rows = Arrays.copyOf(rows, room * order);
            weights = Arrays.copyOf(weights, room);
        }
        System.arraycopy(from, at, rows, gathered * order, order);
        weights[gathered++] = weight;
        if (gathered == Block.SIZE) {
            fold();
        }
    }

    private void fold() {
        if (gathered > 0) {
            body.loops().gram(rows, order, gathered, weights, matrix(), new Workspace());
        }
        gathered = 0;
    }

    private double[] matrix() {
        if (packed == null) {
            packed = new double[Cholesky.row(order)];
        }
        return packed;
    }

    /** The rows that the other has gathered are gathered here: a product of few rows would cost less than the matrix it is added to. */
    @Override
    public void merge(SketchSum other) {
        body = other.gathered > 0 ? other.body : body;
        for (int i = 0; i < other.gathered; i++) {
            gather(other.weights[i], other.rows, i * order);
        }
        if (other.packed != null) {
            double[] sum = matrix();
            for (int j = 0; j < sum.length; j++) {
                sum[j] += other.packed[j];
            }
        }
    }

    /** The sum, lower half; not a copy. */
    double[] packed() {
        fold();
        return matrix();
    }
}
