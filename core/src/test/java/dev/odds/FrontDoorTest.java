package dev.odds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Coefficients;
import dev.odds.inference.Estimate;
import dev.odds.optimize.Certificate;
import dev.odds.optimize.Monitor;
import dev.odds.optimize.Progress;
import dev.odds.table.InputException;
import dev.odds.train.Separation.Verdict;
import dev.odds.train.Solver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The library as its user meets it. */
class FrontDoorTest {
    private static final RandomData DATA = RandomData.of(17, 1_500, 8, 1);
    private static final LogisticRegression SPEC = LogisticRegression.create();

    @Test
    void tenLinesFromArraysToAProbability() {
        double[][] x = {{0.5, 1}, {1.5, 0}, {2.5, 1}, {3.5, 0}, {2, 1}, {3, 0}};
        double[] y = {0, 0, 1, 1, 1, 0};
        Fit fit = LogisticRegression.create().withLambda(0.1).fit(x, y);
        double low = fit.model().probability(new double[] {0.5, 1});
        double high = fit.model().probability(new double[] {3.5, 1});
        assertTrue(low < 0.5 && high > 0.5);
        assertEquals(List.of("x1", "x2", "(bias)"), fit.model().names());
    }

    @Test
    void float32RoundsTheNumbersAndSaysSo() {
        Fit full = SPEC.fit(DATA.x(), DATA.y());
        Fit half = SPEC.withFloat32(true).fit(DATA.x(), DATA.y());
        assertFalse(full.fingerprint().equals(half.fingerprint()), "no number was rounded");
        double[] theta = full.model().coefficients().theta();
        assertArrayEquals(theta, half.model().coefficients().theta(), 1e-5);
        assertTrue(
                half.converged() && half.notes().toString().contains("float32"),
                half.notes().toString());

        double[][] whole = new double[DATA.x().length][];
        Arrays.setAll(
                whole,
                i -> Arrays.stream(DATA.x()[i]).map(v -> Math.rint(8 * v)).toArray());
        assertEquals(
                SPEC.fit(whole, DATA.y()).fingerprint(),
                SPEC.withFloat32(true).fit(whole, DATA.y()).fingerprint(),
                "numbers of 24 bits lose none");
    }

