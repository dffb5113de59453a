package dev.odds.kernel;

/**
 * Sums over levels: a code is the feature of value 1 that an example has, or negative where it has none. A run of examples is
 * summed in their order. A missing level adds 0 to the first feature rather than take a branch, which would often be guessed
 * wrong.
 */
public final class LevelKernel {
    private LevelKernel() {}

    /**
     * z_i += theta_c(i): one term of the logits of a run of examples.
     *
     * @param codes that of example i at [at + i]; not modified
     * @param theta feature j at [from + j]; not modified
     * @param z modified: example i at [to + i]
     */
    public static void gather(int[] codes, int at, double[] theta, int from, double[] z, int to, int count) {
        for (int i = 0; i < count; i++) {
            int c = codes[at + i];
            int present = ~(c >> 31);
            z[to + i] += masked(theta[from + (c & present)], present);
        }
    }

    /**
     * into_c(i) += r_i.
     *
     * @param codes that of example i at [at + i]; not modified
     * @param r example i at [from + i]; not modified
     * @param into modified: feature j at [to + j]
     */
    public static void scatter(int[] codes, int at, double[] r, int from, double[] into, int to, int count) {
        for (int i = 0; i < count; i++) {
            int c = codes[at + i];
            int present = ~(c >> 31);
            into[to + (c & present)] += masked(r[from + i], present);
        }
    }

    /**
     * Adds t_i at row c(i) and one column of a packed lower half.
     *
     * @param packed modified: row j starts at j (j + 1) / 2
     */
    public static void scatterRows(int[] codes, int at, double[] t, int from, double[] packed, int column, int count) {
        for (int i = 0; i < count; i++) {
            int c = codes[at + i];
            int present = ~(c >> 31);
            packed[row(c & present) + (column & present)] += masked(t[from + i], present);
        }
    }

    /**
     * Adds w_i at row c(i) and column d(i) of a packed lower half: the Gram of two terms by counting.
     *
     * @param rows where the codes c are, none below a code d that it meets
     * @param columns where the codes d are
     * @param packed modified: row j starts at j (j + 1) / 2
     */
    public static void pairs(int[] codes, int rows, int columns, double[] w, double[] packed, int count) {
        for (int i = 0; i < count; i++) {
            int c = codes[rows + i];
            int d = codes[columns + i];
            int present = ~((c | d) >> 31);
            packed[row(c & present) + (d & present)] += masked(w[i], present);
        }
    }

    private static int row(int j) {
        return (int) ((long) j * (j + 1) / 2);
    }

    private static double masked(double x, int present) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & present);
    }
}
