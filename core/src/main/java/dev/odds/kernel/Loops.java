package dev.odds.kernel;

/**
 * The loops that a reading of X consists of. There are two bodies, {@link ScalarLoops} and {@link VectorLoops}, and whatever the
 * body, the results have the same bits: each method says in which order it sums. Arguments are not checked.
 */
public interface Loops {
    /**
     * z = theta^T X: each logit in 16 lanes, as {@link Lanes} has it.
     *
     * @param x examples of d numbers, one after another from {@code at} on; not modified
     * @param theta d numbers from {@code from} on; not modified
     * @param z overwritten: {@code count} numbers from {@code to} on
     * @param space written over
     */
    void logits(double[] x, int at, int d, int count, double[] theta, int from, double[] z, int to, Workspace space);

    /** As above from float32; the arithmetic is float64. */
    void logits(float[] x, int at, int d, int count, double[] theta, int from, double[] z, int to, Workspace space);

    /**
     * into += X r^T, each feature fused, in the order of the examples.
     *
     * @param x examples of d numbers, the first at {@code at}, each {@code stride} after the one before; not modified
     * @param r {@code count} numbers from {@code from} on; not modified
     * @param into modified: d numbers from {@code to} on
     * @param space written over
     */
    void accumulate(
            double[] x,
            int at,
            int stride,
            int d,
            int count,
            double[] r,
            int from,
            double[] into,
            int to,
            Workspace space);

    /** As above from float32. */
    void accumulate(
            float[] x,
            int at,
            int stride,
            int d,
            int count,
            double[] r,
            int from,
            double[] into,
            int to,
            Workspace space);

    /**
     * Loss, residual and curvature of consecutive examples, as {@link LogisticLoss} has them.
     *
     * @param tile their logits in z[0, count), overwritten with the residuals; the loss of example i is added to lane i mod 16
     * @param success w1 of each, from {@code from} on
     * @param failure w0 of each, from {@code from} on
     * @param curvature overwritten: {@code count} numbers from {@code to} on; or null where it is not needed
     */
    void tile(Tile tile, double[] success, double[] failure, int from, int count, double[] curvature, int to);

    /**
     * into_j = max(into_j, |x_ij|) over the examples.
     *
     * @param x examples of d numbers, one after another from {@code at} on, none of them NaN; not modified
     * @param into modified, d numbers of at least 0
     */
    void maxima(double[] x, int at, int d, int count, double[] into);

    /**
     * Adds numbers and their absolute values, number i of a run to lane i mod 16.
     *
     * @param x {@code count} numbers from {@code at} on; not modified
     * @param lanes modified: 16 sums
     * @param absolute modified: 16 sums of absolute values
     */
    void sums(double[] x, int at, int count, double[] lanes, double[] absolute);

    /**
     * packed += X diag(w) X^T, lower half, where entry (j, k), k at most j, sums (w_i x_ij) x_ik, fused, in the order of the
     * examples, from zero, and is then added. O(count d^2 / 2).
     *
     * @param x count x d, example after example; not modified
     * @param w one weight per example; not modified
     * @param packed modified: row j starts at j (j + 1) / 2
     * @param space written over
     */
    void gram(double[] x, int d, int count, double[] w, double[] packed, Workspace space);

    /**
     * z = theta^T X for sparse examples [from, to), each dot product in 16 lanes, entry k of an example in lane k mod 16.
     *
     * @param starts example i holds the entries from starts[i] to starts[i + 1]
     * @param index the feature of each entry
     * @param values the value of each entry, or null where all are 1
     * @param theta feature j at [at + j]; not modified
     * @param z overwritten: example {@code from} at {@code first}, the others after it
     * @param space written over
     */
    void logits(
            int[] starts,
            int[] index,
            double[] values,
            int from,
            int to,
            double[] theta,
            int at,
            double[] z,
            int first,
            Workspace space);

    /**
     * into += X r^T over sparse examples [from, to), each feature fused, in the order of the examples.
     *
     * @param r example {@code from} at {@code first}, the others after it; not modified
     * @param into modified: feature j at [at + j]
     * @param space written over
     */
    void accumulate(
            int[] starts,
            int[] index,
            double[] values,
            int from,
            int to,
            double[] r,
            int first,
            double[] into,
            int at,
            Workspace space);

    /**
     * sum_i x_i v_i over a column, in 16 lanes, as {@link Lanes} has it.
     *
     * @param x {@code length} numbers from {@code at} on; not modified
     * @param v as many from 0 on, then, if any, zeros; not modified
     * @param space written over
     */
    double dot(double[] x, int at, double[] v, int length, Workspace space);

    /**
     * into_i += (by c_i) x_i, fused, over a column.
     *
     * @param x {@code length} numbers from {@code at} on; not modified
     * @param c as many from 0 on, then, if any, zeros; not modified
     * @param into as many from 0 on, modified; then, if any, zeros
     */
    void add(double[] x, int at, int length, double by, double[] c, double[] into);

    /**
     * sum_i c_i (x_i - m)^2 over a column, in 16 lanes: (x_i - m) times c_i (x_i - m), fused.
     *
     * @param x {@code length} numbers from {@code at} on; not modified
     * @param c as many from 0 on, then, if any, zeros; not modified
     * @param space written over
     */
    double spread(double[] x, int at, int length, double[] c, double m, Workspace space);
}
