package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.RandomData;
import dev.odds.design.ArrayExamples;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.DenseBlock;
import dev.odds.design.DesignBuilder;
import dev.odds.design.FloatBlock;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Scaling;
import dev.odds.design.SparseBlock;
import dev.odds.design.Workers;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Monitor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way from a problem to a solution over every storage. */
class StorageTest {
    private static final int N = 1_300;
    private static final int D = 21;
    private static final RandomData DATA = RandomData.of(77, N, D, 0.3);
    private static final ArrayResponse Y = ArrayResponse.of(DATA.y(), DATA.weights(), DATA.offset());

    private static Solution solve(List<? extends Block> blocks, Solver solver, double lambda) {
        MemoryDesign design = new MemoryDesign(blocks.toArray(Block[]::new), Scaling.none(D), Workers.of(2));
        Problem problem =
                new Problem(design, Y, new Penalty(lambda, Penalty.none(D).units()), true);
        return Trainer.solve(problem, new Settings(solver, 1e-11, 0), null, Monitor.NONE);
    }

    private static FloatBlock narrowed(DenseBlock block) {
        float[] values = new float[block.values().length];
        for (int v = 0; v < values.length; v++) {
            values[v] = (float) block.values()[v];
        }
        return new FloatBlock(D, values, block.examples());
    }

    private static DenseBlock rounded(DenseBlock block) {
        double[] values = block.values().clone();
        for (int v = 0; v < values.length; v++) {
            values[v] = (float) values[v];
        }
        return new DenseBlock(D, values, block.examples());
    }

    private static void assertSameBits(Solution expected, Solution found) {
        assertArrayEquals(expected.coefficients().theta(), found.coefficients().theta());
        assertArrayEquals(expected.coefficients().bias(), found.coefficients().bias());
        assertEquals(expected.value(), found.value());
        assertEquals(expected.certificate(), found.certificate());
        assertArrayEquals(expected.factor(), found.factor());
    }

    @ParameterizedTest
    @CsvSource({"NEWTON, 0", "NEWTON, 0.01", "LBFGS, 0", "LBFGS, 0.01", "GRADIENT_DESCENT, 0.01"})
    void floatsGiveTheBitsOfTheirValuesInDouble(Solver solver, double lambda) {
        Solution wide = solve(DATA.dense().stream().map(StorageTest::rounded).toList(), solver, lambda);
        assertTrue(wide.converged());
        assertSameBits(
                wide, solve(DATA.dense().stream().map(StorageTest::narrowed).toList(), solver, lambda));
    }

    @ParameterizedTest
    @CsvSource({"NEWTON, 0", "NEWTON, 0.01", "LBFGS, 0", "LBFGS, 0.01", "GRADIENT_DESCENT, 0.01"})
    void sparseAndDenseEndInOneOptimum(Solver solver, double lambda) {
        Solution dense = solve(DATA.dense(), Solver.NEWTON, lambda);
        Solution sparse = solve(DATA.sparse(), solver, lambda);
        assertTrue(sparse.converged());
        assertEquals(dense.value(), sparse.value(), 2e-11);
        assertArrayEquals(dense.coefficients().theta(), sparse.coefficients().theta(), 1e-4);
        assertArrayEquals(dense.kept(), sparse.kept());
    }

    @ParameterizedTest
    @CsvSource({"NEWTON", "LBFGS"})
    void onesThatAreNotStoredGiveTheBitsOfThoseThatAre(Solver solver) {
        List<SparseBlock> implied = DATA.sparse().stream()
                .map(b -> new SparseBlock(D, b.starts(), b.indices(), null))
                .toList();
        List<SparseBlock> stored = implied.stream()
                .map(b -> new SparseBlock(D, b.starts(), b.indices(), ones(b.indices().length)))
                .toList();
        assertSameBits(solve(stored, solver, 0.01), solve(implied, solver, 0.01));
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Rounding to floats after centring loses a part in 10^7 of a deviation, whatever the mean. */
    @Test
    void floatsOfACentredColumnHardlyMoveTheFit() {
        double[][] x = new double[N][];
        for (int i = 0; i < N; i++) {
            x[i] = DATA.x()[i].clone();
            x[i][0] = 1e6 + DATA.x()[i][0];
        }
        Solution[] solutions = new Solution[2];
        Scaling[] scalings = new Scaling[2];
        for (int k = 0; k < 2; k++) {
            MemoryDesign design = new DesignBuilder(true, k == 1, Workers.of(2)).build(ArrayExamples.of(x));
            Problem problem = new Problem(design, Y, Penalty.none(D), true);
            solutions[k] = Trainer.solve(problem, Settings.standard(), null, Monitor.NONE);
            scalings[k] = design.scaling();
            assertTrue(solutions[k].converged());
        }
        double[] wide = scalings[0].toUser(solutions[0].coefficients()).theta();
        double[] narrow = scalings[1].toUser(solutions[1].coefficients()).theta();
        assertArrayEquals(wide, narrow, 1e-6);
    }
}
