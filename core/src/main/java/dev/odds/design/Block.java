package dev.odds.design;

import dev.odds.kernel.Body;
import dev.odds.kernel.Workspace;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Consecutive examples of a design: the unit of cache and of input. Dense or sparse, float64 or float32 is settled here, once;
 * the order of every sum is that of {@code dev.odds.kernel}.
 *
 * <p>Several outputs share one read: output k has its coefficients at [k * stride, k * stride + d) and its logits or residuals
 * at [k * count, (k + 1) * count), where count = to - from.
 */
@SuppressWarnings("exports") // which loops read a block is the kernel\'s own affair
public interface Block extends Serializable {
    /** The most examples that a block holds; every block of a design but the last of all holds as many. */
    int SIZE = 256;

    /** The number of examples, at most {@link #SIZE}. */
    int examples();

    /** d. */
    int features();

    /** Which loops read it, which changes no bit. */
    Body body();

    /** The same numbers, not copied, read by other loops. */
    Block on(Body other);

    /** The same numbers read by the loops that suit a design of so many stored entries in this JVM. */
    default Block suited(long stored) {
        Body suits = Body.of(stored);
        return body() == suits ? this : on(suits);
    }

    /**
     * Adds, example after example, the sums of w (x - c), w (x - c)^2 and w over the entries that are stored of each feature.
     *
     * @param weights w, one per example; not modified
     * @param centers c, d numbers; not modified
     * @param into d sums of each kind, one kind after another; modified
     */
    default void moments(double[] weights, double[] centers, double[] into) {
        int d = features();
        int[] index = new int[d];
        double[] value = new double[d];
        for (int i = 0; i < examples(); i++) {
            double w = weights[i];
            int count = entries(i, index, value);
            for (int p = 0; p < count; p++) {
                int j = index[p];
                double shifted = value[p] - centers[j];
                into[j] = Math.fma(w, shifted, into[j]);
                into[d + j] = Math.fma(w * shifted, shifted, into[d + j]);
                into[2 * d + j] += w;
            }
        }
    }

    /** The number of stored entries of examples [from, to). */
    long stored(int from, int to);

    /**
     * z = theta^T X for examples [from, to).
     *
     * @param theta not modified
     * @param stride the distance between the coefficients of two outputs
     * @param outputs K
     * @param z overwritten, K x count
     */
    void logits(int from, int to, double[] theta, int stride, int outputs, double[] z);

    /**
     * into += X r^T over examples [from, to), in their order.
     *
     * @param r one number per output and example, K x count; not modified
     * @param outputs K
     * @param into modified: feature j of output k at [at + k * stride + j]
     */
    void accumulate(int from, int to, double[] r, int outputs, double[] into, int at, int stride);

    /** As {@code logits} above in memory that a caller keeps. */
    default void logits(int from, int to, double[] theta, int stride, int outputs, double[] z, Workspace space) {
        logits(from, to, theta, stride, outputs, z);
    }

    /** As {@code accumulate} above in memory that a caller keeps. */
    default void accumulate(
            int from, int to, double[] r, int outputs, double[] into, int at, int stride, Workspace space) {
        accumulate(from, to, r, outputs, into, at, stride);
    }

    /**
     * packed += X diag(w) X^T over all examples.
     *
     * @param w one weight per example; not modified
     * @param packed modified; the lower half, row j starting at j (j + 1) / 2
     * @param space written over
     */
    void gram(double[] w, double[] packed, Workspace space);

    /** As above, once. */
    default void gram(double[] w, double[] packed) {
        gram(w, packed, new Workspace());
    }

    /** into[j] = the larger of into[j] and |x_ij|, for every feature j. */
    void maxima(int example, double[] into);

    /** As above for examples [from, to). */
    default void maxima(int from, int to, double[] into) {
        for (int i = from; i < to; i++) {
            maxima(i, into);
        }
    }

    /**
     * As above for some of the features: the same bits as those entries of the whole product.
     *
     * @param active the features, increasing; not modified
     * @param packed modified; the lower half over {@code active}
     */
    default void gram(double[] w, int[] active, double[] packed) {
        if (active.length > 0) {
            (active.length == features() ? this : select(active)).gram(w, packed);
        }
    }

    /** The same examples with some of their features only; a copy. */
    Block select(ActiveSet active);

    /**
     * As above, once.
     *
     * @param active the features, increasing; not modified
     */
    default Block select(int[] active) {
        return select(ActiveSet.of(active, features()));
    }

    /**
     * The stored entries of one example, for the readings that are rare.
     *
     * @param index overwritten with the features, increasing; of length d at least
     * @param value overwritten with their values; of length d at least
     * @return how many there are
     */
    int entries(int example, int[] index, double[] value);

    /** All examples by their entries that are not 0; not copied where they are so stored, and then a stored 0 stays. */
    default SparseBlock sparse() {
        int[] starts = new int[examples() + 1];
        int[] indices = new int[examples() * features()];
        double[] values = new double[indices.length];
        int[] index = new int[features()];
        double[] value = new double[features()];
        int next = 0;
        for (int i = 0; i < examples(); i++) {
            int count = entries(i, index, value);
            for (int p = 0; p < count; p++) {
                indices[next] = index[p];
                values[next] = value[p];
                next += value[p] == 0 ? 0 : 1;
            }
            starts[i + 1] = next;
        }
        return new SparseBlock(features(), starts, indices, values, body());
    }

    /**
     * Which features exclude each other: an example stores at most one of those that have the same number and stand together. Null
     * where nothing is known.
     */
    default int[] groups() {
        return null;
    }

    /**
     * One feature of all examples, for readings that are rare.
     *
     * @param out overwritten: example i at [to + i]
     */
    default void column(int feature, double[] out, int to) {
        int[] index = new int[features()];
        double[] value = new double[features()];
        for (int i = 0; i < examples(); i++) {
            int count = entries(i, index, value);
            int at = Arrays.binarySearch(index, 0, count, feature);
            out[to + i] = at < 0 ? 0 : value[at];
        }
    }
}
