package dev.odds.kernel;

/** Sums over sparse examples, compressed by row; {@code values} is null where every stored entry is 1. */
public final class SparseKernel {
    private SparseKernel() {}

    /** The dot product of entries [at, at + length) with v from {@code from} on, in 16 lanes. */
    public static double dot(int[] index, double[] values, int at, double[] v, int from, int length) {
        return values == null ? Lanes.dot(index, at, v, from, length) : Lanes.dot(index, values, at, v, from, length);
    }

    /** into[to + index] += r value, fused, for the entries [at, at + length). */
    public static void add(int[] index, double[] values, int at, double r, double[] into, int to, int length) {
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
     * packed += w x x^T, lower half, for the one example that holds entries [at, at + length). O(length^2 / 2).
     *
     * @param packed modified: row j starts at j (j + 1) / 2
     */
    public static void gram(int[] index, double[] values, int at, int length, double w, double[] packed) {
        for (int p = at; p < at + length; p++) {
            int row = (int) ((long) index[p] * (index[p] + 1L) / 2);
            double t = values == null ? w : w * values[p];
            add(index, values, at, t, packed, row, p - at + 1);
        }
    }
}
