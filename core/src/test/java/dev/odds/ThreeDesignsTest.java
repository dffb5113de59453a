package dev.odds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayExamples;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.Design;
import dev.odds.design.MemoryDesign;
import dev.odds.design.RandomMixture;
import dev.odds.design.Scaling;
import dev.odds.design.ShardedDesigns;
import dev.odds.design.Shards;
import dev.odds.design.Units;
import dev.odds.design.Workers;
import dev.odds.inference.Covariances;
import dev.odds.inference.Fitted;
import dev.odds.inference.RobustCovariance;
import dev.odds.objective.LossStep;
import dev.odds.objective.LossSum;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Certificate;
import dev.odds.optimize.Monitor;
import dev.odds.optimize.Need;
import dev.odds.train.Settings;
import dev.odds.train.Solution;
import dev.odds.train.Solver;
import dev.odds.train.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One problem through designs in memory, on disk and on a cluster: no solver and no loss knows which, bit for bit. */
class ThreeDesignsTest {
    private static final int N = 70_001;
    private static final int D = 40;
    private static final RandomData DATA = RandomData.of(20261124, N, D, 1);
    private static final ArrayResponse Y = ArrayResponse.of(DATA.y(), DATA.weights(), DATA.offset());

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Solver.class,
            names = {"NEWTON", "LBFGS", "GRADIENT_DESCENT"})
    void fitsAreTheSameWhereverTheBlocksAre(Solver solver) throws IOException {
        Scaling scaling = Scaling.none(D);
        Block[] blocks = DATA.dense().toArray(Block[]::new);
        Design memory = new MemoryDesign(blocks, scaling, Workers.of(2));
        assertTrue(Shards.of(N, D, memory.stored()).count() >= 8, "the test must reduce several shards");
        Design disk = ShardedDesigns.OnDisk.write(folder.resolve("x"), ArrayExamples.of(DATA.x()), scaling);
        Design cluster = ShardedDesigns.OnCluster.of(List.of(blocks), scaling, 7);
        Solution expected = solve(memory, solver);
        assertTrue(expected.converged());
        assertSame(expected, solve(disk, solver));
        assertSame(expected, solve(cluster, solver));
    }

    /** Numbers and levels: serialised blocks give the bits of those in memory. */
    @ParameterizedTest
    @EnumSource(
            value = Solver.class,
            names = {"NEWTON", "LBFGS"})
    void mixedBlocksMayTravel(Solver solver) {
        Random random = new Random(20261125);
        RandomMixture whole = RandomMixture.of(random, N, 4, 5);
        Block[] blocks = whole.blocks();
        Scaling scaling = Scaling.none(whole.layout().features());
        Design memory = new MemoryDesign(blocks, scaling, Workers.of(2));
        Design cluster = ShardedDesigns.OnCluster.of(List.of(blocks), scaling, 8);
        assertTrue(
                Shards.of(N, scaling.features(), memory.stored()).count() >= 8, "the test must reduce several shards");
        assertSame(solve(memory, solver), solve(cluster, solver));
    }

    /** A design without columns is solved by the Hessian of the working set, and proved by the same steps, which travel. */
    @Test
    void anElasticNetIsTheSameWhereverTheBlocksAre() {
        Scaling scaling = Scaling.none(D);
        Block[] blocks = DATA.dense().toArray(Block[]::new);
        Design memory = new MemoryDesign(blocks, scaling, Workers.of(2));
        Design cluster = ShardedDesigns.OnCluster.of(List.of(blocks), scaling, 11);
        assertTrue(cluster.columns(new int[] {0}, Long.MAX_VALUE).isEmpty());
        Solution here = elastic(memory);
        assertTrue(here.converged() && here.certificate().kind() != Certificate.Kind.GRADIENT);
        assertSame(here, elastic(cluster));
    }

    private static Solution elastic(Design design) {
        Penalty penalty = new Penalty(1e-2, 0.9, Penalty.none(design.features()).units());
        Problem problem = new Problem(design, Y, penalty, true);
        return Trainer.solve(problem, new Settings(Solver.AUTO, 1e-9, 0), null, Monitor.NONE);
    }

    /** Robust covariances are sums like any other: their steps travel, and give the bits of those in memory. */
    @Test
    void covariancesAreTheSameWhereverTheBlocksAre() {
        Scaling scaling = Scaling.none(D);
        Block[] blocks = DATA.dense().toArray(Block[]::new);
        Design memory = new MemoryDesign(blocks, scaling, Workers.of(2));
        Design cluster = ShardedDesigns.OnCluster.of(List.of(blocks), scaling, 9);
        Problem problem = new Problem(memory, Y, Penalty.none(D), true);
        Solution solution = Trainer.solve(problem, new Settings(Solver.NEWTON, 1e-9, 0), null, Monitor.NONE);
        int[] groups = IntStream.range(0, N).map(i -> i * 31 % 997).toArray();
        Units units = new Units(false, false, null, groups, 997);
        for (Covariances kind : List.of(Covariances.HC0, Covariances.CLUSTER)) {
            Fitted here = new Fitted(problem, solution);
            Fitted there = new Fitted(new Problem(cluster, Y, Penalty.none(D), true), solution);
            assertArrayEquals(
                    RobustCovariance.of(here, units, kind).covariance().packed(),
                    RobustCovariance.of(there, units, kind).covariance().packed(),
                    kind.word());
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        MemoryDesign design = new MemoryDesign(DATA.dense().toArray(Block[]::new), Scaling.none(D), Workers.of(1));
        Solution expected = solve(design, Solver.NEWTON);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (int threads = 2; threads <= 8; threads++) {
                assertSame(expected, solve(design.on(new Workers(threads, pool)), Solver.NEWTON));
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void severalOutputsShareAReadAndGiveTheBitsOfEachAlone() {
        int outputs = 3;
        double[] x = new Random(3).doubles(outputs * (D + 1), -1, 1).toArray();
        for (List<? extends Block> blocks : List.of(DATA.dense(), DATA.sparse())) {
            Design design = new MemoryDesign(blocks.toArray(Block[]::new), Scaling.none(D), Workers.of(2));
            LossSum together = design.sum(Y, () -> new LossSum(D, true, outputs, Need.GRADIENT), new LossStep(x));
            for (int k = 0; k < outputs; k++) {
                double[] one = Arrays.copyOfRange(x, k * (D + 1), (k + 1) * (D + 1));
                LossSum alone = design.sum(Y, () -> new LossSum(D, true, 1, Need.GRADIENT), new LossStep(one));
                assertEquals(alone.loss(0), together.loss(k));
                assertArrayEquals(alone.gradient(0), together.gradient(k));
            }
        }
    }

    private static Solution solve(Design design, Solver solver) {
        Problem problem = new Problem(
                design, Y, new Penalty(1e-3, Penalty.none(design.features()).units()), true);
        return Trainer.solve(problem, new Settings(solver, 1e-9, 0), null, Monitor.NONE);
    }

    private static void assertSame(Solution expected, Solution found) {
        assertArrayEquals(expected.coefficients().theta(), found.coefficients().theta());
        assertArrayEquals(expected.coefficients().bias(), found.coefficients().bias());
        assertEquals(expected.loss(), found.loss());
        assertEquals(expected.certificate(), found.certificate());
        assertEquals(expected.iterations(), found.iterations());
    }
}
