package dev.odds.kernel;

import java.util.Arrays;

/**
 * Dot products in 16 lanes, the order of sums that every body of Odds keeps: element number j is added, fused, into lane j mod
 * 16; then lane k is folded with k + 8, k + 4, k + 2 and k + 1. A sum that is zero is positive zero.
 *
 * <p>A fenced kernel: the lanes are sixteen local variables, unrolled by hand, because a loop over an array of lanes is left in
 * memory by the compiler and runs several times slower. Arguments are not checked.
 */
public final class Lanes {
    /** How many. */
    public static final int COUNT = 16;

    private Lanes() {}

    /** The dot product of x[at..at + length) and v[from..from + length). */
    public static double dot(double[] x, int at, double[] v, int from, int length) {
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double a4 = 0;
        double a5 = 0;
        double a6 = 0;
        double a7 = 0;
        double a8 = 0;
        double a9 = 0;
        double a10 = 0;
        double a11 = 0;
        double a12 = 0;
        double a13 = 0;
        double a14 = 0;
        double a15 = 0;
        int j = 0;
        for (; j + 16 <= length; j += 16) {
            a0 = Math.fma(x[at + j], v[from + j], a0);
            a1 = Math.fma(x[at + j + 1], v[from + j + 1], a1);
            a2 = Math.fma(x[at + j + 2], v[from + j + 2], a2);
            a3 = Math.fma(x[at + j + 3], v[from + j + 3], a3);
            a4 = Math.fma(x[at + j + 4], v[from + j + 4], a4);
            a5 = Math.fma(x[at + j + 5], v[from + j + 5], a5);
            a6 = Math.fma(x[at + j + 6], v[from + j + 6], a6);
            a7 = Math.fma(x[at + j + 7], v[from + j + 7], a7);
            a8 = Math.fma(x[at + j + 8], v[from + j + 8], a8);
            a9 = Math.fma(x[at + j + 9], v[from + j + 9], a9);
            a10 = Math.fma(x[at + j + 10], v[from + j + 10], a10);
            a11 = Math.fma(x[at + j + 11], v[from + j + 11], a11);
            a12 = Math.fma(x[at + j + 12], v[from + j + 12], a12);
            a13 = Math.fma(x[at + j + 13], v[from + j + 13], a13);
            a14 = Math.fma(x[at + j + 14], v[from + j + 14], a14);
            a15 = Math.fma(x[at + j + 15], v[from + j + 15], a15);
        }
        int rest = length - j;
        if (rest > 0) {
            a0 = Math.fma(x[at + j], v[from + j], a0);
        }
        if (rest > 1) {
            a1 = Math.fma(x[at + j + 1], v[from + j + 1], a1);
        }
        if (rest > 2) {
            a2 = Math.fma(x[at + j + 2], v[from + j + 2], a2);
        }
        if (rest > 3) {
            a3 = Math.fma(x[at + j + 3], v[from + j + 3], a3);
        }
        if (rest > 4) {
            a4 = Math.fma(x[at + j + 4], v[from + j + 4], a4);
        }
        if (rest > 5) {
            a5 = Math.fma(x[at + j + 5], v[from + j + 5], a5);
        }
        if (rest > 6) {
            a6 = Math.fma(x[at + j + 6], v[from + j + 6], a6);
        }
        if (rest > 7) {
            a7 = Math.fma(x[at + j + 7], v[from + j + 7], a7);
        }
        if (rest > 8) {
            a8 = Math.fma(x[at + j + 8], v[from + j + 8], a8);
        }
        if (rest > 9) {
            a9 = Math.fma(x[at + j + 9], v[from + j + 9], a9);
        }
        if (rest > 10) {
            a10 = Math.fma(x[at + j + 10], v[from + j + 10], a10);
        }
        if (rest > 11) {
            a11 = Math.fma(x[at + j + 11], v[from + j + 11], a11);
        }
        if (rest > 12) {
            a12 = Math.fma(x[at + j + 12], v[from + j + 12], a12);
        }
        if (rest > 13) {
            a13 = Math.fma(x[at + j + 13], v[from + j + 13], a13);
        }
        if (rest > 14) {
            a14 = Math.fma(x[at + j + 14], v[from + j + 14], a14);
        }
        return fold(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15);
    }

