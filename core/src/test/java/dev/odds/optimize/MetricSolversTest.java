package dev.odds.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.kernel.Cholesky;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** L-BFGS and Newton's method by conjugate gradients, on parabolas whose minimum is 0 by construction. */
class MetricSolversTest {
    private static final Goal GOAL = new Goal(1e-12, 1e-12, 500);

    /** Names a solver and runs it. */
    private record Solver(String name, Run run) {
        interface Run {
            Outcome minimise(Objective f, Metrics metrics, Certifier certifier, Goal goal, Monitor monitor, double[] x);
        }

        Outcome minimise(QuadraticObjective f, Metrics metrics, Goal goal, Monitor monitor) {
            Certifier truth = (x, point) -> new Bound(Certificate.Kind.DUALITY_GAP, point.value());
            return run.minimise(f, metrics, truth, goal, monitor, new double[f.size()]);
        }
    }

    private static final List<Solver> SOLVERS = List.of(
            new Solver("lbfgs", (f, m, c, g, o, x) -> new Lbfgs(f, m, c, g, o).minimise(x)),
            new Solver("newton-cg", (f, m, c, g, o, x) -> new NewtonCg(f, m, c, g, o).minimise(x)));

    /** (x - 1)^T A (x - 1) / 2, A = D B^T B D + a ridge, D from 1 to {@code scale}. */
    private static QuadraticObjective parabola(long seed, int n, double scale) {
        Random random = new Random(seed);
        double[][] b = new double[n][n];
        for (double[] row : b) {
            Arrays.setAll(row, j -> random.nextGaussian());
        }
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double d = Math.pow(scale, (double) (i + j) / (2 * n));
                a[i][j] = d * (Vectors.dot(b[i], b[j]) + (i == j ? 1 : 0));
            }
        }
        double[] sums =
                Arrays.stream(a).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        return new QuadraticObjective(a, sums, 1, Arrays.stream(sums).sum() / 2);
    }

    private static double[] diagonal(QuadraticObjective f) {
        return IntStream.range(0, f.size()).mapToDouble(j -> f.a()[j][j]).toArray();
    }

    /** The first k variables against each other. */
    private static Metrics block(QuadraticObjective f, int k) {
        return (x, point) -> {
            int[] first = IntStream.range(0, k).toArray();
            double[] ones = new double[k];
            Arrays.fill(ones, 1);
            return Metric.of(diagonal(f), first, point.hessian().select(first, ones));
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theWholeHessianAsMetricEndsInOneStep(long seed) {
        QuadraticObjective f = parabola(seed, 12, 1);
        for (Solver solver : SOLVERS) {
            Outcome outcome = solver.minimise(f, block(f, 12), GOAL, Monitor.NONE);
            assertEquals(Reason.CONVERGED, outcome.reason(), solver.name + ", seed " + seed);
            assertEquals(1, outcome.iterations(), solver.name + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aPartOfTheHessianIsEnoughWhateverTheScale(long seed) {
        for (double scale : new double[] {1, 1e6}) {
            QuadraticObjective f = parabola(seed, 20, scale);
            Goal goal = new Goal(1e-9 * f.constant(), 0, 500);
            for (Solver solver : SOLVERS) {
                Outcome outcome = solver.minimise(f, block(f, 8), goal, Monitor.NONE);
                String what = solver.name + ", seed " + seed + ", scale " + scale;
                assertEquals(Reason.CONVERGED, outcome.reason(), what);
                assertTrue(outcome.iterations() < 100, what + ": " + outcome.iterations());
            }
        }
    }

    @Test
    void limitsAndMonitorsAreObeyed() {
        QuadraticObjective f = parabola(7, 20, 100);
        for (Solver solver : SOLVERS) {
            Outcome limited = solver.minimise(f, block(f, 1), new Goal(0, 0, 2), Monitor.NONE);
            assertEquals(Reason.ITERATIONS, limited.reason(), solver.name);
            assertEquals(2, limited.iterations(), solver.name);
            AtomicInteger calls = new AtomicInteger();
            Outcome cancelled = solver.minimise(f, block(f, 1), GOAL, progress -> calls.incrementAndGet() < 2);
            assertEquals(Reason.CANCELLED, cancelled.reason(), solver.name);
            assertEquals(2, calls.get(), solver.name);
        }
    }

    /** What the polish before a certificate relies on. */
    @Test
    void aStepInTheCoreTakesAwayItsGradientAndMovesNothingElse() {
        QuadraticObjective f = parabola(8, 20, 100);
        double[] x = new double[20];
        Point point = f.at(x, Need.GRADIENT);
        double[] step = block(f, 5).core(x, point).solve(point.gradient());
        double[] gradient = f.at(Vectors.plus(x, -1, step), Need.GRADIENT).gradient();
        for (int j = 0; j < 20; j++) {
            double size = Math.abs(point.gradient()[j]);
            assertTrue(j >= 5 || Math.abs(gradient[j]) <= 1e-10 * size, "gradient by " + j);
            assertTrue(j < 5 || step[j] == 0, "step of " + j);
        }
    }

    @Test
    void aVariableThatOthersDetermineIsMeasuredByItsDiagonal() {
        double[] packed = {4, 4, 4, 0, 0, 9};
        Metric metric = Metric.of(new double[] {4, 4, 9}, new int[] {0, 1, 2}, new Symmetric(3, packed));
        assertTrue(metric.core().factor()[Cholesky.row(1) + 1] == 0);
        double[] solved = metric.solve(new double[] {8, 8, 9});
        assertEquals(2, solved[0]);
        assertEquals(2, solved[1]);
        assertEquals(1, solved[2]);
    }

    @Test
    void aMetricIsKeptTwiceAsLongEachTimeWhileProgressIsSlowAndForEverWhileItIsFast() {
        Renewal slow = new Renewal();
        int[] due = IntStream.range(0, 30).filter(step -> slow.isDue(1)).toArray();
        assertEquals("[3, 11, 27]", Arrays.toString(due));
        Renewal fast = new Renewal();
        assertEquals(
                0,
                IntStream.range(0, 30)
                        .filter(step -> fast.isDue(Math.pow(0.2, step)))
                        .count());
    }
}
