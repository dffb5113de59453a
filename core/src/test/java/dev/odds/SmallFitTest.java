package dev.odds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.inference.Estimate;
import dev.odds.table.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Fits of 100 examples of 5 features from arrays, as services make them. */
class SmallFitTest {
    private static final int D = 5;
    private static final int N = 100;
    private static final LogisticRegression SPEC = LogisticRegression.create();

    private static RandomData data(long seed) {
        return RandomData.of(seed, N, D, 1);
    }

    static double[] flat(double[][] rows) {
        double[] x = new double[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, x, i * rows[0].length, rows[0].length);
        }
        return x;
    }

    @Test
    void aSmallFitHasTheBitsOfTheFullOne() {
        for (long seed = 1; seed <= 20; seed++) {
            RandomData data = data(seed);
            for (double lambda : new double[] {0, 0.01}) {
                LogisticRegression spec = SPEC.withLambda(lambda);
                Optimum small = spec.solve(flat(data.x()), D, data.y());
                Fit full = spec.fit(data.x(), data.y());
                String message = "seed " + seed;
                assertArrayEquals(full.model().estimates(), small.estimates(), message);
                assertEquals(full.certificate(), small.certificate(), message);
                assertEquals(full.loss(), small.loss(), message);
                assertArrayEquals(errors(full), small.standardErrors(), message);
                assertEquals(full.model().probability(data.x()[0]), small.probability(data.x()[0]), message);
                assertTrue(small.converged(), message);
            }
        }
    }

    /** Held where it needs no scaling, copied where it does. */
    @Test
    void theArrayStaysAsItIsAndItsScaleDoesNotMatter() {
        RandomData data = data(7);
        double[] x = flat(data.x());
        double[] scaled = x.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= 0x1p20;
        }
        double[] before = scaled.clone();
        double[] near = SPEC.solve(x, D, data.y()).estimates();
        double[] far = SPEC.solve(scaled, D, data.y()).estimates();
        assertArrayEquals(before, scaled);
        assertArrayEquals(flat(data.x()), x);
        for (int j = 0; j < D; j++) {
            assertEquals(near[j], far[j] * 0x1p20, "seed 7, feature " + j);
        }
    }

    /** The features first, then the bias. */
    private static double[] errors(Fit fit) {
        List<Estimate> rows = new ArrayList<>(fit.coefficients());
        rows.add(rows.remove(0));
        return rows.stream().mapToDouble(Estimate::standardError).toArray();
    }

    @Test
    void separatedLabelsAreSaidToBeSeparated() {
        Optimum optimum = SPEC.solve(new double[] {1, 2, 3, 4}, 1, new double[] {0, 0, 1, 1});
        assertEquals(Double.POSITIVE_INFINITY, optimum.estimates()[0]);
        assertEquals(1, optimum.probability(new double[] {3.5}));
    }

    @Test
    void manyThreadsAtOnceGetTheBitsOfOneAlone() throws InterruptedException, ExecutionException {
        List<Optimum> alone = new ArrayList<>();
        for (long seed = 0; seed < 16; seed++) {
            alone.add(solve(seed));
        }
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<Optimum>> together = new ArrayList<>();
            for (int k = 0; k < 400; k++) {
                long seed = k % 16;
                together.add(pool.submit(() -> solve(seed)));
            }
            for (int k = 0; k < together.size(); k++) {
                Optimum found = together.get(k).get();
                Optimum expected = alone.get(k % 16);
                assertArrayEquals(expected.estimates(), found.estimates(), "seed " + k % 16);
                assertEquals(expected.certificate(), found.certificate(), "seed " + k % 16);
            }
        } finally {
            pool.shutdown();
        }
    }

    private static Optimum solve(long seed) {
        RandomData data = data(seed);
        return SPEC.solve(flat(data.x()), D, data.y());
    }

    @Test
    void arraysThatDoNotFitAreRefusedInASentence() {
        double[] y = {0, 1, 1};
        assertRefused("found 7 numbers for examples of 2 features", () -> SPEC.solve(new double[7], 2, y));
        assertRefused("found 3 labels for 4 examples", () -> SPEC.solve(new double[8], 2, y));
        assertRefused(
                "feature 2 of example 3 is NaN", () -> SPEC.solve(new double[] {1, 2, 3, 4, 5, Double.NaN}, 2, y));
        assertRefused("found 6 numbers for examples of 0 features", () -> SPEC.solve(new double[6], 0, y));
    }

    private static void assertRefused(String words, Runnable fit) {
        String message = assertThrows(InputException.class, fit::run).getMessage();
        assertTrue(message.contains(words), message);
    }
}
