package dev.odds.objective;

import dev.odds.design.Columns;
import dev.odds.kernel.Cholesky;
import dev.odds.kernel.DenseKernel;
import dev.odds.kernel.Workspace;
import dev.odds.optimize.Quadratic.Way;
import dev.odds.optimize.Symmetric;
import dev.odds.optimize.Ways;
import java.util.Arrays;

/**
 * The equations (Z C Z^T + D) v = r of a quadratic model for m variables, of whose columns, less their means, Z is made; C has the curvatures and
 * D is diagonal. For fewer variables than examples by their matrix; for more, where D has no zero, by one of as many rows as there are
 * examples (Woodbury): with Q = Z C^(1/2),
 *
 * <p>v = D^-1 (r - Q (I + Q^T D^-1 Q)^-1 Q^T D^-1 r).
 *
 * @param columns of the variables at least
 * @param curvature c, one number an example, then, if any, zeros
 * @param total their sum where there is a bias, else 0
 */
record ColumnEquations(Columns columns, double[] curvature, double total) {
    /** Multiplications that are worth a solution. */
    private static final long MOST = 1L << 29;
    /** A larger element of the inner matrix leaves nothing of v but rounding. */
    private static final double LARGEST = 0x1p40;

    /** As {@link dev.odds.optimize.Quadratic#way}, for some columns. */
    Way way(int[] places, double[] right, double[] added) {
        long m = places.length;
        long n = columns.examples();
        long narrow = Math.min(m, n);
        if (m * n * narrow > MOST) {
            return null;
        }
        if (m <= n) {
            return Ways.of(matrix(places), right, added);
        }
        boolean definite = Arrays.stream(added).allMatch(d -> d > 0);
        return definite ? woodbury(places, right, added) : flat(places, right, added);
    }

    /** More variables than examples depend on each other: already the first n + 1 of them do. */
    private Way flat(int[] places, double[] right, double[] added) {
        int[] first = Arrays.copyOf(places, columns.examples() + 1);
        Way way = Ways.of(matrix(first), Arrays.copyOf(right, first.length), Arrays.copyOf(added, first.length));
        return way.flat() ? new Way(Arrays.copyOf(way.step(), places.length), true, way.second()) : null;
    }

    /** Z C Z^T over some columns. O(m^2 n / 2). */
    private Symmetric matrix(int[] places) {
        int m = places.length;
        double[] packed = new double[Cholesky.row(m)];
        Workspace space = new Workspace();
        for (int a = 0; a < m; a++) {
            double[] weighted = centred(places[a], curvature, space);
            for (int b = 0; b <= a; b++) {
                packed[Cholesky.row(a) + b] = columns.dot(places[b], weighted, space);
            }
        }
        return new Symmetric(m, packed);
    }

    /** (x_i - mean) by_i of every example. */
    private double[] centred(int place, double[] by, Workspace space) {
        double[] centred = new double[curvature.length];
        double mean = total > 0 ? columns.dot(place, curvature, space) / total : 0;
        for (int i = 0; i < centred.length; i++) {
            centred[i] = -mean * by[i];
        }
        columns.add(place, 1, by, centred);
        return centred;
    }

    /** O(m n^2 / 2). */
    private Way woodbury(int[] places, double[] right, double[] added) {
        int n = columns.examples();
        double[] roots = new double[curvature.length];
        for (int i = 0; i < n; i++) {
            roots[i] = StrictMath.sqrt(curvature[i]);
        }
        double[] inner = new double[Cholesky.row(n)];
        double[] seen = new double[curvature.length];
        Workspace space = new Workspace();
        for (int a = 0; a < places.length; a++) {
            double[] q = centred(places[a], roots, space);
            for (int i = 0; i < n; i++) {
                DenseKernel.add(q, 0, q[i] / added[a], inner, Cholesky.row(i), i + 1);
            }
            DenseKernel.add(q, 0, right[a] / added[a], seen, 0, n);
        }
        return solved(inner, seen) ? new Way(step(places, right, added, roots, seen), false, Double.NaN) : null;
    }

    /** Adds I to the inner matrix and solves; false where nothing but rounding would be found. */
    private boolean solved(double[] inner, double[] seen) {
        int n = columns.examples();
        for (int i = 0; i < n; i++) {
            inner[Cholesky.row(i) + i] += 1;
            if (!(inner[Cholesky.row(i) + i] <= LARGEST)) {
                return false;
            }
        }
        if (Cholesky.factor(inner, n, 0, new boolean[n]) > 0) {
            return false;
        }
        Cholesky.forward(inner, n, seen);
        Cholesky.backward(inner, n, seen);
        return true;
    }

    private double[] step(int[] places, double[] right, double[] added, double[] roots, double[] seen) {
        Workspace space = new Workspace();
        double[] step = new double[places.length];
        for (int a = 0; a < step.length; a++) {
            double[] q = centred(places[a], roots, space);
            double along = 0;
            for (int i = 0; i < columns.examples(); i++) {
                along = Math.fma(q[i], seen[i], along);
            }
            step[a] = (right[a] - along) / added[a];
        }
        return step;
    }
}
