package dev.odds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.Coefficients;
import dev.odds.design.Roles;
import dev.odds.evaluation.CrossValidation;
import dev.odds.evaluation.Measure;
import dev.odds.inference.Covariances;
import dev.odds.optimize.Monitor;
import dev.odds.optimize.Progress;
import dev.odds.table.Column;
import dev.odds.table.Data;
import dev.odds.table.InputException;
import dev.odds.table.NumericColumn;
import dev.odds.table.ReadMonitor;
import dev.odds.table.ReadOptions;
import dev.odds.table.Table;
import dev.odds.table.TableReader;
import dev.odds.train.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PathFitTest {
    private static final Data DATA =
            TableReader.read(ExampleTable.path("birthwt"), ReadOptions.defaults(), ReadMonitor.NONE);
    private static final Roles ROLES = Roles.target("low");
    private static final LogisticRegression SPEC =
            LogisticRegression.create().withL1Ratio(1).withStandardize(true);
    private static final Grid GRID = new Grid(null, 12, 1e-5, true);
    private static final PathPlan PLAN = PathPlan.standard();

    private static PathFit path(PathPlan plan) {
        return SPEC.path(DATA, ROLES, plan, PathMonitor.NONE);
    }

    private static PathPlan relaxed(PathPlan plan) {
        return new PathPlan(plan.grid(), plan.folds(), plan.seed(), plan.measure(), plan.rule(), true, plan.adaptive());
    }

    private static PathPlan adaptive(PathPlan plan) {
        return new PathPlan(plan.grid(), plan.folds(), plan.seed(), plan.measure(), plan.rule(), plan.relaxed(), true);
    }

    private static double[] estimates(Coefficients of) {
        return IntStream.rangeClosed(0, of.theta().length)
                .mapToDouble(j -> j < of.theta().length ? of.theta()[j] : of.bias()[0])
                .toArray();
    }

    @Test
    void withoutFoldsTheLastPointIsTheModel() {
        PathFit path = path(PLAN);
        int last = path.path().points().size() - 1;
        assertEquals(last, path.chosen());
        assertTrue(path.crossValidation().isEmpty());
        assertEquals(path.path().lambdas()[last], path.lambda());
        assertArrayEquals(
                path.path().points().get(last).optimum().coefficients().theta(),
                path.model().coefficients().theta());
        assertEquals(0, path.path().points().get(0).nonZeros());
        assertEquals(0, path.path().points().get(0).explained(), 1e-9);
    }

    @Test
    void theModelIsThatOfTheMeasureAndTheRule() {
        for (Measure measure : Measure.values()) {
            PathFit least = path(PLAN.withFolds(10, 3).choosing(measure, PathPlan.Rule.MIN));
            PathFit simple = path(PLAN.withFolds(10, 3).choosing(measure, PathPlan.Rule.ONE_STANDARD_ERROR));
            CrossValidation validation = least.crossValidation().orElseThrow();
            assertEquals(validation.of(measure).best(), least.chosen());
            assertEquals(validation.of(measure).oneStandardError(), simple.chosen());
            assertArrayEquals(
                    simple.path().points().get(simple.chosen()).optimum().estimates(),
                    estimates(simple.model().coefficients()));
            assertEquals(10, validation.folds());
            assertEquals(3, validation.seed());
        }
    }

    @Test
    void aFitAtTheChosenLambdaHasTheBitsOfOneThatKnowsNoPath() {
        PathFit path = path(PLAN.withFolds(5, 1));
        Fit fit = path.analyse(Monitor.NONE).fit();
        assertEquals(SPEC.withLambda(path.lambda()).fit(DATA, ROLES).fingerprint(), fit.fingerprint());
        Fit point = path.at(path.chosen());
        assertEquals(fit.lambda(), point.lambda());
        assertEquals(fit.objective(), point.objective(), 2e-8);
        assertTrue(point.converged(), point.reason());
    }

    @Test
    void aRidgePathIsTakenByASolverOfSmoothObjectives() {
        PathFit path = SPEC.withL1Ratio(0)
                .path(
                        DATA,
                        ROLES,
                        new PathPlan(GRID, 0, 0, Measure.DEVIANCE, PathPlan.Rule.MIN, false, false),
                        PathMonitor.NONE);
        assertEquals(GRID.count(), path.path().points().size());
        for (int k = 0; k < GRID.count(); k++) {
            Fit point = path.at(k);
            Fit alone = SPEC.withL1Ratio(0).withLambda(point.lambda()).fit(DATA, ROLES);
            assertEquals(alone.objective(), point.objective(), 2e-8, "lambda " + point.lambda());
            assertEquals(alone.solver(), point.solver());
            assertTrue(point.converged(), point.reason());
        }
    }

    @Test
    void threadsChangeNoBit() {
        PathPlan plan = relaxed(PLAN.withFolds(5, 1));
        PathFit one = SPEC.withThreads(1).path(DATA, ROLES, plan, PathMonitor.NONE);
        PathFit many = SPEC.withThreads(7).path(DATA, ROLES, plan, PathMonitor.NONE);
        assertArrayEquals(
                one.crossValidation().orElseThrow().deviance().mean(),
                many.crossValidation().orElseThrow().deviance().mean());
        assertArrayEquals(
                estimates(one.model().coefficients()), estimates(many.model().coefficients()));
    }

    @Test
    void relaxedIsTheFitOfTheSelectedColumnsWithoutAPenalty() {
        PathFit path = path(relaxed(PLAN));
        assertEquals(0, path.gamma());
        List<String> features = path.data().encoder().features();
        int seen = 0;
        for (LambdaPoint point : path.path().points()) {
            double[] theta = point.optimum().coefficients().theta();
            List<String> selected = IntStream.range(0, theta.length)
                    .filter(j -> theta[j] != 0)
                    .mapToObj(features::get)
                    .toList();
            boolean races =
                    selected.stream().filter(name -> name.startsWith("race")).count() == 2;
            if (!selected.isEmpty() && (races || selected.stream().noneMatch(name -> name.startsWith("race")))) {
                List<String> columns = selected.stream()
                        .map(name -> name.split("=")[0])
                        .distinct()
                        .toList();
                Fit alone = LogisticRegression.create().fit(DATA, ROLES.withOnly(columns));
                assertEquals(alone.loss(), point.relaxed().loss(), 1e-10, "lambda " + point.lambda());
                assertArrayEquals(
                        alone.model().coefficients().bias(),
                        point.relaxed().coefficients().bias(),
                        1e-5);
                seen++;
            }
        }
        assertTrue(seen > 5, "compared at %d lambdas".formatted(seen));
    }

    @Test
    void aMixtureIsTheModel() {
        PathFit path = path(relaxed(PLAN.withFolds(5, 1)));
        LambdaPoint point = path.path().points().get(path.chosen());
        double[] penalised = point.optimum().estimates();
        double[] free = point.relaxed().estimates();
        double[] found = estimates(path.model().coefficients());
        for (int j = 0; j < found.length; j++) {
            assertEquals(path.gamma() * penalised[j] + (1 - path.gamma()) * free[j], found[j], 1e-15);
        }
    }

    @Test
    void separatedLabelsHaveNoRelaxedFitAndItIsSaid() {
        double[] x = IntStream.range(0, 40).asDoubleStream().toArray();
        double[] noise = IntStream.range(0, 40).mapToDouble(i -> i * 7 % 11).toArray();
        double[] y = IntStream.range(0, 40).mapToDouble(i -> i < 17 ? 0 : 1).toArray();
        List<Column> columns =
                List.of(new NumericColumn("x", x), new NumericColumn("noise", noise), new NumericColumn("y", y));
        PathFit path = SPEC.path(
                new Table("separated", 40, columns),
                Roles.target("y"),
                relaxed(PLAN.withFolds(4, 1)),
                PathMonitor.NONE);
        assertNull(path.path().points().get(1).relaxed());
        String notes = path.notes().toString();
        assertTrue(notes.contains("the fit without a penalty has no finite estimates"), notes);
        assertTrue(
                Double.isFinite(path.crossValidation().orElseThrow().deviance().mean()[path.chosen()]));
        assertTrue(path.model().directions().isEmpty());
    }

    @Test
    void adaptiveFactorsAreTheInverseOfAPilotRelativeToItsLargest() {
        PathFit path = path(adaptive(PLAN));
        Map<String, Double> factors = path.spec().shrinkage().factors();
        assertEquals(1, factors.values().stream().min(Double::compare).orElseThrow());
        String note = path.notes().get(0);
        double pilot = Double.parseDouble(note.substring(note.lastIndexOf(' ') + 1));
        Fit ridge = SPEC.withL1Ratio(0).withLambda(pilot).fit(DATA, ROLES);
        double[] sizes = new double[2];
        for (int k = 0; k < 2; k++) {
            String name = List.of("lwt", "smoke").get(k);
            int j = path.data().encoder().features().indexOf(name);
            sizes[k] = Math.abs(ridge.model().coefficients().theta()[j]) * deviation(name);
        }
        assertEquals(sizes[1] / sizes[0], factors.get("lwt") / factors.get("smoke"), 1e-3);
        PathFit again = path.spec().path(DATA, ROLES, PLAN, PathMonitor.NONE);
        assertArrayEquals(path.path().lambdas(), again.path().lambdas());
        assertArrayEquals(
                estimates(again.model().coefficients()), estimates(path.model().coefficients()));
    }

    private static double deviation(String name) {
        double[] column = ExampleTable.read("birthwt").column(name);
        double mean = Arrays.stream(column).average().orElseThrow();
        return Math.sqrt(Arrays.stream(column)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }

    @Test
    void everyFoldIsToldOnce() {
        List<Integer> told = new ArrayList<>();
        AtomicInteger iterations = new AtomicInteger();
        PathMonitor monitor = new PathMonitor() {
            @Override
            public boolean proceed(Progress progress) {
                iterations.incrementAndGet();
                return true;
            }

            @Override
            public synchronized void folded(int done, int folds) {
                told.add(done);
                assertEquals(6, folds);
            }
        };
        SPEC.path(DATA, ROLES, PLAN.withFolds(6, 1), monitor);
        assertEquals(List.of(1, 2, 3, 4, 5, 6), told.stream().sorted().toList());
        assertTrue(iterations.get() > 100);
    }

    @Test
    void whatHasNoPathIsRefused() {
        assertRefused("beside Firth", SPEC.withFirth(true));
        assertRefused("beside covariance", SPEC.withCovariance(Covariances.HC0));
        assertThrows(InputException.class, () -> PLAN.withFolds(1, 0));
        InputException few = assertThrows(InputException.class, () -> path(PLAN.withFolds(190, 0)));
        assertEquals(
                "found 190 folds for 189 examples with a weight; expected at most one fold for each", few.getMessage());
    }

    private static void assertRefused(String why, LogisticRegression spec) {
        InputException refusal =
                assertThrows(InputException.class, () -> spec.path(DATA, ROLES, PLAN, PathMonitor.NONE));
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("\n"));
    }
}
