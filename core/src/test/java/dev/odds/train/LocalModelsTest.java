package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.RandomData;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.Design;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Scaling;
import dev.odds.design.ShardedDesigns;
import dev.odds.design.Workers;
import dev.odds.objective.ColumnModel;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.GramModel;
import dev.odds.optimize.Monitor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Wide working sets are modelled by columns where there are any, and both ways end in one minimum. */
class LocalModelsTest {
    private static final int WIDE = 1_500;
    private static final RandomData DATA = RandomData.of(31, 2_000, WIDE, 0.02);
    private static final ArrayResponse Y = ArrayResponse.of(DATA.y(), DATA.weights(), DATA.offset());

    private static MemoryDesign inMemory(int threads) {
        return new MemoryDesign(DATA.sparse().toArray(Block[]::new), Scaling.none(WIDE), Workers.of(threads));
    }

    private static Problem problem(Design design) {
        double[] ones = Penalty.none(WIDE).units();
        return new Problem(design, Y, new Penalty(1e-4, 0.9, ones), true);
    }

    private static Solution solve(Problem problem) {
        return Trainer.solve(problem, new Settings(Solver.AUTO, 1e-9, 0), null, Monitor.NONE);
    }

    @Test
    void wideWorkingSetsAreModelledByColumns() {
        LocalModels models = LocalModels.of(problem(inMemory(2)));
        double[] x = new double[WIDE + 1];
        assertInstanceOf(
                ColumnModel.class, models.at(x, IntStream.range(0, WIDE).toArray()));
        assertInstanceOf(GramModel.class, models.at(x, new int[] {3, 5, 8}));
    }

    /** The cluster has no columns. */
    @Test
    void bothWaysEndInOneMinimum() {
        Problem columns = problem(inMemory(2));
        Problem hessian = problem(ShardedDesigns.OnCluster.of(DATA.sparse(), Scaling.none(WIDE), 32));
        assertInstanceOf(
                GramModel.class,
                LocalModels.of(hessian)
                        .at(new double[WIDE + 1], IntStream.range(0, WIDE).toArray()));
        Solution one = solve(columns);
        Solution other = solve(hessian);
        assertTrue(one.converged() && other.converged());
        assertEquals(other.value(), one.value(), 1e-9 * other.nullLoss());
    }

    @Test
    void theBitsDoNotDependOnThreads() {
        double[] one = solve(problem(inMemory(1))).coefficients().theta();
        assertTrue(IntStream.range(0, WIDE).filter(j -> one[j] != 0).count() > 400, "the model is wide");
        assertArrayEquals(one, solve(problem(inMemory(3))).coefficients().theta());
    }
}
