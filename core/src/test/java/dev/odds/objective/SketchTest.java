package dev.odds.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.RandomData;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.DenseBlock;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Scaling;
import dev.odds.design.Workers;
import dev.odds.kernel.Cholesky;
import dev.odds.optimize.Need;
import dev.odds.optimize.Point;
import dev.odds.optimize.Symmetric;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of all examples a sketch is the Hessian; of some it is near it in every direction. */
class SketchTest {
    private static final int N = 20_000;
    private static final int D = 12;

    private static Problem problem(long seed, int threads) {
        RandomData data = RandomData.of(seed, N, D, 0.8);
        Block[] blocks = IntStream.range(0, (N + Block.SIZE - 1) / Block.SIZE)
                .mapToObj(b -> block(data, b))
                .toArray(Block[]::new);
        MemoryDesign design = new MemoryDesign(blocks, Scaling.none(D), Workers.of(threads));
        double[] units = new double[D];
        Arrays.fill(units, 1);
        ArrayResponse y = ArrayResponse.of(data.y(), data.weights(), data.offset());
        return new Problem(design, y, new Penalty(1e-3, units), true);
    }

    private static Block block(RandomData data, int b) {
        double[][] rows = Arrays.copyOfRange(data.x(), b * Block.SIZE, Math.min(N, (b + 1) * Block.SIZE));
        return new DenseBlock(
                D, Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray(), rows.length);
    }

    private static double[] somewhere(long seed) {
        return new Random(seed).doubles(D + 1, -0.5, 0.5).toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ofAllExamplesItIsTheHessianOfTheChosenVariables(long seed) {
        Problem problem = problem(seed, 1);
        double[] x = somewhere(seed);
        Point point = new LogisticObjective(problem).at(x, Need.HESSIAN);
        int[] some = {1, 4, 5, D};
        Symmetric sketch = new Sketch(problem, some, N).at(x, point.meanResidual());
        double[] diagonal = Curvatures.diagonal(problem, x);
        for (int a = 0; a < some.length; a++) {
            for (int b = 0; b <= a; b++) {
                double truth = point.hessian().get(some[a], some[b]);
                assertEquals(truth, sketch.get(a, b), 1e-12 * (1 + Math.abs(truth)), "seed " + seed);
            }
        }
        for (int j = 0; j <= D; j++) {
            assertEquals(point.hessian().get(j, j), diagonal[j], 1e-12 * (1 + diagonal[j]), "seed " + seed);
        }
    }

    /** The ratio of both squared lengths of random directions, steep ones and flat ones. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ofSomeExamplesItIsNearTheHessianInEveryDirection(long seed) {
        Problem problem = problem(seed, 1);
        double[] x = somewhere(seed);
        Point point = new LogisticObjective(problem).at(x, Need.HESSIAN);
        int[] all = IntStream.rangeClosed(0, D).toArray();
        Symmetric sketch = new Sketch(problem, all, 60 * D).at(x, point.meanResidual());
        double[] factor = point.hessian().packed().clone();
        Cholesky.factor(factor, D + 1, 0, new boolean[D + 1]);
        Random random = new Random(seed);
        for (int trial = 0; trial < 50; trial++) {
            double[] v = random.doubles(D + 1, -1, 1).toArray();
            Cholesky.backward(factor, D + 1, v);
            double ratio = length(sketch, v) / length(point.hessian(), v);
            assertTrue(ratio > 0.5 && ratio < 2, "seed " + seed + ": " + ratio);
        }
    }

    private static double length(Symmetric a, double[] v) {
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < v.length; j++) {
                sum += v[i] * a.get(i, j) * v[j];
            }
        }
        return sum;
    }

    @Test
    void itHasTheSameBitsOnAnyNumberOfThreads() {
        double[] x = somewhere(9);
        int[] all = IntStream.rangeClosed(0, D).toArray();
        double[] one = new Sketch(problem(9, 1), all, 500).at(x, 0.2).packed();
        assertArrayEquals(one, new Sketch(problem(9, 3), all, 500).at(x, 0.2).packed());
    }
}
