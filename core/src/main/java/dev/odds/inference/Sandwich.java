package dev.odds.inference;

import dev.odds.kernel.Cholesky;
import dev.odds.kernel.Triangle;
import dev.odds.table.InputException;

/** The product C M C of symmetric matrices, C known by the factor of its inverse. */
final class Sandwich {
    private static final int MOST = 46_340;

    private Sandwich() {}

    /**
     * factor C M C with C^-1 = L L^T, as L^-T (L^-1 M L^-T) L^-1: the middle is near the identity where the model is right, so that the
     * condition of L, and not that of C, tells on the result. O(k^3), memory for k^2 numbers.
     *
     * @param l L, packed; not modified
     * @param meat M, packed; not modified
     * @return packed
     */
    static double[] of(double[] l, int k, double[] meat, double factor) {
        if (k > MOST) {
            throw new InputException(
                    "found %d coefficients, expected at most %d for a robust covariance".formatted(k, MOST));
        }
        double[] full = new double[k * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                full[i * k + j] = factor * meat[Cholesky.row(i) + j];
                full[j * k + i] = full[i * k + j];
            }
        }
        Triangle.forward(l, k, full);
        Triangle.transpose(k, full);
        Triangle.forward(l, k, full);
        Triangle.backward(l, k, full);
        Triangle.transpose(k, full);
        Triangle.backward(l, k, full);
        double[] packed = new double[meat.length];
        for (int i = 0; i < k; i++) {
            System.arraycopy(full, i * k, packed, Cholesky.row(i), i + 1);
        }
        return packed;
    }
}
