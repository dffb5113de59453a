package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.DenseBlock;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Scaling;
import dev.odds.design.Workers;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Box;
import dev.odds.optimize.Monitor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Problems of more features than examples have the minima that they have by their Hessian: the same problem with examples of no weight,
 * enough of them that it is not wide.
 */
class WideTest {
    private static final double TOLERANCE = 1e-9;
    private static final Settings SETTINGS = new Settings(Solver.AUTO, TOLERANCE, 0);

    private enum Kind {
        PLAIN,
        WEIGHTS,
        OFFSET,
        NO_BIAS,
        FACTORS,
        FREE,
        BOUNDS,
        ZEROS,
        TWINS
    }

    /** Examples of d numbers, a response and a penalty; {@code more} examples without weight follow. */
    private static Problem problem(
            Kind kind, long seed, int n, int d, double l1Ratio, double lambda, int more, int threads) {
        Random random = new Random(seed);
        double[] x = new double[(n + more) * d];
        double[] y = new double[n + more];
        double[] weights = new double[n + more];
        double[] offset = new double[n + more];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                boolean zero = kind == Kind.ZEROS && random.nextInt(5) > 0;
                x[i * d + j] = zero ? 0 : random.nextGaussian();
            }
            x[i * d + d - 1] = kind == Kind.TWINS ? x[i * d] : x[i * d + d - 1];
            double z = x[i * d] - x[i * d + d / 2];
            y[i] = i < 2 ? i : random.nextDouble() < 1 / (1 + StrictMath.exp(-z)) ? 1 : 0;
            weights[i] = kind == Kind.WEIGHTS ? 1 + random.nextInt(3) : 1;
            offset[i] = kind == Kind.OFFSET ? random.nextGaussian() : 0;
        }
        Block[] blocks = new Block[(n + more + Block.SIZE - 1) / Block.SIZE];
        for (int b = 0; b < blocks.length; b++) {
            int first = b * Block.SIZE;
            int count = Math.min(Block.SIZE, n + more - first);
            blocks[b] = new DenseBlock(d, Arrays.copyOfRange(x, first * d, (first + count) * d), count);
        }
        MemoryDesign design = new MemoryDesign(blocks, Scaling.none(d), Workers.of(threads));
        ArrayResponse response = ArrayResponse.of(y, weights, kind == Kind.OFFSET ? offset : null);
        return new Problem(design, response, penalty(kind, random, d, l1Ratio, lambda), kind != Kind.NO_BIAS);
    }

    private static Penalty penalty(Kind kind, Random random, int d, double l1Ratio, double lambda) {
        double[] units = new double[d];
        double[] factors = new double[d];
        double[] lower = new double[d];
        double[] upper = new double[d];
        for (int j = 0; j < d; j++) {
            units[j] = 1;
            factors[j] = kind == Kind.FACTORS ? 0.5 + random.nextDouble() : kind == Kind.FREE && j == 1 ? 0 : 1;
            lower[j] = random.nextBoolean() ? 0 : -0.1;
            upper[j] = random.nextBoolean() ? 0.2 : Double.POSITIVE_INFINITY;
        }
        Box box = kind == Kind.BOUNDS ? new Box(lower, upper) : null;
        return new Penalty(lambda, l1Ratio, units, factors, box, false);
    }

    private static void checkSame(Solution wide, Solution tall, String message) {
        assertTrue(wide.converged(), message);
        double nullLoss = tall.nullLoss();
        assertEquals(tall.value(), wide.value(), 2 * TOLERANCE * nullLoss, message);
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, 1", "PLAIN, 0.5", "PLAIN, 0.001", "WEIGHTS, 1", "WEIGHTS, 0.5", "OFFSET, 1", "OFFSET, 0.05",
        "NO_BIAS, 1", "NO_BIAS, 0.5", "FACTORS, 1", "FACTORS, 0.5", "FREE, 1", "FREE, 0.5", "BOUNDS, 1",
        "BOUNDS, 0.5", "ZEROS, 1", "ZEROS, 0.5", "TWINS, 1", "TWINS, 0.5"
    })
    void minimaAreThoseByTheHessian(Kind kind, double l1Ratio) {
        int first = kind == Kind.FREE ? 3 : 1; // a free feature separates two examples or three
        for (long seed = first; seed <= 6; seed++) {
            int n = seed == 1 ? 2 : seed == 2 ? 3 : 10 + (int) seed * 5;
            int d = 2 * n + (int) seed;
            double lambda = new double[] {0.3, 0.1, 0.03, 0.01, 0.003, 0.001}[(int) seed - 1];
            Problem wide = problem(kind, seed, n, d, l1Ratio, lambda, 0, 1);
            Problem tall = problem(kind, seed, n, d, l1Ratio, lambda, n, 1);
            assertTrue(Wide.columns(wide).isPresent());
            assertFalse(Wide.columns(tall).isPresent());
            checkSame(
                    Trainer.solve(wide, SETTINGS, null, Monitor.NONE),
                    Trainer.solve(tall, SETTINGS, null, Monitor.NONE),
                    "%s, l1Ratio %s, seed %d".formatted(kind, l1Ratio, seed));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5})
    void everyPointOfAPathIsAMinimum(double l1Ratio) {
        long seed = 7;
        Problem wide = problem(Kind.PLAIN, seed, 40, 300, l1Ratio, 0, 0, 1);
        Problem tall = problem(Kind.PLAIN, seed, 40, 300, l1Ratio, 0, 200, 1);
        List<PathPoint> path = PathSolver.solve(wide, new Grid(null, 30, 1e-3, true), SETTINGS, Monitor.NONE);
        assertEquals(30, path.size());
        double[] lambdas = path.stream().mapToDouble(PathPoint::lambda).toArray();
        List<PathPoint> other = PathSolver.solve(tall, Grid.of(lambdas), SETTINGS, Monitor.NONE);
        assertEquals(0, path.get(0).nonZeros());
        assertTrue(path.get(29).nonZeros() > 20);
        for (int k = 0; k < 30; k++) {
            checkSame(path.get(k).solution(), other.get(k).solution(), "point %d, seed %d".formatted(k, seed));
        }
    }

    @Test
    void theBitsDoNotDependOnThreads() {
        double[] one = last(1);
        assertArrayEquals(one, last(2));
        assertArrayEquals(one, last(5));
    }

    private static double[] last(int threads) {
        Problem problem = problem(Kind.WEIGHTS, 5, 300, 900, 0.5, 0, 0, threads);
        List<PathPoint> path = PathSolver.solve(problem, new Grid(null, 10, 1e-2, true), SETTINGS, Monitor.NONE);
        return path.get(path.size() - 1).solution().coefficients().theta();
    }

    @Test
    void aMonitorMayStop() {
        Problem problem = problem(Kind.PLAIN, 3, 30, 200, 0.5, 0.001, 0, 1);
        int[] steps = new int[1];
        Solution solution = Trainer.solve(problem, SETTINGS, null, progress -> {
            assertEquals(++steps[0], progress.iteration());
            return steps[0] < 2;
        });
        assertEquals(2, solution.iterations());
        assertFalse(solution.converged());
    }

    @Test
    void aStartAtTheMinimumIsKept() {
        Problem problem = problem(Kind.PLAIN, 3, 30, 200, 0.5, 0.01, 0, 1);
        Solution solution = Trainer.solve(problem, SETTINGS, null, Monitor.NONE);
        Solution again = Trainer.solve(problem, SETTINGS, solution.coefficients(), Monitor.NONE);
        assertTrue(again.iterations() <= 1, () -> "%d iterations".formatted(again.iterations()));
        assertTrue(Arrays.equals(
                        again.coefficients().theta(), solution.coefficients().theta())
                || again.value() <= solution.value() + TOLERANCE);
    }
}
