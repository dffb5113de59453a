package dev.odds.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.odds.RandomData;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Scaling;
import dev.odds.design.Workers;
import dev.odds.optimize.Need;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gradient of Firth's penalised likelihood by five-point differences of its value. */
class FirthObjectiveTest {
    private static final long SEED = 5;
    private static final int D = 6;

    @ParameterizedTest
    @CsvSource({"true,true,false", "true,false,true", "false,true,true", "true,true,true"})
    void theGradientIsThatOfDifferences(boolean bias, boolean sparse, boolean weights) {
        RandomData data = RandomData.of(SEED, 300, D, 0.7);
        Block[] blocks = (sparse ? data.sparse() : data.dense()).toArray(Block[]::new);
        MemoryDesign design = new MemoryDesign(blocks, Scaling.none(D), Workers.of(1));
        ArrayResponse y = ArrayResponse.of(data.y(), weights ? data.weights() : null, weights ? data.offset() : null);
        int[] kept = IntStream.range(0, D + (bias ? 1 : 0)).filter(j -> j != 2).toArray();
        FirthObjective f = new FirthObjective(new Problem(design, y, Penalty.none(D), bias), kept);
        double[] u = new Random(SEED).doubles(f.size(), -0.8, 0.8).toArray();
        u[2] = 0;
        double[] gradient = f.at(u, Need.GRADIENT).gradient();
        double h = 1e-3;
        for (int j : kept) {
            double slope =
                    (8 * (value(f, u, j, h) - value(f, u, j, -h)) - value(f, u, j, 2 * h) + value(f, u, j, -2 * h))
                            / (12 * h);
            assertEquals(slope, gradient[j], 1e-10, "gradient " + j + ", seed " + SEED);
        }
    }

    private static double value(FirthObjective f, double[] u, int j, double h) {
        double[] to = u.clone();
        to[j] += h;
        return f.at(to, Need.VALUE).value();
    }
}