    /** As above; x is widened, the arithmetic is float64. */
    public static double dot(float[] x, int at, double[] v, int from, int length) {
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double a4 = 0;
        double a5 = 0;
        double a6 = 0;
        double a7 = 0;
        double a8 = 0;
        double a9 = 0;
        double a10 = 0;
        double a11 = 0;
        double a12 = 0;
        double a13 = 0;
        double a14 = 0;
        double a15 = 0;
        int j = 0;
        for (; j + 16 <= length; j += 16) {
            a0 = Math.fma(x[at + j], v[from + j], a0);
            a1 = Math.fma(x[at + j + 1], v[from + j + 1], a1);
            a2 = Math.fma(x[at + j + 2], v[from + j + 2], a2);
            a3 = Math.fma(x[at + j + 3], v[from + j + 3], a3);
            a4 = Math.fma(x[at + j + 4], v[from + j + 4], a4);
            a5 = Math.fma(x[at + j + 5], v[from + j + 5], a5);
            a6 = Math.fma(x[at + j + 6], v[from + j + 6], a6);
            a7 = Math.fma(x[at + j + 7], v[from + j + 7], a7);
            a8 = Math.fma(x[at + j + 8], v[from + j + 8], a8);
            a9 = Math.fma(x[at + j + 9], v[from + j + 9], a9);
            a10 = Math.fma(x[at + j + 10], v[from + j + 10], a10);
            a11 = Math.fma(x[at + j + 11], v[from + j + 11], a11);
            a12 = Math.fma(x[at + j + 12], v[from + j + 12], a12);
            a13 = Math.fma(x[at + j + 13], v[from + j + 13], a13);
            a14 = Math.fma(x[at + j + 14], v[from + j + 14], a14);
            a15 = Math.fma(x[at + j + 15], v[from + j + 15], a15);
        }
        int rest = length - j;
        if (rest > 0) {
            a0 = Math.fma(x[at + j], v[from + j], a0);
        }
        if (rest > 1) {
            a1 = Math.fma(x[at + j + 1], v[from + j + 1], a1);
        }
        if (rest > 2) {
            a2 = Math.fma(x[at + j + 2], v[from + j + 2], a2);
        }
        if (rest > 3) {
            a3 = Math.fma(x[at + j + 3], v[from + j + 3], a3);
        }
        if (rest > 4) {
            a4 = Math.fma(x[at + j + 4], v[from + j + 4], a4);
        }
        if (rest > 5) {
            a5 = Math.fma(x[at + j + 5], v[from + j + 5], a5);
        }
        if (rest > 6) {
            a6 = Math.fma(x[at + j + 6], v[from + j + 6], a6);
        }
        if (rest > 7) {
            a7 = Math.fma(x[at + j + 7], v[from + j + 7], a7);
        }
        if (rest > 8) {
            a8 = Math.fma(x[at + j + 8], v[from + j + 8], a8);
        }
        if (rest > 9) {
            a9 = Math.fma(x[at + j + 9], v[from + j + 9], a9);
        }
        if (rest > 10) {
            a10 = Math.fma(x[at + j + 10], v[from + j + 10], a10);
        }
        if (rest > 11) {
            a11 = Math.fma(x[at + j + 11], v[from + j + 11], a11);
        }
        if (rest > 12) {
            a12 = Math.fma(x[at + j + 12], v[from + j + 12], a12);
        }
        if (rest > 13) {
            a13 = Math.fma(x[at + j + 13], v[from + j + 13], a13);
        }
        if (rest > 14) {
            a14 = Math.fma(x[at + j + 14], v[from + j + 14], a14);
        }
        return fold(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15);
    }

