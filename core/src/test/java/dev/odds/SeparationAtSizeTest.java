package dev.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.train.Separation.Verdict;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole fits of constructed labels, at sizes where one wrong example in a hundred thousand decides. Columns hold small whole numbers, of
 * which z = x_3 - 2 x_6 + x_12 (counted from 1) or the like separates; where z is 0 labels are tossed.
 */
class SeparationAtSizeTest {
    private static final int TALL = 100_000;

    private static double[][] wholeNumbers(Random random, int n, int d) {
        double[][] x = new double[n][d];
        for (double[] row : x) {
            for (int j = 0; j < d; j++) {
                row[j] = random.nextInt(7) - 3;
            }
        }
        return x;
    }

    /** 1 beyond the boundary, 0 before it, tossed on it. */
    private static double[] labels(Random random, double[][] x, ToDoubleFunction<double[]> z) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            double side = z.applyAsDouble(x[i]);
            y[i] = side == 0 ? random.nextInt(2) : side > 0 ? 1 : 0;
        }
        return y;
    }

    private static double threeColumns(double[] row) {
        return row[2] - 2 * row[5] + row[11];
    }

    @Test
    void quasiCompleteSeparationIsSeenAndItsColumnsAreNamed() {
        Random random = new Random(1);
        double[][] x = wholeNumbers(random, TALL, 20);
        Fit fit = LogisticRegression.create().fit(x, labels(random, x, SeparationAtSizeTest::threeColumns));
        assertEquals(Verdict.SEPARATED, fit.separation().verdict());
        assertFalse(fit.separation().complete());
        assertEquals(List.of("x3", "x6", "x12"), fit.separation().columns());
        assertEquals(List.of(1, -1, 1), fit.separation().signs());
        assertTrue(fit.converged());
        assertTrue(Double.isFinite(fit.coefficients().get(1).standardError()));
    }

    /** The first example beyond the boundary, or before it, gets the other label. */
    @ParameterizedTest
    @CsvSource({"1", "0"})
    void oneExampleOnTheWrongSideAmongAHundredThousandIsEnough(int label) {
        Random random = new Random(1);
        double[][] x = wholeNumbers(random, TALL, 20);
        double[] y = labels(random, x, SeparationAtSizeTest::threeColumns);
        int i = 0;
        while (threeColumns(x[i]) != (label == 1 ? 1 : -1)) {
            i++;
        }
        y[i] = 1 - label;
        Fit fit = LogisticRegression.create().fit(x, y);
        assertEquals(Verdict.NONE, fit.separation().verdict());
        assertTrue(fit.converged());
        assertTrue(fit.coefficients().get(3).estimate() > 1, "a near miss has large estimates");
    }

    @Test
    void completeSeparationIsSeen() {
        Random random = new Random(2);
        double[][] x = wholeNumbers(random, TALL, 20);
        Fit fit = LogisticRegression.create().fit(x, labels(random, x, row -> 2 * threeColumns(row) + 1));
        assertEquals(Verdict.SEPARATED, fit.separation().verdict());
        assertTrue(fit.separation().complete());
        assertTrue(fit.separation().columns().containsAll(List.of("x3", "x6", "x12")));
    }

    /** x_11 and x_21 differ in one of ten examples, by their label. */
    @Test
    void aThousandColumnsOfWhichTwoSeparate() {
        Random random = new Random(3);
        int n = 4000;
        double[][] x = wholeNumbers(random, n, 1000);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = random.nextInt(2);
            x[i][20] = x[i][10] + (i % 10 == 0 ? 1 - 2 * y[i] : 0);
        }
        Fit fit = LogisticRegression.create().fit(x, y);
        assertEquals(List.of("x11", "x21"), fit.separation().columns());
        assertEquals(List.of(1, -1), fit.separation().signs());
        assertFalse(fit.separation().complete());
        assertTrue(fit.converged());
    }

    @Test
    void moreColumnsThanExamplesSeparateThemCompletely() {
        Random random = new Random(4);
        double[][] x = wholeNumbers(random, 300, 1000);
        Fit fit = LogisticRegression.create().fit(x, labels(random, x, row -> 0));
        assertTrue(fit.separation().complete());
    }
}
