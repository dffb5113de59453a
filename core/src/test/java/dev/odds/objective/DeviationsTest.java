package dev.odds.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.odds.Precise;
import dev.odds.RandomData;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.DenseBlock;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Scaling;
import dev.odds.design.Workers;
import dev.odds.optimize.SelfConcordance;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Weighted deviations against exact ones, and the largest values, of dense and sparse columns. */
class DeviationsTest {
    private static final long SEED = 90;
    private static final int N = 600;
    private static final int D = 6;

    private static Problem problem(List<? extends Block> blocks, ArrayResponse y) {
        MemoryDesign design = new MemoryDesign(blocks.toArray(Block[]::new), Scaling.none(D), Workers.of(2));
        return new Problem(design, y, Penalty.none(D), true);
    }

    private static double exact(double[][] x, int j, double[] weights) {
        BigDecimal weight = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (int i = 0; i < N; i++) {
            BigDecimal w = new BigDecimal(weights[i]);
            BigDecimal value = new BigDecimal(x[i][j]);
            weight = weight.add(w);
            sum = sum.add(w.multiply(value));
            squares = squares.add(w.multiply(value).multiply(value));
        }
        BigDecimal mean = sum.divide(weight, Precise.DIGITS);
        BigDecimal variance = squares.divide(weight, Precise.DIGITS).subtract(mean.multiply(mean));
        return variance.max(BigDecimal.ZERO).sqrt(Precise.DIGITS).doubleValue();
    }

    /** A plain column, one far from zero, one with an outlier, one of every size, one nearly constant, one all zero. */
    private static RandomData data() {
        Random random = new Random(SEED);
        RandomData data = RandomData.of(SEED, N, D, 0.5);
        for (int i = 0; i < N; i++) {
            data.x()[i][1] += 1e7;
            data.x()[i][2] = i == 9 ? 1e12 : data.x()[i][2];
            data.x()[i][3] *= Math.pow(10, random.nextInt(12) - 6);
            data.x()[i][4] = 5 + Math.scalb(1.0, -40) * (i % 7);
            data.x()[i][5] = 0;
        }
        return data;
    }

    @Test
    void nothingCancels() {
        RandomData data = data();
        double[] wild =
                new Random(SEED).doubles(N, -6, 6).map(e -> Math.pow(10, e)).toArray();
        for (double[] weights : new double[][] {data.weights(), wild}) {
            ArrayResponse y = ArrayResponse.of(data.y(), weights, null);
            double[] dense = Deviations.of(problem(data.dense(), y));
            double[] sparse = Deviations.of(problem(data.sparse(), y));
            for (int j = 0; j < D; j++) {
                double expected = exact(data.x(), j, weights);
                assertEquals(expected, dense[j], 1e-10 * expected, "dense " + j + ", seed " + SEED);
                assertEquals(expected, sparse[j], 1e-10 * expected, "sparse " + j + ", seed " + SEED);
            }
        }
    }

    @Test
    void aConstantColumnHasNone() {
        for (double constant : new double[] {0.1, 1.0 / 3, 1e9 / 7, -1e-9}) {
            double[] values = new double[N * D];
            Arrays.fill(values, constant);
            double[] weights = new Random(SEED).doubles(N, 0, 3).toArray();
            ArrayResponse y = ArrayResponse.of(new double[N], weights, null);
            DenseBlock first = new DenseBlock(D, Arrays.copyOf(values, 256 * D), 256);
            List<DenseBlock> blocks = List.of(first, first, new DenseBlock(D, Arrays.copyOf(values, 88 * D), 88));
            double[] none = Deviations.of(problem(blocks, y));
            assertEquals(0, Arrays.stream(none).max().getAsDouble(), "constant " + constant);
        }
    }

    @Test
    void theLargestValuesAreThoseOfExamplesThatHaveWeight() {
        RandomData data = data();
        data.weights()[9] = 0;
        ArrayResponse y = ArrayResponse.of(data.y(), data.weights(), null);
        double[] expected = new double[D];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < D; j++) {
                expected[j] = data.weights()[i] == 0 ? expected[j] : Math.max(expected[j], Math.abs(data.x()[i][j]));
            }
        }
        for (List<? extends Block> blocks : List.of(data.dense(), data.sparse())) {
            ColumnMaxima maxima = ColumnMaxima.of(problem(blocks, y));
            for (int j = 0; j < D; j++) {
                assertEquals(expected[j], maxima.values()[j]);
            }
            SelfConcordance.Reach reach = maxima.reach(problem(blocks, y), new int[] {1, D}, new double[] {0.5, 1});
            assertEquals(2 * 0.5 * expected[1] + 3, reach.bound(new double[] {2, 3}));
        }
    }
}