    /** The dot product of the stored entries [at, at + length) with v: x[at + j] v[from + index[at + j]]. */
    public static double dot(int[] index, double[] x, int at, double[] v, int from, int length) {
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double a4 = 0;
        double a5 = 0;
        double a6 = 0;
        double a7 = 0;
        double a8 = 0;
        double a9 = 0;
        double a10 = 0;
        double a11 = 0;
        double a12 = 0;
        double a13 = 0;
        double a14 = 0;
        double a15 = 0;
        int j = 0;
        for (; j + 16 <= length; j += 16) {
            a0 = Math.fma(x[at + j], v[from + index[at + j]], a0);
            a1 = Math.fma(x[at + j + 1], v[from + index[at + j + 1]], a1);
            a2 = Math.fma(x[at + j + 2], v[from + index[at + j + 2]], a2);
            a3 = Math.fma(x[at + j + 3], v[from + index[at + j + 3]], a3);
            a4 = Math.fma(x[at + j + 4], v[from + index[at + j + 4]], a4);
            a5 = Math.fma(x[at + j + 5], v[from + index[at + j + 5]], a5);
            a6 = Math.fma(x[at + j + 6], v[from + index[at + j + 6]], a6);
            a7 = Math.fma(x[at + j + 7], v[from + index[at + j + 7]], a7);
            a8 = Math.fma(x[at + j + 8], v[from + index[at + j + 8]], a8);
            a9 = Math.fma(x[at + j + 9], v[from + index[at + j + 9]], a9);
            a10 = Math.fma(x[at + j + 10], v[from + index[at + j + 10]], a10);
            a11 = Math.fma(x[at + j + 11], v[from + index[at + j + 11]], a11);
            a12 = Math.fma(x[at + j + 12], v[from + index[at + j + 12]], a12);
            a13 = Math.fma(x[at + j + 13], v[from + index[at + j + 13]], a13);
            a14 = Math.fma(x[at + j + 14], v[from + index[at + j + 14]], a14);
            a15 = Math.fma(x[at + j + 15], v[from + index[at + j + 15]], a15);
        }
        int rest = length - j;
        if (rest > 0) {
            a0 = Math.fma(x[at + j], v[from + index[at + j]], a0);
        }
        if (rest > 1) {
            a1 = Math.fma(x[at + j + 1], v[from + index[at + j + 1]], a1);
        }
        if (rest > 2) {
            a2 = Math.fma(x[at + j + 2], v[from + index[at + j + 2]], a2);
        }
        if (rest > 3) {
            a3 = Math.fma(x[at + j + 3], v[from + index[at + j + 3]], a3);
        }
        if (rest > 4) {
            a4 = Math.fma(x[at + j + 4], v[from + index[at + j + 4]], a4);
        }
        if (rest > 5) {
            a5 = Math.fma(x[at + j + 5], v[from + index[at + j + 5]], a5);
        }
        if (rest > 6) {
            a6 = Math.fma(x[at + j + 6], v[from + index[at + j + 6]], a6);
        }
        if (rest > 7) {
            a7 = Math.fma(x[at + j + 7], v[from + index[at + j + 7]], a7);
        }
        if (rest > 8) {
            a8 = Math.fma(x[at + j + 8], v[from + index[at + j + 8]], a8);
        }
        if (rest > 9) {
            a9 = Math.fma(x[at + j + 9], v[from + index[at + j + 9]], a9);
        }
        if (rest > 10) {
            a10 = Math.fma(x[at + j + 10], v[from + index[at + j + 10]], a10);
        }
        if (rest > 11) {
            a11 = Math.fma(x[at + j + 11], v[from + index[at + j + 11]], a11);
        }
        if (rest > 12) {
            a12 = Math.fma(x[at + j + 12], v[from + index[at + j + 12]], a12);
        }
        if (rest > 13) {
            a13 = Math.fma(x[at + j + 13], v[from + index[at + j + 13]], a13);
        }
        if (rest > 14) {
            a14 = Math.fma(x[at + j + 14], v[from + index[at + j + 14]], a14);
        }
        return fold(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15);
    }