    @ParameterizedTest
    @EnumSource(
            value = Solver.class,
            names = {"NEWTON", "LBFGS"})
    void aWarmStartAtTheOptimumTakesHardlyAStep(Solver solver) {
        LogisticRegression spec = SPEC.withSolver(solver).withLambda(1e-3);
        ArrayResponse y = ArrayResponse.of(DATA.y());
        Fit cold = spec.fit(DATA.x(), y, null, Monitor.NONE);
        Fit warm = spec.fit(DATA.x(), y, cold.model().coefficients(), Monitor.NONE);
        assertTrue(warm.iterations() <= 1 && cold.iterations() > 2, warm.iterations() + " of " + cold.iterations());
        assertEquals(cold.objective(), warm.objective(), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(
            value = Solver.class,
            names = {"NEWTON", "LBFGS", "GRADIENT_DESCENT"})
    void aMonitorSeesEveryIterationAndMayStop(Solver solver) {
        List<Progress> seen = new ArrayList<>();
        ArrayResponse y = ArrayResponse.of(DATA.y());
        Fit fit = SPEC.withSolver(solver).withTolerance(1e-12).fit(DATA.x(), y, null, p -> {
            seen.add(p);
            return seen.size() < 3;
        });
        assertEquals(3, seen.size());
        assertEquals(List.of(1, 2, 3), seen.stream().map(Progress::iteration).toList());
        assertTrue(seen.get(2).value() < seen.get(0).value());
        assertFalse(fit.converged());
        assertEquals("it was cancelled", fit.reason());
        assertEquals(Certificate.Kind.GRADIENT, fit.certificate().kind());
        assertTrue(fit.warnings().get(0).contains("cancelled"), fit.warnings().toString());
    }

    @Test
    void theLimitOfIterationsIsAValueAndASentence() {
        Fit fit = SPEC.withSolver(Solver.GRADIENT_DESCENT).withMaxIterations(2).fit(DATA.x(), DATA.y());
        assertFalse(fit.converged());
        assertEquals(2, fit.iterations());
        assertTrue(
                fit.warnings().toString().contains("limit of iterations"),
                fit.warnings().toString());
    }

    @Test
    void manyThreadsFitAtOnce() {
        Set<String> fingerprints = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 64)
                .parallel()
                .forEach(i -> fingerprints.add(
                        SPEC.withThreads(1 + i % 4).fit(DATA.x(), DATA.y()).fingerprint()));
        assertEquals(1, fingerprints.size());
    }

    @Test
    void moreFeaturesThanExamplesFitWithAPenaltyAndAreSeparatedWithout() {
        RandomData wide = RandomData.of(3, 20, 50, 1);
        Fit ridge = SPEC.withLambda(0.1).fit(wide.x(), wide.y());
        assertTrue(ridge.converged());
        assertEquals(Verdict.NONE, ridge.separation().verdict());
        Fit free = SPEC.fit(wide.x(), wide.y());
        assertEquals(Verdict.SEPARATED, free.separation().verdict());
        assertEquals(0, free.loss(), 1e-300);
        assertTrue(
                free.warnings().get(0).contains("completely separated"),
                free.warnings().toString());
    }

    /** Too wide for a Hessian: Newton-CG, the duality gap, and separation verified along where it went. */
    @Test
    void twentyThousandFeaturesFitWithAPenaltyAndAreSeparatedWithout() {
        RandomData wide = RandomData.of(4, 60, 20_000, 0.2);
        Fit ridge = SPEC.withLambda(1).fit(wide.x(), wide.y());
        assertEquals("newton-cg", ridge.solver());
        assertEquals(Certificate.Kind.DUALITY_GAP, ridge.certificate().kind());
        assertTrue(ridge.converged());
        assertEquals(
                Verdict.SEPARATED, SPEC.fit(wide.x(), wide.y()).separation().verdict());
    }

    @Test
    void oneClassOnlyIsRefused() {
        InputException e = assertThrows(InputException.class, () -> SPEC.fit(DATA.x(), new double[DATA.y().length]));
        assertTrue(e.getMessage().contains("expected examples of both"), e.getMessage());
    }

    @Test
    void noFeatureAtAllIsTheNullModel() {
        Fit fit = SPEC.fit(new double[4][0], new double[] {1, 0, 0, 0});
        assertEquals(Math.log(1 / 3.0), fit.coefficients().get(0).estimate(), 1e-15);
        assertEquals(fit.nullLoss(), fit.loss(), 1e-15);
        assertTrue(fit.converged());
    }

    @Test
    void aConstantFeatureHasNoCoefficientOfItsOwn() {
        double[][] x = new double[DATA.x().length][1];
        for (double[] row : x) {
            row[0] = 3;
        }
        Estimate constant = SPEC.fit(x, DATA.y()).coefficients().get(1);
        assertTrue(constant.aliased());
        Fit standardized = SPEC.withLambda(0.1).withStandardize(true).fit(x, DATA.y());
        assertTrue(
                standardized.notes().toString().contains("constant"),
                standardized.notes().toString());
        assertTrue(standardized.converged());
    }

    @Test
    void badArraysAreRefusedWhereTheyAreBad() {
        double[][] ragged = {{1, 2}, {3}};
        assertSentence("example 2 has 1 features; expected 2", () -> SPEC.fit(ragged, new double[] {0, 1}));
        double[][] infinite = {{1, 2}, {3, Double.POSITIVE_INFINITY}};
        assertSentence("feature 2 of example 2 is Infinity", () -> SPEC.fit(infinite, new double[] {0, 1}));
        double[][] good = {{1}, {2}};
        assertSentence("label 2.0 of example 2: expected 0 or 1", () -> SPEC.fit(good, new double[] {0, 2}));
        assertSentence("found 3 labels for 2 examples", () -> SPEC.fit(good, new double[] {0, 1, 1}));
        assertSentence("lambda is -1.0", () -> SPEC.withLambda(-1));
        assertSentence("tolerance is NaN", () -> SPEC.withTolerance(Double.NaN));
        assertSentence(
                "the start has 2 coefficients",
                () -> SPEC.fit(
                        good, ArrayResponse.of(new double[] {0, 1}), Coefficients.of(new double[2], 0), Monitor.NONE));
    }

    private static void assertSentence(String part, Runnable bad) {
        InputException e = assertThrows(InputException.class, bad::run);
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }

    @Test
    void argumentsAreNotModified() {
        double[][] x = new double[DATA.x().length][];
        for (int i = 0; i < x.length; i++) {
            x[i] = DATA.x()[i].clone();
        }
        double[] y = DATA.y().clone();
        SPEC.fit(x, y);
        assertTrue(Arrays.deepEquals(DATA.x(), x));
        assertArrayEquals(DATA.y(), y);
    }

    @Test
    void theCertificateBoundsTheTrueGap() {
        Fit best = SPEC.withLambda(0.01).withTolerance(1e-15).fit(DATA.x(), DATA.y());
        for (Solver solver : List.of(Solver.NEWTON, Solver.LBFGS, Solver.GRADIENT_DESCENT)) {
            for (double tolerance : new double[] {1e-2, 1e-4, 1e-6}) {
                Fit fit = SPEC.withLambda(0.01)
                        .withSolver(solver)
                        .withTolerance(tolerance)
                        .fit(DATA.x(), DATA.y());
                double gap = (fit.objective() - best.objective()) / fit.nullLoss();
                assertTrue(fit.converged() && gap <= fit.certificate().relativeGap(), solver + " at " + tolerance);
                assertTrue(fit.certificate().relativeGap() <= tolerance);
            }
        }
    }

    @Test
    void aHessianThatFitsNoArrayIsRefused() {
        double[] x = new double[2 * 70_000];
        LogisticRegression newton = SPEC.withSolver(Solver.NEWTON).withLambda(1);
        assertSentence(
                "a Hessian of 70001 variables, expected at most 65535",
                () -> newton.solve(x, 70_000, new double[] {0, 1}));
    }
}
