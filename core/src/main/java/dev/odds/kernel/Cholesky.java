package dev.odds.kernel;

import java.util.Arrays;

/**
 * The factor L of a symmetric positive semidefinite matrix A = L L^T, both packed: row i of the lower half starts at i (i + 1) /
 * 2. A column that depends on the columns before it is left out: the order of the columns decides who stays.
 *
 * <p>Right-looking in panels of sixteen columns, so that the trailing rows are read and written a sixteenth as often (after Golub
 * and Van Loan, Matrix Computations, 4.2.9). O(n^3 / 3).
 */
public final class Cholesky {
    private static final int PANEL = 16;
    /** Columns of the inverse of L that are computed side by side. */
    private static final int STRIP = 256;

    private Cholesky() {}

    /**
     * Factors in place.
     *
     * @param a packed lower half of A on entry, of L on return; the row and column of a dependent column are zero
     * @param n the order
     * @param tolerance a column depends on those before it where its pivot is at most tolerance * a_jj
     * @param dependent overwritten, n flags: whether the column was left out
     * @return how many columns were left out
     */
    public static int factor(double[] a, int n, double tolerance, boolean[] dependent) {
        double[] floor = new double[n];
        for (int j = 0; j < n; j++) {
            floor[j] = tolerance * a[row(j) + j];
        }
        return factor(a, n, floor, dependent);
    }

    /** As above, with the largest pivot of a dependent column for each column; not modified. */
    public static int factor(double[] a, int n, double[] floor, boolean[] dependent) {
        double[] panel = n > PANEL ? new double[PANEL * n] : null;
        Loops loops = loops(n);
        int left = 0;
        for (int k = 0; k < n; k += PANEL) {
            int end = Math.min(k + PANEL, n);
            for (int j = k; j < end; j++) {
                left += column(a, end, k, j, floor, dependent) ? 0 : 1;
            }
            if (end < n) {
                below(a, n, k, dependent, panel, loops);
                update(a, n, end, panel, loops);
            }
        }
        return left;
    }

    /** Finishes column j of the panel that starts at k, as far as the first n rows; whether it was kept. */
    private static boolean column(double[] a, int n, int k, int j, double[] floor, boolean[] dependent) {
        int own = row(j);
        for (int i = j; i < n; i++) {
            int at = row(i);
            double sum = a[at + j];
            for (int c = k; c < j; c++) {
                sum = Math.fma(-a[at + c], a[own + c], sum);
            }
            a[at + j] = sum;
        }
        double pivot = a[own + j];
        dependent[j] = !(pivot > floor[j] && pivot > 0);
        double root = StrictMath.sqrt(pivot);
        a[own + j] = dependent[j] ? 0 : root;
        for (int i = j + 1; i < n; i++) {
            a[row(i) + j] = dependent[j] ? 0 : a[row(i) + j] / root;
        }
        if (dependent[j]) {
            Arrays.fill(a, own, own + j, 0);
        }
        return !dependent[j];
    }

    /** Small work is done before SIMD is ready. */
    private static Loops loops(long n) {
        return Body.of(n * n * n / 6).loops();
    }

    /** Finishes the panel that starts at column k below its triangle: in a copy where each column is contiguous, which stays there. */
    private static void below(double[] a, int n, int k, boolean[] dependent, double[] panel, Loops loops) {
        int first = k + PANEL;
        for (int i = first; i < n; i++) {
            for (int c = 0; c < PANEL; c++) {
                panel[c * n + i] = a[row(i) + k + c];
            }
        }
        double[] own = new double[PANEL];
        Workspace space = new Workspace();
        for (int j = 0; j < PANEL; j++) {
            int at = row(k + j) + k;
            for (int c = 0; c < j; c++) {
                own[c] = -a[at + c];
            }
            loops.accumulate(panel, first, n, n - first, j, own, 0, panel, j * n + first, space);
            for (int i = j * n + first; i < (j + 1) * n; i++) {
                panel[i] = dependent[k + j] ? 0 : panel[i] / a[at + j];
            }
        }
        for (int i = first; i < n; i++) {
            for (int c = 0; c < PANEL; c++) {
                a[row(i) + k + c] = panel[c * n + i];
            }
        }
    }

