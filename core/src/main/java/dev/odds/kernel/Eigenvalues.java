package dev.odds.kernel;

/**
 * The largest eigenvalue of a symmetric matrix: Householder's reflections to a tridiagonal one, which has the same eigenvalues, then
 * bisection by the signs of a Sturm sequence (Golub and Van Loan, Matrix Computations, 8.3 and 8.4). O(2 n^3 / 3) fused
 * multiply-adds.
 */
public final class Eigenvalues {
    private Eigenvalues() {}

    /**
     * The largest, within a few units in the last place of the largest absolute one.
     *
     * @param packed lower half, row i starting at i (i + 1) / 2; overwritten
     * @param n the order, at least 1
     */
    public static double largest(double[] packed, int n) {
        double[] beside = new double[n];
        for (int i = n - 1; i > 0; i--) {
            beside[i] = reflect(packed, i);
        }
        double[] diagonal = new double[n];
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            diagonal[i] = packed[Cholesky.row(i) + i];
            double radius = Math.abs(beside[i]) + (i + 1 < n ? Math.abs(beside[i + 1]) : 0);
            low = Math.max(low, diagonal[i]);
            high = Math.max(high, diagonal[i] + radius);
        }
        double middle = low + (high - low) / 2;
        while (low < middle && middle < high) {
            if (isReached(diagonal, beside, middle)) {
                low = middle;
            } else {
                high = middle;
            }
            middle = low + (high - low) / 2;
        }
        return low;
    }

    /**
     * Reflects the first i variables so that of row i, left of the diagonal, only the last number stays, which is returned: A - v q^T -
     * q v^T over these.
     */
    private static double reflect(double[] a, int i) {
        double[] v = new double[i];
        System.arraycopy(a, Cholesky.row(i), v, 0, i);
        double length = StrictMath.sqrt(Lanes.dot(v, 0, v, 0, i));
        double last = v[i - 1];
        double beside = -Math.copySign(length, last);
        double half = length * (length + Math.abs(last));
        if (half == 0) {
            return 0;
        }
        v[i - 1] = last - beside;
        double[] q = new double[i];
        for (int j = 0; j < i; j++) {
            q[j] += Lanes.dot(a, Cholesky.row(j), v, 0, j + 1);
            DenseKernel.add(a, Cholesky.row(j), v[j], q, 0, j);
        }
        double along = Lanes.dot(v, 0, q, 0, i) / (2 * half * half);
        for (int j = 0; j < i; j++) {
            q[j] = q[j] / half - along * v[j];
        }
        for (int j = 0; j < i; j++) {
            DenseKernel.add(q, 0, -v[j], a, Cholesky.row(j), j + 1);
            DenseKernel.add(v, 0, -q[j], a, Cholesky.row(j), j + 1);
        }
        return beside;
    }

    /** Whether some eigenvalue is at least {@code value}: else all pivots of A - value I are negative. */
    private static boolean isReached(double[] diagonal, double[] beside, double value) {
        double pivot = diagonal[0] - value;
        for (int i = 1; i < diagonal.length && pivot < 0; i++) {
            pivot = diagonal[i] - value - beside[i] * beside[i] / pivot;
        }
        return !(pivot < 0);
    }
}
