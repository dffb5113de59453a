package dev.odds.kernel;

/** Loops over one column of X, one entry after another, so that the order needs no lanes: no two entries meet in a sum. */
public final class ColumnKernel {
    private ColumnKernel() {}

    /**
     * into_i += (by c_i) x_i, fused, for the stored entries of a sparse column. O(length).
     *
     * @param rows the example of each entry, from {@code at} on, increasing; not modified
     * @param values the value of each entry, from {@code at} on; or null where all are 1
     * @param c one number per example; not modified
     * @param into one number per example; modified
     */
    public static void add(int[] rows, double[] values, int at, int length, double by, double[] c, double[] into) {
        if (values == null) {
            for (int p = at; p < at + length; p++) {
                into[rows[p]] += by * c[rows[p]];
            }
        } else {
            for (int p = at; p < at + length; p++) {
                into[rows[p]] = Math.fma(by * c[rows[p]], values[p], into[rows[p]]);
            }
        }
    }

    /** As above for a dense column: example i at [at + i]. */
    public static void add(double[] values, int at, int length, double by, double[] c, double[] into) {
        for (int i = 0; i < length; i++) {
            into[i] = Math.fma(by * c[i], values[at + i], into[i]);
        }
    }

    /**
     * sum c_i (x_i - m)^2 over the stored entries of a sparse column, in 16 lanes. O(length).
     *
     * @param space written over
     */
    public static double spread(
            int[] rows, double[] values, int at, int length, double[] c, double m, Workspace space) {
        double[] apart = space.of(2 * length);
        for (int p = 0; p < length; p++) {
            double difference = values[at + p] - m;
            apart[p] = difference;
            apart[length + p] = c[rows[at + p]] * difference;
        }
        return Lanes.dot(apart, 0, apart, length, length);
    }

    /** As above for a dense column: example i at [at + i]. */
    static double spread(double[] values, int at, int length, double[] c, double m, Workspace space) {
        double[] apart = space.of(2 * length);
        for (int i = 0; i < length; i++) {
            double difference = values[at + i] - m;
            apart[i] = difference;
            apart[length + i] = c[i] * difference;
        }
        return Lanes.dot(apart, 0, apart, length, length);
    }
}
