package dev.odds.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.MemoryDesign;
import dev.odds.design.RandomMixture;
import dev.odds.design.Scaling;
import dev.odds.design.Workers;
import dev.odds.kernel.Cholesky;
import dev.odds.optimize.Need;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bound on M against the largest norm of all examples. */
class ExtentTest {
    private static final int N = 200;

    private static Problem problem(Block block, Random random, double lambda, boolean bias) {
        int d = block.features();
        double[] y = random.doubles(N).map(u -> u < 0.3 ? 1 : 0).toArray();
        double[] units = random.doubles(d, 0.3, 3).toArray();
        MemoryDesign design = new MemoryDesign(new Block[] {block}, Scaling.none(d), Workers.of(1));
        return new Problem(design, ArrayResponse.of(y), new Penalty(lambda, units), bias);
    }

    /** The largest (x~_i^T H^-1 x~_i)^(1/2). */
    private static double norm(Block block, int size, double[] factor) {
        int[] index = new int[size];
        double[] value = new double[size];
        double most = 0;
        for (int i = 0; i < N; i++) {
            double[] x = new double[size];
            int count = block.entries(i, index, value);
            for (int p = 0; p < count; p++) {
                x[index[p]] = value[p];
            }
            if (size > block.features()) {
                x[block.features()] = 1;
            }
            Cholesky.forward(factor, size, x);
            most = Math.max(most, Arrays.stream(x).map(v -> v * v).sum());
        }
        return Math.sqrt(most);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noExampleIsLongerThanTheBound(long seed) {
        Random random = new Random(seed);
        RandomMixture data = RandomMixture.of(random, N, (int) (seed % 4), 1 + (int) (seed % 3));
        double lambda = Math.pow(10, -random.nextInt(6));
        for (Block block : new Block[] {data.mixed(), data.dense(), data.sparse()}) {
            Problem problem = problem(block, random, lambda, seed % 2 == 0);
            int size = problem.size();
            double[] x = random.doubles(size, -1, 1).toArray();
            double[] factor = new LogisticObjective(problem)
                    .at(x, Need.HESSIAN)
                    .hessian()
                    .packed()
                    .clone();
            assertEquals(0, Cholesky.factor(factor, size, 0, new boolean[size]), "seed " + seed);
            int[] kept = new int[size];
            Arrays.setAll(kept, j -> j);
            double[] units = new double[size];
            Arrays.fill(units, 1);
            double bound = ColumnMaxima.of(problem).reach(problem, kept, units).bound(Cholesky.spread(factor, size));
            double norm = norm(block, size, factor);
            assertTrue(norm <= bound, norm + " beyond " + bound + ", seed " + seed);
        }
    }

    @Test
    void levelsWeighAsOneAndThePenaltyBoundsThemTogether() {
        double[] ones = {1, 1, 1, 1, 1};
        double free = Double.POSITIVE_INFINITY;
        double[] spread = {3, 1, 2, 5, 1};
        assertEquals(
                3 + 5 + 1,
                new Extent(ones, new double[] {free, free, free, 0, 0}, new int[] {0, 0, 0, 1, 2}).bound(spread));
        double[] square = {1e2, 1e2, 1e2, 1e2, free};
        double[] wide = {9, 9, 9, 9, 1};
        double together = new Extent(ones, square, new int[] {0, 1, 2, 3, 4}).bound(wide);
        assertEquals(Math.sqrt(4 / 1e-2) + 1, together, 1e-12);
    }
}
