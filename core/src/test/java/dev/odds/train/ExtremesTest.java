package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.Fit;
import dev.odds.LogisticRegression;
import dev.odds.RandomData;
import dev.odds.design.ArrayResponse;
import dev.odds.optimize.Monitor;
import dev.odds.train.Separation.Verdict;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sizes, weights, offsets and shapes at the end of what is allowed, by every solver, against an optimum in 30 digits. */
class ExtremesTest {
    private static final RandomData DATA = RandomData.of(8, 60, 2, 1);
    private static final double[] NONE = null;

    private static Fit fit(LogisticRegression spec, double[][] x, double[] weights, double[] offset) {
        return spec.fit(x, ArrayResponse.of(DATA.y(), weights, offset), null, Monitor.NONE);
    }

    private static LogisticRegression spec(Solver solver, double lambda) {
        return LogisticRegression.create().withSolver(solver).withLambda(lambda).withThreads(1);
    }

    private static double[][] with(int column, double factor) {
        double[][] x = Arrays.stream(DATA.x()).map(double[]::clone).toArray(double[][]::new);
        for (double[] row : x) {
            row[column] *= factor;
        }
        return x;
    }

    /** Converged, and within 1e-8 of the optimum of F on the user's own scale, which the fit does not know. */
    private static void assertOptimal(Fit fit, double[][] x, double[] weights, double[] offset, double[] ridge) {
        assertOptimal(fit, x, ArrayResponse.of(DATA.y(), weights, offset), ridge);
    }

    private static void assertOptimal(Fit fit, double[][] x, ArrayResponse y, double[] ridge) {
        assertTrue(fit.converged(), fit.solver() + " " + fit.reason() + " " + fit.warnings());
        double[] found = new double[x[0].length + 1];
        for (int j = 0; j < found.length; j++) {
            found[j] = fit.coefficients().get((j + 1) % found.length).estimate();
        }
        double[][] rows =
                Arrays.stream(x).map(row -> Arrays.copyOf(row, row.length + 1)).toArray(double[][]::new);
        Arrays.stream(rows).forEach(row -> row[row.length - 1] = 1);
        double gap = new PreciseOptimum(rows, y, Arrays.copyOf(ridge, found.length), found).gap(found);
        assertTrue(gap <= 1e-8 * fit.nullLoss(), fit.solver() + " is " + gap + " off, null loss " + fit.nullLoss());
    }

    @ParameterizedTest
    @CsvSource({"NEWTON", "LBFGS", "GRADIENT_DESCENT"})
    void aFeatureOfAnySizeHasItsCoefficient(Solver solver) {
        for (double factor : new double[] {1e-100, 1e-30, 1e-6, 1e6, 1e30, 1e100}) {
            Fit fit = fit(spec(solver, 0), with(0, factor), NONE, NONE);
            assertTrue(fit.converged(), fit.reason());
            double expected = fit(spec(Solver.NEWTON, 0), DATA.x(), NONE, NONE)
                    .coefficients()
                    .get(1)
                    .estimate();
            assertEquals(expected, fit.coefficients().get(1).estimate() * factor, 2e-3);
        }
    }

