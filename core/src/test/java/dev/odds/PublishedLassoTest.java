package dev.odds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayResponse;
import dev.odds.table.NumericColumn;
import dev.odds.table.ReadMonitor;
import dev.odds.table.ReadOptions;
import dev.odds.table.SparseTable;
import dev.odds.table.Table;
import dev.odds.table.TableReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lassos of other programs. A constant that they penalise is a column of ones here, beside no bias. */
class PublishedLassoTest {
    private static final LogisticRegression LASSO =
            LogisticRegression.create().withL1Ratio(1).withTolerance(1e-14);

    private static double[] solve(LogisticRegression spec, double[] x, int features, double[] y) {
        Optimum optimum = spec.prepare(x, features, ArrayResponse.of(y)).solve();
        assertTrue(optimum.converged(), optimum.certificate().toString());
        return optimum.coefficients().theta();
    }

    /**
     * statsmodels, discrete/tests/results/results_discrete.py (class DiscreteL1 and the sweep of test_discrete.py): the minimum of
     * -l + sum_j alpha_j |theta_j| for Spector and Mazzeo's 32 students, features ones, GPA, TUCE, PSI; its optimiser stops within 1e-5.
     */
    @ParameterizedTest
    @CsvSource({
        "0 3 3 3,        -4.10271595 0 0.15493781 0",
        "0.1 0.1 0.1 0.1, -10.37593611 2.27080968 0.06670638 2.05723691",
        "0.4 0.4 0.5 0.5, -5.32670811 1.18216019 0.01402395 1.45178712",
        "0.5 0.5 1 1,    -3.92630318 0.90126958 0 1.09498178"
    })
    void spectorIsStatsmodels(String alpha, String expected) {
        Table table =
                (Table) TableReader.read(Path.of("../examples/spector.csv"), ReadOptions.defaults(), ReadMonitor.NONE);
        String[] names = {"gpa", "tuce", "psi"};
        int n = table.rows();
        double[] x = new double[4 * n];
        for (int i = 0; i < n; i++) {
            x[4 * i] = 1;
            for (int j = 0; j < 3; j++) {
                x[4 * i + 1 + j] = column(table, names[j])[i];
            }
        }
        double[] weights = numbers(alpha);
        Map<String, Double> factors = new HashMap<>();
        for (int j = 0; j < 4; j++) {
            factors.put("x" + (j + 1), weights[j]);
        }
        Shrinkage shrinkage = new Shrinkage(1.0 / n, 1, false, factors, Map.of(), Map.of());
        double[] found = solve(LASSO.withBias(false).withShrinkage(shrinkage), x, 4, column(table, "grade"));
        double[] published = numbers(expected);
        assertArrayEquals(published, found, 2e-5 * Math.abs(published[0]));
        for (int j = 0; j < 4; j++) {
            assertEquals(published[j] == 0, found[j] == 0, names[Math.max(0, j - 1)]);
        }
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static double[] column(Table table, String name) {
        return ((NumericColumn) table.find(name).orElseThrow()).toArray();
    }

    /** The figures and their origin are in the test resources. */
    @Test
    void heartScaleIsLiblinears() {
        SparseTable data = (SparseTable)
                TableReader.read(SharedData.file("heart-scale/heart_scale"), ReadOptions.defaults(), ReadMonitor.NONE);
        Reference expected = Reference.load("heart-scale-lasso");
        double[] y = Arrays.stream(data.labels()).map(l -> l > 0 ? 1 : 0).toArray();
        double[] x = new double[14 * data.rows()];
        int row = 0;
        for (var chunk : data.chunks()) {
            for (int i = 0; i < chunk.rows(); i++, row++) {
                x[14 * row + 13] = 1;
                for (int p = chunk.starts()[i]; p < chunk.starts()[i + 1]; p++) {
                    x[14 * row + chunk.indices()[p]] = chunk.values()[p];
                }
            }
        }
        double[] found = solve(LASSO.withBias(false).withLambda(expected.scalar("lambda")), x, 14, y);
        assertArrayEquals(expected.estimates(), found, 1e-7);
        assertEquals(0, found[0]);
    }
}
