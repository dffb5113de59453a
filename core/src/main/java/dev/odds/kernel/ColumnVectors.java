package dev.odds.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops over one dense column in SIMD. A fenced kernel, as {@link VectorLoops} is. There is no tail: a column is read to a multiple of 16,
 * where what stands after it meets zeros; where anything does not reach so far, {@link #reaches} says so.
 */
final class ColumnVectors {
    private static final VectorSpecies<Double> S = VectorLoops.S;
    private static final int V = S.length();

    private ColumnVectors() {}

    /** Whether so many numbers from {@code at} on can be read to the next multiple of 16. */
    static boolean reaches(double[] x, int at, int length) {
        return at + ((length + 15) & -16) <= x.length;
    }

    private static DoubleVector load(double[] x, int at) {
        return DoubleVector.fromArray(S, x, at);
    }

    /** The dot product of x[at..at + length) and v[0..length), v being zero from there to the next multiple of 16. */
    static double dot(double[] x, int at, double[] v, int length, double[] lanes) {
        DoubleVector a0 = DoubleVector.zero(S);
        DoubleVector a1 = a0;
        DoubleVector a2 = a0;
        DoubleVector a3 = a0;
        DoubleVector a4 = a0;
        DoubleVector a5 = a0;
        DoubleVector a6 = a0;
        DoubleVector a7 = a0;
        for (int j = 0; j < length; j += 16) {
            a0 = load(x, at + j).fma(load(v, j), a0);
            a1 = load(x, at + j + V).fma(load(v, j + V), a1);
            if (V < 8) {
                a2 = load(x, at + j + 2 * V).fma(load(v, j + 2 * V), a2);
                a3 = load(x, at + j + 3 * V).fma(load(v, j + 3 * V), a3);
            }
            if (V < 4) {
                a4 = load(x, at + j + 4 * V).fma(load(v, j + 4 * V), a4);
                a5 = load(x, at + j + 5 * V).fma(load(v, j + 5 * V), a5);
                a6 = load(x, at + j + 6 * V).fma(load(v, j + 6 * V), a6);
                a7 = load(x, at + j + 7 * V).fma(load(v, j + 7 * V), a7);
            }
        }
        if (V < 4) {
            a0 = a0.add(a4);
            a1 = a1.add(a5);
            a2 = a2.add(a6);
            a3 = a3.add(a7);
        }
        if (V < 8) {
            a0 = a0.add(a2);
            a1 = a1.add(a3);
        }
        a0.add(a1).intoArray(lanes, 0);
        return folded(lanes);
    }

    /** Lane k with k + 4 where there are 8, then k + 2 and k + 1. A sum of nothing but negative zeros is zero. */
    private static double folded(double[] a) {
        double even = a[0];
        double odd = a[1];
        if (V == 4) {
            even += a[2];
            odd += a[3];
        }
        if (V == 8) {
            even = (even + a[4]) + (a[2] + a[6]);
            odd = (odd + a[5]) + (a[3] + a[7]);
        }
        return (even + odd) + 0.0;
    }

    /** into_i += (by c_i) x_i, fused, c being zero from {@code length} to the next multiple of 16. */
    static void add(double[] x, int at, int length, double by, double[] c, double[] into) {
        DoubleVector factor = DoubleVector.broadcast(S, by);
        for (int j = 0; j < length; j += V) {
            load(c, j).mul(factor).fma(load(x, at + j), load(into, j)).intoArray(into, j);
        }
    }

    /** sum c_i (x_i - m)^2, c being zero from {@code length} to the next multiple of 16: a lane is 0 or more, so that nothing of -0 matters. */
    static double spread(double[] x, int at, int length, double[] c, double m, double[] lanes) {
        DoubleVector mean = DoubleVector.broadcast(S, m);
        for (int k = 0; k < 16; k += V) {
            DoubleVector sum = DoubleVector.zero(S);
            for (int j = k; j < length; j += 16) {
                DoubleVector apart = load(x, at + j).sub(mean);
                sum = apart.fma(load(c, j).mul(apart), sum);
            }
            sum.intoArray(lanes, k);
        }
        return Lanes.fold(lanes);
    }
}
