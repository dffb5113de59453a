package dev.odds.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gram products and scaled additions against the plainest loops. */
class GramTest {
    private static final long SEED = 4;

    private static double[] numbers(int n) {
        return new Random(SEED).doubles(n, -2, 2).toArray();
    }

    /** Entry (j, k) from zero, one fused addition an example, in their order; then added. */
    private static double[] reference(double[] x, int d, int count, double[] w, double[] before) {
        double[] packed = before.clone();
        int at = 0;
        for (int j = 0; j < d; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = 0;
                for (int i = 0; i < count; i++) {
                    sum = Math.fma(w[i] * x[i * d + j], x[i * d + k], sum);
                }
                packed[at++] += sum;
            }
        }
        return packed;
    }

    @ParameterizedTest
    @CsvSource({"0,3", "1,1", "3,5", "4,4", "5,0", "7,13", "13,6", "64,18", "64,19", "64,20", "256,33", "257,2"})
    void theDenseGramKeepsTheOrderOfExamples(int count, int d) {
        double[] x = numbers(count * d);
        double[] w = new Random(SEED).doubles(count, 0, 3).toArray();
        double[] packed = numbers(Cholesky.row(d));
        double[] expected = reference(x, d, count, w, packed);
        Body.SCALAR.loops().gram(x, d, count, w, packed, new Workspace());
        assertArrayEquals(expected, packed);
    }

    @ParameterizedTest
    @CsvSource({"0,9", "1,9", "4,9", "8,9", "40,100", "100,100"})
    void theSparseGramIsThatOfTheExampleWrittenOut(int stored, int d) {
        int[] index =
                new Random(SEED).ints(0, d).distinct().limit(stored).sorted().toArray();
        double[] values = numbers(stored);
        double w = 0.75;
        for (double[] v : new double[][] {values, null}) {
            double[] x = new double[d];
            for (int p = 0; p < stored; p++) {
                x[index[p]] = v == null ? 1 : v[p];
            }
            double[] packed = numbers(Cholesky.row(d));
            double[] expected = packed.clone();
            for (int j = 0; j < d; j++) {
                for (int k = 0; k <= j; k++) {
                    int at = Cholesky.row(j) + k;
                    expected[at] = Math.fma(x[k], w * x[j], expected[at]);
                }
            }
            SparseKernel.gram(new int[] {0, stored}, index, v, new double[] {w}, packed, 1);
            assertArrayEquals(expected, packed);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "7", "16", "33"})
    void additionsAreFusedAndStayWithinTheirRange(int length) {
        double[] x = numbers(length + 2);
        float[] narrow = new float[x.length];
        for (int j = 0; j < x.length; j++) {
            narrow[j] = (float) x[j];
        }
        double[] dense = numbers(length + 4);
        double[] fromFloat = dense.clone();
        double[] before = dense.clone();
        DenseKernel.add(x, 1, 0.3, dense, 2, length);
        DenseKernel.add(narrow, 1, 0.3, fromFloat, 2, length);
        for (int j = 0; j < dense.length; j++) {
            boolean within = j >= 2 && j < 2 + length;
            assertEquals(within ? Math.fma(x[j - 1], 0.3, before[j]) : before[j], dense[j]);
            assertEquals(within ? Math.fma(narrow[j - 1], 0.3, before[j]) : before[j], fromFloat[j]);
        }
    }
}
