package dev.odds.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.RandomData;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.MemoryDesign;
import dev.odds.design.RandomMixture;
import dev.odds.design.Scaling;
import dev.odds.design.Workers;
import dev.odds.optimize.Need;
import dev.odds.optimize.Quadratic;
import dev.odds.optimize.Symmetric;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model by columns is the model by the Hessian, the bias at its minimum. */
class ColumnModelTest {
    private static final long ENOUGH = 1L << 30;
    private static final long SEED = 21;

    private enum Kind {
        DENSE,
        SPARSE,
        MIXED
    }

    private static Block[] blocks(Kind kind, RandomData data) {
        return switch (kind) {
            case DENSE -> data.dense().toArray(Block[]::new);
            case SPARSE -> data.sparse().toArray(Block[]::new);
            case MIXED ->
                RandomMixture.of(new Random(SEED), data.x().length, 4, 3).blocks();
        };
    }

    private static Problem problem(Kind kind, int n, boolean weights, boolean offset, boolean bias, int threads) {
        RandomData data = RandomData.of(SEED, n, 8, kind == Kind.SPARSE ? 0.2 : 0.9);
        Block[] blocks = blocks(kind, data);
        int d = blocks[0].features();
        MemoryDesign design = new MemoryDesign(blocks, Scaling.none(d), Workers.of(threads));
        ArrayResponse y = ArrayResponse.of(data.y(), weights ? data.weights() : null, offset ? data.offset() : null);
        return new Problem(design, y, Penalty.none(d), bias);
    }

    private static ColumnModel model(Problem problem, int[] variables, double[] x) {
        int[] all = IntStream.range(0, problem.design().features()).toArray();
        return ColumnModel.at(problem, problem.design().columns(all, ENOUGH).orElseThrow(), variables, x);
    }

    /** v and the bias beside it, which minimises the model for it. */
    private static double[] whole(Problem problem, int[] variables, double[] v, double[] gradient, Symmetric h) {
        int d = problem.design().features();
        double[] step = new double[problem.size()];
        for (int i = 0; i < v.length; i++) {
            step[variables[i]] = v[i];
        }
        if (problem.bias()) {
            step[d] = -derivative(d, step, gradient, h) / h.get(d, d);
        }
        return step;
    }

