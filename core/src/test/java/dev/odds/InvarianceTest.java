package dev.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayResponse;
import dev.odds.inference.Estimate;
import dev.odds.optimize.Monitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not change a fit, or must change it in a known way. */
class InvarianceTest {
    private static final long SEED = 5;
    private static final int N = 900;
    private static final int D = 6;
    private static final RandomData DATA = RandomData.of(SEED, N, D, 1);
    private static final LogisticRegression SPEC = LogisticRegression.create();

    private static Fit fit(double[][] x, ArrayResponse y) {
        return SPEC.fit(x, y, null, Monitor.NONE);
    }

    private static void assertAlike(Fit expected, Fit found) {
        assertTrue(found.converged());
        for (int j = 0; j < expected.coefficients().size(); j++) {
            assertAlike(expected.coefficients().get(j), found.coefficients().get(j), 1);
        }
        assertEquals(expected.deviance(), found.deviance(), 1e-9 * expected.deviance());
    }

    private static void assertAlike(Estimate expected, Estimate found, double factor) {
        double error = expected.standardError();
        assertEquals(expected.estimate(), found.estimate() * factor, 1e-6 * error, expected.name() + ", seed " + SEED);
        assertEquals(error, found.standardError() * Math.abs(factor), 1e-7 * error, expected.name());
    }

    @Test
    void aWeightOfTwoIsTheRowTwice() {
        List<double[]> rows = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        double[] weights = new double[N];
        for (int i = 0; i < N; i++) {
            weights[i] = i % 3;
            for (int k = 0; k < weights[i]; k++) {
                rows.add(DATA.x()[i]);
                labels.add(DATA.y()[i]);
            }
        }
        double[] y = labels.stream().mapToDouble(Double::doubleValue).toArray();
        Fit repeated = fit(rows.toArray(double[][]::new), ArrayResponse.of(y));
        Fit weighted = fit(DATA.x(), ArrayResponse.of(DATA.y(), weights, null));
        assertAlike(repeated, weighted);
        assertEquals(repeated.weight(), weighted.weight());
        assertEquals(repeated.bic(), weighted.bic(), 1e-9 * repeated.bic());
    }

    @Test
    void aGroupIsItsRowsAndCountsItsOwnSaturation() {
        double[] success = new double[N];
        double[] trials = new double[N];
        List<double[]> rows = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        Random random = new Random(SEED);
        for (int i = 0; i < N; i++) {
            trials[i] = random.nextInt(4);
            success[i] = random.nextInt((int) trials[i] + 1);
            for (int k = 0; k < trials[i]; k++) {
                rows.add(DATA.x()[i]);
                labels.add(k < success[i] ? 1.0 : 0.0);
            }
        }
        double[] y = labels.stream().mapToDouble(Double::doubleValue).toArray();
        Fit single = fit(rows.toArray(double[][]::new), ArrayResponse.of(y));
        Fit grouped = fit(DATA.x(), ArrayResponse.grouped(success, trials, null));
        for (int j = 0; j <= D; j++) {
            assertAlike(single.coefficients().get(j), grouped.coefficients().get(j), 1);
        }
        double gained = single.nullDeviance() - single.deviance();
        assertEquals(gained, grouped.nullDeviance() - grouped.deviance(), 1e-9 * gained);
        assertTrue(grouped.deviance() < single.deviance());
    }

