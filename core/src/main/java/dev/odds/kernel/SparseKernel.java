package dev.odds.kernel;

/** Sums over sparse examples, compressed by row; {@code values} is null where every stored entry is 1. */
public final class SparseKernel {
    private SparseKernel() {}

    /**
     * z_i = x_i^T theta for examples [from, to), each dot product in 16 lanes.
     *
     * @param starts example i holds the entries from starts[i] to starts[i + 1]
     * @param theta feature j at [at + j]; not modified
     * @param z overwritten: example {@code from} at {@code first}, the others after it
     */
    public static void logits(
            int[] starts,
            int[] index,
            double[] values,
            int from,
            int to,
            double[] theta,
            int at,
            double[] z,
            int first) {
        for (int i = from; i < to; i++) {
            int p = starts[i];
            int length = starts[i + 1] - p;
            z[first + i - from] = values == null
                    ? Lanes.dot(index, p, theta, at, length)
                    : Lanes.dot(index, values, p, theta, at, length);
        }
    }

    /**
     * into_j += r_i x_ij, fused, for examples [from, to) in their order.
     *
     * @param r example {@code from} at {@code first}, the others after it; not modified
     * @param into modified: feature j at [at + j]
     */
    public static void accumulate(
            int[] starts,
            int[] index,
            double[] values,
            int from,
            int to,
            double[] r,
            int first,
            double[] into,
            int at) {
        for (int i = from; i < to; i++) {
            add(index, values, starts[i], r[first + i - from], into, at, starts[i + 1] - starts[i]);
        }
    }

    private static void add(int[] index, double[] values, int at, double r, double[] into, int to, int length) {
        if (values == null) {
            for (int p = at; p < at + length; p++) {
                into[to + index[p]] += r;
            }
        } else {
            for (int p = at; p < at + length; p++) {
                into[to + index[p]] = Math.fma(values[p], r, into[to + index[p]]);
            }
        }
    }

    /**
     * packed += X diag(w) X^T, lower half, example after example; O(count length^2 / 2).
     *
     * @param w one weight per example; not modified
     * @param packed modified: row j starts at j (j + 1) / 2
     */
    public static void gram(int[] starts, int[] index, double[] values, double[] w, double[] packed, int count) {
        for (int i = 0; i < count; i++) {
            if (w[i] != 0) {
                gram(index, values, starts[i], starts[i + 1], w[i], packed);
            }
        }
    }

    private static void gram(int[] index, double[] values, int from, int to, double w, double[] packed) {
        for (int p = from; p < to; p++) {
            int row = (int) ((long) index[p] * (index[p] + 1L) / 2);
            double t = values == null ? w : w * values[p];
            add(index, values, from, t, packed, row, p - from + 1);
        }
    }
}
