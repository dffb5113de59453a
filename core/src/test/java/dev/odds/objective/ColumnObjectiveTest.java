package dev.odds.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.odds.RandomData;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Scaling;
import dev.odds.design.Workers;
import dev.odds.kernel.Body;
import dev.odds.optimize.Need;
import dev.odds.optimize.Point;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loss by columns is the loss by examples. */
class ColumnObjectiveTest {
    private static final long SEED = 4;

    private static Problem problem(int n, boolean sparse, boolean weights, boolean offset, boolean bias) {
        RandomData data = RandomData.of(SEED, n, 9, sparse ? 0.2 : 0.9);
        Block[] blocks = (sparse ? data.sparse() : data.dense()).toArray(Block[]::new);
        MemoryDesign design = new MemoryDesign(blocks, Scaling.none(9), Workers.of(1));
        ArrayResponse y = ArrayResponse.of(data.y(), weights ? data.weights() : null, offset ? data.offset() : null);
        return new Problem(design, y, Penalty.none(9), bias);
    }

    private static ColumnObjective columns(Problem problem, Body body) {
        int[] all = IntStream.range(0, 9).toArray();
        return ColumnObjective.of(
                problem, problem.design().columns(all, 1L << 30).orElseThrow(), body);
    }

    @ParameterizedTest
    @CsvSource({
        "1, false, false, false, false", "2, false, false, false, true", "17, true, true, true, true",
        "64, false, true, false, true", "300, true, false, true, false", "1000, false, true, true, true"
    })
    void valueAndGradientAreThoseByExamples(int n, boolean sparse, boolean weights, boolean offset, boolean bias) {
        Problem problem = problem(n, sparse, weights, offset, bias);
        double[] x = new Random(SEED).doubles(problem.size(), -1, 1).toArray();
        x[3] = 0;
        Point expected = new LogisticObjective(problem).at(x, Need.GRADIENT);
        Point found = columns(problem, Body.FASTEST).at(x, Need.GRADIENT);
        assertEquals(expected.value(), found.value(), 1e-13);
        assertArrayEquals(expected.gradient(), found.gradient(), 1e-13);
        assertEquals(expected.meanResidual(), found.meanResidual(), 1e-13);
        assertEquals(
                found.value(), columns(problem, Body.FASTEST).at(x, Need.VALUE).value());
        Point scalar = columns(problem, Body.SCALAR).at(x, Need.GRADIENT);
        assertEquals(scalar.value(), found.value());
        assertArrayEquals(scalar.gradient(), found.gradient());
    }

    @ParameterizedTest
    @CsvSource({"40, false", "40, true"})
    void aPartIsTheWholeWithTheOthersAtZero(int n, boolean sparse) {
        Problem problem = problem(n, sparse, true, true, true);
        int[] some = {1, 4, 5, 8};
        double[] part = new Random(SEED).doubles(5, -1, 1).toArray();
        double[] whole = new double[10];
        IntStream.range(0, 4).forEach(i -> whole[some[i]] = part[i]);
        whole[9] = part[4];
        ColumnObjective all = columns(problem, Body.FASTEST);
        Point expected = all.at(whole, Need.GRADIENT);
        Point found = all.over(some).at(part, Need.GRADIENT);
        assertEquals(expected.value(), found.value());
        for (int i = 0; i < 4; i++) {
            assertEquals(expected.gradient()[some[i]], found.gradient()[i]);
        }
        assertEquals(expected.gradient()[9], found.gradient()[4]);
    }
}