    /** Subtracts the finished panel from the rows and columns behind it, one column after another. */
    private static void update(double[] a, int n, int first, double[] panel, Loops loops) {
        double[] own = new double[PANEL];
        Workspace space = new Workspace();
        for (int i = first; i < n; i++) {
            for (int c = 0; c < PANEL; c++) {
                own[c] = -panel[c * n + i];
            }
            loops.accumulate(panel, first, n, i - first + 1, PANEL, own, 0, a, row(i) + first, space);
        }
    }

    /**
     * The square root of each diagonal element of A^-1: the lengths of the columns of L^-1, which is computed row by row in strips;
     * zero for a dependent column. O(n^3 / 6).
     */
    public static double[] spread(double[] l, int n) {
        double[] spread = new double[n];
        if (n <= PANEL) {
            columns(l, n, spread);
        } else {
            Loops loops = loops(n);
            for (int first = 0; first < n; first += STRIP) {
                strip(l, n, first, Math.min(STRIP, n - first), loops, spread);
            }
        }
        for (int j = 0; j < n; j++) {
            spread[j] = StrictMath.sqrt(spread[j]);
        }
        return spread;
    }

    /** As {@link #strip} for few columns, one after another: column j takes the places from j on, until only its square is left. */
    private static void columns(double[] l, int n, double[] squares) {
        for (int j = 0; j < n; j++) {
            double square = 0;
            for (int i = j; i < n; i++) {
                int at = row(i);
                double sum = i == j ? 1 : 0;
                for (int k = j; k < i; k++) {
                    sum = Math.fma(squares[k], -l[at + k], sum);
                }
                squares[i] = l[at + i] == 0 ? 0 : sum / l[at + i];
                square = Math.fma(squares[i], squares[i], square);
            }
            squares[j] = square;
        }
    }

    /** Adds up the squares of columns [first, first + width) of L^-1. */
    private static void strip(double[] l, int n, int first, int width, Loops loops, double[] squares) {
        double[] rows = new double[(n - first) * width];
        double[] minus = new double[n - first];
        Workspace space = new Workspace();
        for (int i = first; i < n; i++) {
            int at = row(i);
            int to = (i - first) * width;
            double pivot = l[at + i];
            if (pivot == 0) {
                continue;
            }
            for (int k = first; k < i; k++) {
                minus[k - first] = -l[at + k];
            }
            if (i - first < width) {
                rows[to + i - first] = 1;
            }
            loops.accumulate(rows, 0, width, width, i - first, minus, 0, rows, to, space);
            for (int j = 0; j < width; j++) {
                double value = rows[to + j] / pivot;
                rows[to + j] = value;
                squares[first + j] = Math.fma(value, value, squares[first + j]);
            }
        }
    }

    /** x = L^-1 x in place; a dependent column gives zero. O(n^2 / 2). */
    public static void forward(double[] l, int n, double[] x) {
        forward(l, 0, n, x);
    }

    /** As above for an x whose numbers before {@code from} are zero. */
    public static void forward(double[] l, int from, int n, double[] x) {
        for (int i = from; i < n; i++) {
            double pivot = l[row(i) + i];
            x[i] = pivot == 0 ? 0 : (x[i] - Lanes.dot(l, row(i), x, 0, i)) / pivot;
        }
    }

    /** x = L^-T x in place; a dependent column gives zero. O(n^2 / 2). */
    public static void backward(double[] l, int n, double[] x) {
        for (int i = n - 1; i >= 0; i--) {
            double pivot = l[row(i) + i];
            x[i] = pivot == 0 ? 0 : x[i] / pivot;
            DenseKernel.add(l, row(i), -x[i], x, 0, i);
        }
    }

    /** The packed lower half of A^-1 = L^-T L^-1; zero in the rows and columns of dependent columns. O(n^3 / 2). */
    public static double[] inverse(double[] l, int n) {
        double[] inverse = new double[l.length];
        double[] unit = new double[n];
        for (int j = 0; j < n; j++) {
            Arrays.fill(unit, 0);
            unit[j] = 1;
            forward(l, n, unit);
            backward(l, n, unit);
            for (int i = j; i < n; i++) {
                inverse[row(i) + j] = l[row(j) + j] == 0 ? 0 : unit[i];
            }
        }
        return inverse;
    }

    /** Where row i of a packed lower half starts; n is at most 65,535. */
    public static int row(int i) {
        return (int) (i * (i + 1L) / 2);
    }
}
