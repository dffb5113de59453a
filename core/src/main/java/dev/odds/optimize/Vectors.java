package dev.odds.optimize;

import dev.odds.kernel.Lanes;

/** The few vector operations of the solvers. */
public final class Vectors {
    private Vectors() {}

    /** The dot product. */
    public static double dot(double[] a, double[] b) {
        return Lanes.dot(a, 0, b, 0, a.length);
    }

    /** The Euclidean norm. */
    public static double norm(double[] a) {
        return StrictMath.sqrt(dot(a, a));
    }

    /** a + t b, a new vector. */
    static double[] plus(double[] a, double t, double[] b) {
        double[] sum = new double[a.length];
        for (int j = 0; j < sum.length; j++) {
            sum[j] = Math.fma(t, b[j], a[j]);
        }
        return sum;
    }

    /** a += t b. */
    static void add(double[] a, double t, double[] b) {
        for (int j = 0; j < a.length; j++) {
            a[j] = Math.fma(t, b[j], a[j]);
        }
    }

    /** a *= t. */
    static void scale(double[] a, double t) {
        for (int j = 0; j < a.length; j++) {
            a[j] *= t;
        }
    }

    static double[] times(double t, double[] a) {
        double[] scaled = new double[a.length];
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] = t * a[j];
        }
        return scaled;
    }

    /** Some numbers of a vector, a new one. */
    static double[] select(double[] a, int[] some) {
        return select(a, some, a.length);
    }

    /** Some numbers of a vector, then all from {@code rest} on, a new one. */
    static double[] select(double[] a, int[] some, int rest) {
        double[] selected = new double[some.length + a.length - rest];
        for (int i = 0; i < some.length; i++) {
            selected[i] = a[some[i]];
        }
        System.arraycopy(a, rest, selected, some.length, a.length - rest);
        return selected;
    }
}
