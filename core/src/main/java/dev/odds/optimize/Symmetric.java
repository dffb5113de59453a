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

    /** The rows and columns of these indices, which must increase. */
    public Symmetric select(int[] kept) {
        double[] part = new double[Cholesky.row(kept.length)];
        int at = 0;
        for (int i : kept) {
            for (int b = 0; kept[b] != i; b++) {
                part[at++] = packed[Cholesky.row(i) + kept[b]];
            }
            part[at++] = packed[Cholesky.row(i) + i];
        }
        return new Symmetric(kept.length, part);
    }
}