    @Test
    void theOrderOfRowsAndColumnsDoesNotMatter() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < N; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(SEED));
        double[][] rows = new double[N][];
        double[] y = new double[N];
        double[][] columns = new double[N][D];
        for (int i = 0; i < N; i++) {
            rows[i] = DATA.x()[order.get(i)];
            y[i] = DATA.y()[order.get(i)];
            for (int j = 0; j < D; j++) {
                columns[i][j] = DATA.x()[i][D - 1 - j];
            }
        }
        Fit expected = fit(DATA.x(), ArrayResponse.of(DATA.y()));
        assertAlike(expected, fit(rows, ArrayResponse.of(y)));
        Fit turned = fit(columns, ArrayResponse.of(DATA.y()));
        for (int j = 0; j < D; j++) {
            assertAlike(
                    expected.coefficients().get(1 + j), turned.coefficients().get(D - j), 1);
        }
    }

    @Test
    void swappedLabelsTurnEverySign() {
        Fit fit = fit(DATA.x(), ArrayResponse.of(DATA.y()));
        double[] other = Arrays.stream(DATA.y()).map(y -> 1 - y).toArray();
        Fit turned = fit(DATA.x(), ArrayResponse.of(other));
        for (int j = 0; j <= D; j++) {
            assertAlike(fit.coefficients().get(j), turned.coefficients().get(j), -1);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e6, 1e12})
    void theScaleOfAFeatureDoesNotMatter(double factor) {
        double[][] x = new double[N][];
        for (int i = 0; i < N; i++) {
            x[i] = DATA.x()[i].clone();
            x[i][2] *= factor;
        }
        Fit expected = fit(DATA.x(), ArrayResponse.of(DATA.y()));
        Fit found = fit(x, ArrayResponse.of(DATA.y()));
        for (int j = 0; j <= D; j++) {
            assertAlike(expected.coefficients().get(j), found.coefficients().get(j), j == 3 ? factor : 1);
        }
    }

    /** The values are rounded so that adding a million loses nothing. */
    @Test
    void theOriginOfAFeatureDoesNotMatter() {
        double[][] near = new double[N][];
        double[][] far = new double[N][];
        for (int i = 0; i < N; i++) {
            near[i] = DATA.x()[i].clone();
            near[i][2] = Math.rint(near[i][2] * 1024) / 1024;
            far[i] = near[i].clone();
            far[i][2] += 1e6;
        }
        Fit expected = fit(near, ArrayResponse.of(DATA.y()));
        Fit found = fit(far, ArrayResponse.of(DATA.y()));
        for (int j = 1; j <= D; j++) {
            assertAlike(expected.coefficients().get(j), found.coefficients().get(j), 1);
        }
        double slope = expected.coefficients().get(3).estimate();
        double bias = expected.coefficients().get(0).estimate();
        assertEquals(bias - 1e6 * slope, found.coefficients().get(0).estimate(), 1e-8 * Math.abs(slope * 1e6));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 63, 64, 65, 127, 128, 255, 256, 257, 511, 512, 513, 769})
    void theEdgesOfRunsAndBlocksDoNotMatter(int n) {
        double[][] x = Arrays.copyOf(DATA.x(), n);
        double[] y = Arrays.copyOf(DATA.y(), n);
        double[][] padded = Arrays.copyOf(DATA.x(), N);
        double[] weights = new double[N];
        Arrays.fill(weights, 0, n, 1);
        assertAlike(fit(x, ArrayResponse.of(y)), fit(padded, ArrayResponse.of(DATA.y(), weights, null)));
    }

    @Test
    void anOffsetIsAKnownPartOfTheLogit() {
        Fit plain = fit(DATA.x(), ArrayResponse.of(DATA.y()));
        double known = 0.75;
        double[] offset = new double[N];
        for (int i = 0; i < N; i++) {
            offset[i] = 2 + known * DATA.x()[i][1];
        }
        Fit shifted = fit(DATA.x(), ArrayResponse.of(DATA.y(), null, offset));
        for (int j = 0; j <= D; j++) {
            double moved = j == 0 ? 2 : j == 2 ? known : 0;
            double expected = plain.coefficients().get(j).estimate() - moved;
            assertEquals(expected, shifted.coefficients().get(j).estimate(), 1e-8, "coefficient " + j);
        }
        assertEquals(plain.deviance(), shifted.deviance(), 1e-9 * plain.deviance());
    }

    @Test
    void theFirstOfAliasedColumnsStays() {
        double[][] x = new double[N][D + 3];
        for (int i = 0; i < N; i++) {
            x[i][0] = 7;
            System.arraycopy(DATA.x()[i], 0, x[i], 1, D);
            x[i][D + 1] = 2 * x[i][1] - 3 * x[i][2] + 1;
            x[i][D + 2] = x[i][3];
        }
        Fit expected = fit(DATA.x(), ArrayResponse.of(DATA.y()));
        Fit found = fit(x, ArrayResponse.of(DATA.y()));
        for (int j = 1; j <= D; j++) {
            assertAlike(expected.coefficients().get(j), found.coefficients().get(j + 1), 1);
        }
        for (int aliased : new int[] {1, D + 2, D + 3}) {
            assertTrue(found.coefficients().get(aliased).aliased(), "x" + aliased);
        }
        assertEquals(List.of("x1", "x8", "x9"), found.model().facts().aliased());
        assertEquals(expected.aic(), found.aic(), 1e-8 * expected.aic());
    }
}
