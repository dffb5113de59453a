package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.Fit;
import dev.odds.LogisticRegression;
import dev.odds.RandomData;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Coefficients;
import dev.odds.optimize.Monitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A start may be good, bad or absurd: it never changes where a fit ends. */
class WarmStartTest {
    private static final RandomData DATA = RandomData.of(1, 300, 3, 1);
    private static final ArrayResponse Y = ArrayResponse.of(DATA.y());

    private static void assertSameEnd(Solver solver, double lambda, Coefficients start) {
        LogisticRegression spec = LogisticRegression.create().withSolver(solver).withLambda(lambda);
        Fit cold = spec.fit(DATA.x(), Y, null, Monitor.NONE);
        Fit warm = spec.fit(DATA.x(), Y, start, Monitor.NONE);
        assertTrue(cold.converged() && warm.converged(), warm.reason());
        assertEquals(cold.objective(), warm.objective(), 2e-8);
    }

    @ParameterizedTest
    @CsvSource({
        "NEWTON, 0",
        "NEWTON, 0.1",
        "LBFGS, 0",
        "LBFGS, 0.1",
        "GRADIENT_DESCENT, 0",
        "GRADIENT_DESCENT, 0.1",
    })
    void anAbsurdStartIsForgotten(Solver solver, double lambda) {
        for (double size : new double[] {30, 1e3, 1e6, 1e100, 1e300, Double.NaN}) {
            assertSameEnd(solver, lambda, Coefficients.of(new double[] {size, -size, size}, size));
            assertSameEnd(solver, lambda, Coefficients.of(new double[3], -size));
        }
    }

    /** Few labels are missed, so that the loss is below that of the bias, but all by so much that every curvature is zero. */
    @ParameterizedTest
    @EnumSource(
            value = Solver.class,
            names = {"NEWTON", "LBFGS", "GRADIENT_DESCENT"})
    void aStartThatIsGoodButFlatIsLeft(Solver solver) {
        int n = 1_000;
        double[][] x = new double[n][1];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i][0] = i % 2 == 0 ? 1.5 : -1;
            y[i] = i % 2 == 0 ? 1 : 0;
        }
        y[10] = 0;
        y[11] = 1;
        LogisticRegression spec = LogisticRegression.create().withSolver(solver);
        Fit fit = spec.fit(x, ArrayResponse.of(y), Coefficients.of(new double[] {300}, 0), Monitor.NONE);
        assertTrue(fit.converged(), fit.reason());
        double slope = 2 * Math.log(499.0) / 2.5;
        assertEquals(slope, fit.coefficients().get(1).estimate(), 1e-3);
    }
}
