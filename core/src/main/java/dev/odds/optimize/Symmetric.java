package dev.odds.optimize;

import dev.odds.kernel.Cholesky;

/**
 * A symmetric matrix by its lower half.
 *
 * @param order its number of rows
 * @param packed row i starts at i (i + 1) / 2; held, not copied
 */
public record Symmetric(int order, double[] packed) {
    /** All zero. Refuses an order whose half does not fit an array. */
    public static Symmetric zero(int order) {
        if (order > 65_535) {
            throw new IllegalArgumentException(
                    "a Hessian of order %d: expected at most 65535; choose the solver lbfgs".formatted(order));
        }
        return new Symmetric(order, new double[Cholesky.row(order)]);
    }

    /** Entry (i, j). */
    public double get(int i, int j) {
        return i >= j ? packed[Cholesky.row(i) + j] : packed[Cholesky.row(j) + i];
    }

    /**
     * D A D over some rows and columns.
     *
     * @param kept their indices, increasing
     * @param units the diagonal of D, a number for each of these
     */
    public Symmetric select(int[] kept, double[] units) {
        double[] part = new double[Cholesky.row(kept.length)];
        for (int a = 0; a < kept.length; a++) {
            int row = Cholesky.row(kept[a]);
            for (int b = 0; b <= a; b++) {
                part[Cholesky.row(a) + b] = units[a] * units[b] * packed[row + kept[b]];
            }
        }
        return new Symmetric(kept.length, part);
    }
}