    /** On the user's scale the penalty of a tiny feature is huge beside what the data say of it. */
    @ParameterizedTest
    @CsvSource({"NEWTON", "LBFGS", "GRADIENT_DESCENT"})
    void aPenaltyMayBeLargeBesideTheData(Solver solver) {
        for (double factor : new double[] {1e-100, 1e-5, 1e-3, 1e3, 1e100}) {
            for (double lambda : new double[] {1e-6, 0.1, 1e10}) {
                Fit fit = fit(spec(solver, lambda), with(0, factor), NONE, NONE);
                double[] ridge = {lambda, lambda};
                assertOptimal(fit, with(0, factor), NONE, NONE, ridge);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Solver.class,
            names = {"NEWTON", "LBFGS", "GRADIENT_DESCENT"})
    void weightsMayBeTinyHugeOrBoth(Solver solver) {
        Random random = new Random(12);
        double[] mixed = new double[60];
        Arrays.setAll(mixed, i -> Math.pow(10, random.nextInt(7) - 3));
        for (double size : new double[] {1e-100, 1e-12, 1, 1e12, 1e100}) {
            double[] even = new double[60];
            Arrays.fill(even, size);
            double[] wild = Arrays.stream(mixed).map(w -> w * size).toArray();
            assertOptimal(fit(spec(solver, 0), DATA.x(), even, NONE), DATA.x(), even, NONE, new double[2]);
            assertOptimal(
                    fit(spec(solver, 0.01), DATA.x(), wild, NONE), DATA.x(), wild, NONE, new double[] {0.01, 0.01});
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NEWTON, 10",
        "NEWTON, 50",
        "NEWTON, 250",
        "LBFGS, 10",
        "LBFGS, 50",
        "LBFGS, 250",
        "GRADIENT_DESCENT, 10",
        "GRADIENT_DESCENT, 50"
    })
    void offsetsMayBeFarOff(Solver solver, double size) {
        double[] right = new double[60];
        double[] wrong = new double[60];
        double[] same = new double[60];
        for (int i = 0; i < 60; i++) {
            right[i] = DATA.y()[i] == 1 ? size : -size;
            wrong[i] = -right[i];
            same[i] = size;
        }
        double[] none = new double[2];
        assertOptimal(fit(spec(solver, 0), DATA.x(), NONE, right), DATA.x(), NONE, right, none);
        assertOptimal(fit(spec(solver, 0), DATA.x(), NONE, same), DATA.x(), NONE, same, none);
        if (solver != Solver.GRADIENT_DESCENT) {
            assertOptimal(fit(spec(solver, 0), DATA.x(), NONE, wrong), DATA.x(), NONE, wrong, none);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Solver.class,
            names = {"NEWTON", "LBFGS", "GRADIENT_DESCENT"})
    void oneLabelOnlyHasAFitWithoutABias(Solver solver) {
        double[] ones = new double[60];
        Arrays.fill(ones, 1);
        for (double lambda : new double[] {0, 0.1}) {
            Fit fit = spec(solver, lambda).withBias(false).fit(DATA.x(), ones);
            assertTrue(fit.converged());
            double[] found = {
                fit.coefficients().get(0).estimate(), fit.coefficients().get(1).estimate()
            };
            double gap = new PreciseOptimum(DATA.x(), ArrayResponse.of(ones), new double[] {lambda, lambda}, found)
                    .gap(found);
            assertTrue(gap <= 1e-8, solver + " " + gap);
        }
    }

    @Test
    void fewExamplesEndInAWord() {
        LogisticRegression spec = LogisticRegression.create();
        Fit two = spec.fit(new double[][] {{1, 2}, {1, 3}}, new double[] {1, 0});
        assertEquals(Verdict.SEPARATED, two.separation().verdict());
        assertTrue(two.coefficients().get(1).aliased());
        Fit alike = spec.fit(new double[][] {{4}, {4}, {4}}, new double[] {1, 0, 1});
        assertEquals(Math.log(2), alike.coefficients().get(0).estimate(), 1e-12);
        assertTrue(alike.converged() && alike.coefficients().get(1).aliased());
        Fit one = spec.withBias(false).withLambda(1).fit(new double[][] {{2}}, new double[] {1});
        double theta = one.coefficients().get(0).estimate();
        assertEquals(theta, 2 / (1 + Math.exp(2 * theta)), 1e-8);
        Fit none = spec.fit(new double[3][0], new double[] {1, 0, 1});
        assertEquals(Math.log(2), none.coefficients().get(0).estimate(), 1e-12);
    }

    @ParameterizedTest
    @EnumSource(
            value = Solver.class,
            names = {"NEWTON", "LBFGS", "GRADIENT_DESCENT"})
    void moreFeaturesThanExamplesAreSeparatedOrPenalised(Solver solver) {
        RandomData wide = RandomData.of(3, 12, 40, 1);
        Fit fit = spec(solver, 0).fit(wide.x(), wide.y());
        assertEquals(Verdict.SEPARATED, fit.separation().verdict());
        Fit ridge = spec(solver, 0.5).fit(wide.x(), wide.y());
        assertTrue(ridge.converged());
        assertEquals(Verdict.NONE, ridge.separation().verdict());
    }

    @Test
    void constantColumnsAreNamedUnderAStandardisedPenalty() {
        double[][] x = Arrays.stream(DATA.x())
                .map(r -> new double[] {r[0], 0.1, r[1], 0})
                .toArray(double[][]::new);
        for (boolean bias : new boolean[] {true, false}) {
            for (Solver solver : new Solver[] {Solver.NEWTON, Solver.LBFGS}) {
                LogisticRegression spec =
                        spec(solver, 0.1).withStandardize(true).withBias(bias);
                Fit with = fit(spec, x, NONE, NONE);
                Fit without = fit(spec, DATA.x(), NONE, NONE);
                int first = bias ? 1 : 0;
                assertTrue(with.converged());
                assertTrue(with.coefficients().get(first + 1).aliased()
                        && with.coefficients().get(first + 3).aliased());
                assertEquals(without.objective(), with.objective(), 2e-8);
            }
        }
    }

    /** One success in 10,000 trials, as counts. */
    @ParameterizedTest
    @EnumSource(
            value = Solver.class,
            names = {"NEWTON", "LBFGS", "GRADIENT_DESCENT"})
    void rareLabelsAreFittedAsCloselyAsCommonOnes(Solver solver) {
        double[] successes = new double[60];
        double[] trials = new double[60];
        Arrays.setAll(successes, i -> DATA.y()[i] == 1 && i % 5 == 0 ? 1 : 0);
        Arrays.fill(trials, 10_000.0 * Arrays.stream(successes).sum() / 60);
        ArrayResponse y = ArrayResponse.grouped(successes, trials, null);
        for (double lambda : new double[] {0, 1e-6}) {
            Fit fit = spec(solver, lambda).fit(DATA.x(), y, null, Monitor.NONE);
            assertOptimal(fit, DATA.x(), y, new double[] {lambda, lambda});
        }
    }

    /** At the null model only two examples show any curvature, and these are alike: there every column looks constant. */
    @Test
    void offsetsDoNotAliasColumns() {
        double[][] x = Arrays.stream(DATA.x()).map(double[]::clone).toArray(double[][]::new);
        double[] y = DATA.y().clone();
        x[1] = x[0];
        y[0] = 1;
        y[1] = 0;
        double[] offset = new double[60];
        Arrays.setAll(offset, i -> i < 2 ? 0 : y[i] == 1 ? 35 : -35);
        Fit fit = spec(Solver.NEWTON, 0).fit(x, ArrayResponse.of(y, null, offset), null, Monitor.NONE);
        assertTrue(fit.converged(), fit.reason());
        for (int j = 1; j <= 2; j++) {
            assertFalse(fit.coefficients().get(j).aliased(), fit.notes().toString());
        }
    }

    @Test
    void columnsCollinearToOneMillionthAreToldApart() {
        double[][] x = Arrays.stream(DATA.x()).map(double[]::clone).toArray(double[][]::new);
        for (double[] row : x) {
            row[1] = row[0] + 1e-6 * row[1];
        }
        Fit fit = fit(spec(Solver.NEWTON, 0), x, NONE, NONE);
        assertOptimal(fit, x, NONE, NONE, new double[2]);
    }
}