    private static double derivative(int j, double[] step, double[] gradient, Symmetric h) {
        double sum = gradient[j];
        for (int i = 0; i < step.length; i++) {
            sum += h.get(j, i) * step[i];
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({
        "DENSE, 700, true, true, true",
        "DENSE, 90, false, false, false",
        "SPARSE, 1500, true, false, true",
        "SPARSE, 300, false, true, false",
        "MIXED, 800, true, true, true",
        "MIXED, 300, false, false, false"
    })
    void derivativesAreThoseOfTheHessian(Kind kind, int n, boolean weights, boolean offset, boolean bias) {
        Problem problem = problem(kind, n, weights, offset, bias, 2);
        Random random = new Random(SEED);
        double[] x = random.doubles(problem.size(), -0.5, 0.5).toArray();
        double[] gradient = random.doubles(problem.size(), -1, 1).toArray();
        int[] variables = {0, 2, 3, 6, 7};
        Symmetric h = new LogisticObjective(problem).at(x, Need.HESSIAN).hessian();
        ColumnModel model = model(problem, variables, x);
        for (int round = 0; round < 2; round++) {
            model.reset(gradient);
            double[] v = new double[variables.length];
            for (int move = 0; move < 40; move++) {
                int i = random.nextInt(v.length);
                double by = random.nextGaussian();
                v[i] += by;
                model.move(i, by);
                check(problem, model, whole(problem, variables, v, gradient, h), gradient, h);
            }
        }
    }

    private static void check(Problem problem, ColumnModel model, double[] step, double[] gradient, Symmetric h) {
        int d = problem.design().features();
        assertEquals(problem.bias() ? step[d] : 0, model.bias(), 1e-12);
        for (int i = 0; i < model.variables().length; i++) {
            int j = model.variables()[i];
            assertEquals(derivative(j, step, gradient, h), model.derivative(i), 1e-12);
            double alone = problem.bias() ? h.get(j, d) * h.get(j, d) / h.get(d, d) : 0;
            assertEquals(h.get(j, j) - alone, model.second(i), 1e-12);
        }
    }

    /** After the way all derivatives of the chosen variables are small against what they were; the others stay where they are. */
    @ParameterizedTest
    @CsvSource({"DENSE, true", "SPARSE, false", "MIXED, true"})
    void theWayLeadsToWhereDerivativesVanish(Kind kind, boolean bias) {
        Problem problem = problem(kind, 900, true, false, bias, 2);
        double[] gradient = new Random(SEED).doubles(problem.size(), -1, 1).toArray();
        ColumnModel model = model(problem, new int[] {0, 2, 3, 5, 6}, new double[problem.size()]);
        model.reset(gradient);
        model.move(1, 0.4);
        int[] some = {0, 2, 4};
        double[] added = {0, 0.01, 0.02};
        double[] right = new double[3];
        for (int a = 0; a < 3; a++) {
            right[a] = -model.derivative(some[a]);
        }
        double before = Arrays.stream(right).map(Math::abs).sum();
        double[] step = model.way(some, right, added).step();
        double left = 0;
        for (int a = 0; a < 3; a++) {
            model.move(some[a], step[a]);
        }
        for (int a = 0; a < 3; a++) {
            left += Math.abs(model.derivative(some[a]) + added[a] * step[a]);
        }
        assertTrue(left < 0.05 * before, left + " is left of " + before);
    }

    @ParameterizedTest
    @CsvSource({"DENSE", "SPARSE", "MIXED"})
    void theBitsDoNotDependOnThreads(Kind kind) {
        double[] one = derivatives(problem(kind, 60_000, true, true, true, 1));
        assertArrayEquals(one, derivatives(problem(kind, 60_000, true, true, true, 2)));
        assertArrayEquals(one, derivatives(problem(kind, 60_000, true, true, true, 5)));
    }

    private static double[] derivatives(Problem problem) {
        Random random = new Random(SEED);
        double[] x = random.doubles(problem.size(), -0.5, 0.5).toArray();
        int[] variables = {1, 2, 4, 5};
        ColumnModel model = model(problem, variables, x);
        model.reset(x);
        IntStream.range(0, 9).forEach(move -> model.move(move % 4, random.nextGaussian()));
        return IntStream.range(0, 4).mapToDouble(model::derivative).toArray();
    }

    /** All is certain to the last bit: no curvature is left, and no bias to move. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void withoutCurvatureNothingMoves(boolean bias) {
        Problem problem = problem(Kind.SPARSE, 300, false, false, bias, 1);
        Problem none = problem.with(new ArrayResponse(new double[300], new double[300], null, 1, 1));
        ColumnModel model = model(none, new int[] {0, 3}, new double[none.size()]);
        double[] gradient = new double[none.size()];
        gradient[3] = 0.5;
        model.reset(gradient);
        model.move(1, 2);
        assertEquals(0.5, model.derivative(1));
        assertEquals(0, model.second(1));
        assertEquals(0, model.bias());
    }

    /** Equations over few and over more variables than examples, and what the model does not see. */
    @ParameterizedTest
    @CsvSource({
        "DENSE, 40, 0.5, true, false",
        "DENSE, 3, 0.5, true, false",
        "SPARSE, 4, 0.1, false, false",
        "SPARSE, 60, 0, true, false",
        "DENSE, 3, 0, false, true",
        "DENSE, 3, 0, true, true"
    })
    void waysAreThoseOfTheHessian(Kind kind, int n, double added, boolean bias, boolean flat) {
        Problem problem = problem(kind, n, false, false, bias, 1);
        double[] x = new double[problem.size()];
        double[] gradient = new Random(SEED).doubles(problem.size(), -1, 1).toArray();
        int[] variables = {0, 2, 3, 5, 6, 7};
        int[] some = {0, 1, 3, 4, 5};
        ColumnModel model = model(problem, variables, x);
        model.reset(gradient);
        double[] right =
                IntStream.of(some).mapToDouble(i -> -model.derivative(i)).toArray();
        double[] more = new double[some.length];
        Arrays.fill(more, added);
        Quadratic.Way way = model.way(some, right.clone(), more);
        assertEquals(flat, way.flat());
        double[] before = right.clone();
        IntStream.range(0, some.length).forEach(a -> model.move(some[a], way.step()[a]));
        for (int a = 0; a < some.length; a++) {
            double derivative = model.derivative(some[a]) + added * way.step()[a];
            assertEquals(flat ? -before[a] : 0, derivative, 1e-12);
        }
    }
}
