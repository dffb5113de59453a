package dev.odds.kernel;

/** Sums over dense examples, stored example after example. */
public final class DenseKernel {
    private DenseKernel() {}

    /** into[to + j] += r x[at + j], fused, for j below {@code length}. */
    public static void add(double[] x, int at, double r, double[] into, int to, int length) {
        for (int j = 0; j < length; j++) {
            into[to + j] = Math.fma(x[at + j], r, into[to + j]);
        }
    }

    /** As above from float32. */
    public static void add(float[] x, int at, double r, double[] into, int to, int length) {
        for (int j = 0; j < length; j++) {
            into[to + j] = Math.fma(x[at + j], r, into[to + j]);
        }
    }
}