    /** As above with every entry 1: the same bits as if the ones were stored. */
    public static double dot(int[] index, int at, double[] v, int from, int length) {
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double a4 = 0;
        double a5 = 0;
        double a6 = 0;
        double a7 = 0;
        double a8 = 0;
        double a9 = 0;
        double a10 = 0;
        double a11 = 0;
        double a12 = 0;
        double a13 = 0;
        double a14 = 0;
        double a15 = 0;
        int j = 0;
        for (; j + 16 <= length; j += 16) {
            a0 = Math.fma(1, v[from + index[at + j]], a0);
            a1 = Math.fma(1, v[from + index[at + j + 1]], a1);
            a2 = Math.fma(1, v[from + index[at + j + 2]], a2);
            a3 = Math.fma(1, v[from + index[at + j + 3]], a3);
            a4 = Math.fma(1, v[from + index[at + j + 4]], a4);
            a5 = Math.fma(1, v[from + index[at + j + 5]], a5);
            a6 = Math.fma(1, v[from + index[at + j + 6]], a6);
            a7 = Math.fma(1, v[from + index[at + j + 7]], a7);
            a8 = Math.fma(1, v[from + index[at + j + 8]], a8);
            a9 = Math.fma(1, v[from + index[at + j + 9]], a9);
            a10 = Math.fma(1, v[from + index[at + j + 10]], a10);
            a11 = Math.fma(1, v[from + index[at + j + 11]], a11);
            a12 = Math.fma(1, v[from + index[at + j + 12]], a12);
            a13 = Math.fma(1, v[from + index[at + j + 13]], a13);
            a14 = Math.fma(1, v[from + index[at + j + 14]], a14);
            a15 = Math.fma(1, v[from + index[at + j + 15]], a15);
        }
        int rest = length - j;
        if (rest > 0) {
            a0 = Math.fma(1, v[from + index[at + j]], a0);
        }
        if (rest > 1) {
            a1 = Math.fma(1, v[from + index[at + j + 1]], a1);
        }
        if (rest > 2) {
            a2 = Math.fma(1, v[from + index[at + j + 2]], a2);
        }
        if (rest > 3) {
            a3 = Math.fma(1, v[from + index[at + j + 3]], a3);
        }
        if (rest > 4) {
            a4 = Math.fma(1, v[from + index[at + j + 4]], a4);
        }
        if (rest > 5) {
            a5 = Math.fma(1, v[from + index[at + j + 5]], a5);
        }
        if (rest > 6) {
            a6 = Math.fma(1, v[from + index[at + j + 6]], a6);
        }
        if (rest > 7) {
            a7 = Math.fma(1, v[from + index[at + j + 7]], a7);
        }
        if (rest > 8) {
            a8 = Math.fma(1, v[from + index[at + j + 8]], a8);
        }
        if (rest > 9) {
            a9 = Math.fma(1, v[from + index[at + j + 9]], a9);
        }
        if (rest > 10) {
            a10 = Math.fma(1, v[from + index[at + j + 10]], a10);
        }
        if (rest > 11) {
            a11 = Math.fma(1, v[from + index[at + j + 11]], a11);
        }
        if (rest > 12) {
            a12 = Math.fma(1, v[from + index[at + j + 12]], a12);
        }
        if (rest > 13) {
            a13 = Math.fma(1, v[from + index[at + j + 13]], a13);
        }
        if (rest > 14) {
            a14 = Math.fma(1, v[from + index[at + j + 14]], a14);
        }
        return fold(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15);
    }

    /** The sum of x[at..at + length) in the order of a dot product with ones. */
    public static double sum(double[] x, int at, int length) {
        return sum(x, at, length, new double[COUNT]);
    }

    /** As above in 16 lanes of the caller's, overwritten. */
    public static double sum(double[] x, int at, int length, double[] lanes) {
        Arrays.fill(lanes, 0);
        for (int j = 0; j < length; j++) {
            lanes[j & 15] += x[at + j];
        }
        return fold(lanes);
    }

    /** Folds 16 lanes; they are not modified. */
    public static double fold(double[] a) {
        return fold(
                a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12], a[13], a[14], a[15]);
    }

    private static double fold(
            double a0,
            double a1,
            double a2,
            double a3,
            double a4,
            double a5,
            double a6,
            double a7,
            double a8,
            double a9,
            double a10,
            double a11,
            double a12,
            double a13,
            double a14,
            double a15) {
        double b0 = ((a0 + a8) + (a4 + a12)) + ((a2 + a10) + (a6 + a14));
        double b1 = ((a1 + a9) + (a5 + a13)) + ((a3 + a11) + (a7 + a15));
        return (b0 + b1) + 0.0;
    }
}
