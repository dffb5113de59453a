package dev.odds.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.Shards;
import dev.odds.optimize.Monitor;
import dev.odds.train.Solver;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However the rows lie in partitions, every bit of a fit is that of one machine. */
class PartitionsTest {
    private static final Sample DENSE = Sample.of(9001, 30);
    private static final Fitting NEWTON = Fitting.newton();

    private static List<String> expected;

    @BeforeAll
    static void fitHere() {
        assertTrue(Shards.of(DENSE.rows(), 30, DENSE.rows() * 30L).count() >= 4, "the test must reduce several shards");
        expected = NEWTON.here(DENSE);
    }

    static Stream<int[]> layouts() {
        return Stream.of(
                DENSE.even(1),
                DENSE.even(2),
                DENSE.even(3),
                DENSE.even(7),
                DENSE.even(64),
                new int[] {0, 0, 5000, 0, 0, 4001, 0},
                new int[] {200, 8551, 250},
                new int[] {1, 1, 1, 8997, 1},
                new int[] {256, 512, 8233});
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void nothingDependsOnThePartitions(int[] sizes) {
        assertEquals(expected, there(NEWTON, DENSE, sizes), () -> Arrays.toString(sizes));
    }

    @Test
    void partitionsOfOneClass() {
        Sample sorted = DENSE.byLabel();
        assertEquals(NEWTON.here(sorted), there(NEWTON, sorted, sorted.even(5)));
    }

    @Test
    void partitionsOfOneRow() {
        Sample tiny = Sample.of(40, 2);
        assertEquals(NEWTON.here(tiny), there(NEWTON, tiny, tiny.even(40)));
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 256, 257, 512})
    void aboutTheSizeOfABlock(int rows) {
        Sample sample = Sample.of(rows, 3);
        assertEquals(NEWTON.here(sample), there(NEWTON, sample, sample.even(3)));
    }

    @Test
    void sparseRows() {
        Sample sparse = Sample.of(9001, 60, 0.2);
        assertEquals(NEWTON.here(sparse), there(NEWTON, sparse, sparse.even(5)));
    }

    @Test
    void weightsAndOffsets() {
        Sample weighted = DENSE.weighted();
        assertEquals(NEWTON.here(weighted), there(NEWTON, weighted, 100, 3000, 5901));
    }

    @Test
    void halfTheMemory() {
        Fitting half = new Fitting(Solver.NEWTON, 0, true, Monitor.NONE);
        assertEquals(half.here(DENSE), there(half, DENSE, 4000, 10, 4991));
    }

    static Stream<Fitting> others() {
        return Stream.of(
                new Fitting(Solver.LBFGS, 0, false, Monitor.NONE),
                new Fitting(Solver.NEWTON_CG, 0, false, Monitor.NONE),
                new Fitting(Solver.AUTO, 1e-2, false, Monitor.NONE));
    }

    @ParameterizedTest
    @MethodSource("others")
    void everySolver(Fitting fitting) {
        assertEquals(fitting.here(DENSE), there(fitting, DENSE, 4000, 0, 5001));
    }

    @Test
    void theOrderOfTheRowsShowsInTheBits() {
        assertNotEquals(expected.get(0), NEWTON.here(DENSE.byLabel()).get(0));
    }

    private static List<String> there(Fitting fitting, Sample sample, int... sizes) {
        return fitting.there(sample.in(Sessions.shared(), sizes), sample.columns());
    }
}
