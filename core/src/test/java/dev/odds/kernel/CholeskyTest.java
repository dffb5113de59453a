package dev.odds.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The factor against another library's, its solutions against the matrix, and who is left out. */
class CholeskyTest {
    private static final long SEED = 1924;
    private static final double TOLERANCE = 1e-12;

    /** B B^T of n rows of {@code rank} random columns, packed. */
    private static double[] gram(double[][] rows) {
        int n = rows.length;
        double[] packed = new double[Cholesky.row(n)];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                packed[Cholesky.row(i) + j] = Lanes.dot(rows[i], 0, rows[j], 0, rows[i].length);
            }
        }
        return packed;
    }

    private static double[][] random(int n, int rank) {
        Random random = new Random(SEED);
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = random.doubles(rank, -1, 1).toArray();
        }
        return rows;
    }

    private static DMatrixRMaj full(double[] packed, int n) {
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix.set(i, j, packed[Cholesky.row(i) + j]);
                matrix.set(j, i, packed[Cholesky.row(i) + j]);
            }
        }
        return matrix;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 15, 16, 17, 63, 64, 65, 130})
    void theFactorIsThatOfAnotherLibrary(int n) {
        double[] a = gram(random(n, n + 10));
        CholeskyDecomposition_F64<DMatrixRMaj> other = DecompositionFactory_DDRM.chol(n, true);
        assertTrue(other.decompose(full(a, n)));
        DMatrixRMaj expected = other.getT(null);
        assertEquals(0, Cholesky.factor(a, n, TOLERANCE, new boolean[n]));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                assertEquals(expected.get(i, j), a[Cholesky.row(i) + j], 1e-11, i + ", " + j);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 64, 65})
    void solutionsAndInverseFitTheMatrix(int n) {
        double[] a = gram(random(n, n + 5));
        double[] l = a.clone();
        Cholesky.factor(l, n, TOLERANCE, new boolean[n]);
        double[] right = new Random(SEED).doubles(n, -1, 1).toArray();
        double[] x = right.clone();
        Cholesky.forward(l, n, x);
        Cholesky.backward(l, n, x);
        double[] inverse = Cholesky.inverse(l, n);
        DMatrixRMaj product = new DMatrixRMaj(n, n);
        CommonOps_DDRM.mult(full(a, n), full(inverse, n), product);
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += full(a, n).get(i, j) * x[j];
                assertEquals(i == j ? 1 : 0, product.get(i, j), 1e-9);
            }
            assertEquals(right[i], sum, 1e-10);
        }
    }

    /** Also where SIMD loops do it: column after column, each element's differences are taken in order. */
    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 40, 200})
    void theFactorHasTheBitsOfOneColumnAfterAnother(int n) {
        double[] a = gram(random(n, n + 10));
        double[] l = a.clone();
        Cholesky.factor(l, n, TOLERANCE, new boolean[n]);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[Cholesky.row(i) + j];
                for (int k = 0; k < j; k++) {
                    sum = Math.fma(-l[Cholesky.row(i) + k], l[Cholesky.row(j) + k], sum);
                }
                double expected = i == j ? StrictMath.sqrt(sum) : sum / l[Cholesky.row(j) + j];
                assertEquals(expected, l[Cholesky.row(i) + j], i + ", " + j);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 64, 200, 300})
    void theSpreadIsTheRootOfTheInversesDiagonal(int n) {
        double[] l = gram(random(n, n + 5));
        Cholesky.factor(l, n, TOLERANCE, new boolean[n]);
        double[] inverse = Cholesky.inverse(l, n);
        double[] spread = Cholesky.spread(l, n);
        for (int j = 0; j < n; j++) {
            double expected = Math.sqrt(inverse[Cholesky.row(j) + j]);
            assertEquals(expected, spread[j], 1e-9 * expected, j + " of " + n);
        }
    }

    /** Columns 2, 9 and 17 repeat what stands before them; within a panel, across panels, and twice over. */
    @Test
    void dependentColumnsAreLeftOutAndTheOthersAreAsIfAlone() {
        int n = 20;
        double[][] rows = random(n, 40);
        for (int j = 0; j < 40; j++) {
            rows[2][j] = 2 * rows[0][j] - rows[1][j];
            rows[9][j] = rows[3][j];
            rows[17][j] = rows[9][j] + rows[16][j] - 3 * rows[2][j];
        }
        double[] l = gram(rows);
        boolean[] dependent = new boolean[n];
        assertEquals(3, Cholesky.factor(l, n, TOLERANCE, dependent));
        int[] kept = new int[n - 3];
        for (int i = 0, k = 0; i < n; i++) {
            assertEquals(i == 2 || i == 9 || i == 17, dependent[i], "column " + i);
            if (!dependent[i]) {
                kept[k++] = i;
            }
        }
        double[] alone = gram(Arrays.stream(kept).mapToObj(i -> rows[i]).toArray(double[][]::new));
        Cholesky.factor(alone, kept.length, TOLERANCE, new boolean[kept.length]);
        double[] inverse = Cholesky.inverse(l, n);
        double[] inverseAlone = Cholesky.inverse(alone, kept.length);
        for (int i = 0; i < kept.length; i++) {
            for (int j = 0; j <= i; j++) {
                int at = Cholesky.row(kept[i]) + kept[j];
                assertEquals(alone[Cholesky.row(i) + j], l[at], 1e-12);
                assertEquals(inverseAlone[Cholesky.row(i) + j], inverse[at], 1e-10);
            }
        }
        for (int j = 0; j < n; j++) {
            assertEquals(0, l[Cholesky.row(9) + Math.min(j, 9)]);
            assertEquals(0, inverse[j < 9 ? Cholesky.row(9) + j : Cholesky.row(j) + 9]);
        }
    }

    @Test
    void nothingAtAllIsDependent() {
        double[] a = new double[Cholesky.row(10)];
        boolean[] dependent = new boolean[10];
        assertEquals(10, Cholesky.factor(a, 10, TOLERANCE, dependent));
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        Cholesky.forward(a, 10, x);
        Cholesky.backward(a, 10, x);
        assertArrayEquals(new double[10], x);
    }

    @Test
    void whatIsNotANumberIsLeftOutAndNotSpread() {
        double[] a = {4, Double.NaN, Double.NaN, 0, 0, 9};
        boolean[] dependent = new boolean[3];
        assertEquals(1, Cholesky.factor(a, 3, TOLERANCE, dependent));
        assertTrue(dependent[1]);
        assertFalse(dependent[2]);
        assertEquals(3, a[5]);
    }

    /** The rows of a Hilbert matrix lose a digit and a half each: its exact inverse is known (Todd 1961). */
    @Test
    void anIllConditionedMatrixKeepsTheDigitsItCan() {
        int n = 6;
        double[] a = new double[Cholesky.row(n)];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[Cholesky.row(i) + j] = 1.0 / (i + j + 1);
            }
        }
        assertEquals(0, Cholesky.factor(a, n, 0, new boolean[n]));
        double[] inverse = Cholesky.inverse(a, n);
        assertEquals(36, inverse[0], 36 * 1e-9);
        assertEquals(698_544, inverse[Cholesky.row(5) + 5], 698_544 * 1e-8);
    }
}
