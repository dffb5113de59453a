package dev.odds.kernel;

/**
 * Solves with a factor for many right-hand sides at once, column beside column, so that SIMD runs along them. The factor L is packed:
 * row i of the lower half starts at i (i + 1) / 2, and no diagonal element is zero.
 */
public final class Triangle {
    /** Columns that are solved together: so many of each row stay in cache. */
    private static final int STRIP = 256;

    private Triangle() {}

    /**
     * X = L^-1 X, O(n^3).
     *
     * @param l not modified
     * @param x n x n, row after row; overwritten
     */
    public static void forward(double[] l, int n, double[] x) {
        Loops loops = Body.of((long) n * n * n / 2).loops();
        double[] minus = new double[n];
        Workspace space = new Workspace();
        for (int c = 0; c < n; c += STRIP) {
            int width = Math.min(STRIP, n - c);
            for (int i = 0; i < n; i++) {
                int own = Cholesky.row(i);
                for (int j = 0; j < i; j++) {
                    minus[j] = -l[own + j];
                }
                loops.accumulate(x, c, n, width, i, minus, 0, x, i * n + c, space);
                divide(x, i * n + c, width, l[own + i]);
            }
        }
    }

    /** X = L^-T X, as above. */
    public static void backward(double[] l, int n, double[] x) {
        Loops loops = Body.of((long) n * n * n / 2).loops();
        double[] minus = new double[n];
        Workspace space = new Workspace();
        for (int c = 0; c < n; c += STRIP) {
            int width = Math.min(STRIP, n - c);
            for (int i = n - 1; i >= 0; i--) {
                for (int j = i + 1; j < n; j++) {
                    minus[j] = -l[Cholesky.row(j) + i];
                }
                loops.accumulate(x, (i + 1) * n + c, n, width, n - 1 - i, minus, i + 1, x, i * n + c, space);
                divide(x, i * n + c, width, l[Cholesky.row(i) + i]);
            }
        }
    }

    /** X = X^T. */
    public static void transpose(int n, double[] x) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double upper = x[j * n + i];
                x[j * n + i] = x[i * n + j];
                x[i * n + j] = upper;
            }
        }
    }

    private static void divide(double[] x, int at, int count, double pivot) {
        for (int j = at; j < at + count; j++) {
            x[j] /= pivot;
        }
    }
}
