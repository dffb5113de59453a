package dev.odds.kernel;

/**
 * Sums over levels: a code is the feature of value 1 that an example has, or negative where it has none. A run of examples is
 * summed in their order. A missing level adds 0 to the first feature rather than take a branch, which would often be guessed
 * wrong.
 */
public final class LevelKernel {
    private LevelKernel() {}

    /**
     * z_i += theta_c(i) for one term after another: their part of the logits of a run of examples.
     *
     * @param codes that of term t of example i at [at + t * stride + i]; not modified
     * @param theta feature j at [from + j]; not modified
     * @param z modified: example i at [to + i]
     */
    public static void gather(
            int[] codes, int at, int stride, int terms, double[] theta, int from, double[] z, int to, int count) {
        int t = 0;
        for (; t + 3 <= terms; t += 3) {
            int first = at + t * stride;
            int second = first + stride;
            int third = second + stride;
            for (int i = 0; i < count; i++) {
                double sum = z[to + i] + coefficient(theta, from, codes[first + i]);
                sum += coefficient(theta, from, codes[second + i]);
                z[to + i] = sum + coefficient(theta, from, codes[third + i]);
            }
        }
        for (; t < terms; t++) {
            int only = at + t * stride;
            for (int i = 0; i < count; i++) {
                z[to + i] += coefficient(theta, from, codes[only + i]);
            }
        }
    }

    private static double coefficient(double[] theta, int from, int code) {
        int present = ~(code >> 31);
        return masked(theta[from + (code & present)], present);
    }

    /**
     * into_c(i) += r_i for every term, three side by side: where consecutive examples have the same level, each addition waits for the
     * one before, and the other terms fill the time.
     *
     * @param codes that of term t of example i at [at + t * stride + i]; not modified
     * @param r example i at [from + i]; not modified
     * @param into modified: feature j at [to + j]
     */
    public static void scatter(
            int[] codes, int at, int stride, int terms, double[] r, int from, double[] into, int to, int count) {
        int t = 0;
        for (; t + 3 <= terms; t += 3) {
            int first = at + t * stride;
            int second = first + stride;
            int third = second + stride;
            for (int i = 0; i < count; i++) {
                double x = r[from + i];
                add(x, codes[first + i], into, to);
                add(x, codes[second + i], into, to);
                add(x, codes[third + i], into, to);
            }
        }
        for (; t < terms; t++) {
            int only = at + t * stride;
            for (int i = 0; i < count; i++) {
                add(r[from + i], codes[only + i], into, to);
            }
        }
    }

    private static void add(double x, int code, double[] into, int to) {
        int present = ~(code >> 31);
        into[to + (code & present)] += masked(x, present);
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
            add(masked(w[i], ~(c >> 31)), codes[columns + i], packed, row(c & ~(c >> 31)));
        }
    }

    /**
     * As above for three terms and every two of them, and beside the numbers, in one loop, so that where one addition waits for the one
     * before, the others fill the time.
     *
     * @param codes those of the first term from {@code at} on, of the others {@code count} further each; not modified
     * @param features which features the numbers are
     * @param weighted number j of example i times w_i at [j * count + i]; not modified
     */
    public static void three(
            int[] codes, int at, double[] w, int[] features, double[] weighted, double[] packed, int count) {
        for (int i = 0; i < count; i++) {
            int a = codes[at + i];
            int b = codes[at + count + i];
            int c = codes[at + 2 * count + i];
            double x = w[i];
            add(masked(x, ~(a >> 31)), a, packed, row(a & ~(a >> 31)));
            double y = masked(x, ~(b >> 31));
            int second = row(b & ~(b >> 31));
            add(y, a, packed, second);
            add(y, b, packed, second);
            double z = masked(x, ~(c >> 31));
            int third = row(c & ~(c >> 31));
            add(z, a, packed, third);
            add(z, b, packed, third);
            add(z, c, packed, third);
            for (int j = 0; j < features.length; j++) {
                double product = weighted[j * count + i];
                meet(product, a, features[j], packed);
                meet(product, b, features[j], packed);
                meet(product, c, features[j], packed);
            }
        }
    }

    /**
     * Adds x_i where a feature meets c(i) in a packed lower half.
     *
     * @param codes that of example i at [at + i]; not modified
     * @param x example i at [from + i]; not modified
     * @param packed modified: row j starts at j (j + 1) / 2
     */
    public static void across(int[] codes, int at, int feature, double[] x, int from, double[] packed, int count) {
        for (int i = 0; i < count; i++) {
            meet(x[from + i], codes[at + i], feature, packed);
        }
    }

    private static void meet(double x, int code, int feature, double[] packed) {
        int present = ~(code >> 31);
        int level = code & present;
        packed[row(Math.max(level, feature)) + Math.min(level, feature)] += masked(x, present);
    }

    /** Where row j of a packed lower half starts; as an unsigned number, the product fits for every half that an array holds. */
    private static int row(int j) {
        return j * (j + 1) >>> 1;
    }

    private static double masked(double x, int present) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & present);
    }
}
