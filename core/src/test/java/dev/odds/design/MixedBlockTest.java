package dev.odds.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.kernel.Cholesky;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mixed, dense and sparse blocks of the same examples give the same sums but for rounding. */
class MixedBlockTest {
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @CsvSource({
        "1,   1, 0, 1",
        "2,   5, 1, 0",
        "3,  64, 2, 3",
        "4, 256, 0, 4",
        "5, 256, 20, 2",
        "6, 255, 3, 1",
        "7, 9, 17, 6",
        "8, 100, 4, 0"
    })
    void logitsGradientAndGramAreThoseOfTheRowsWrittenOut(long seed, int n, int numbers, int terms) {
        Random random = new Random(seed);
        RandomMixture data = RandomMixture.of(random, n, numbers, terms);
        int outputs = 1 + (int) (seed % 3);
        int from = random.nextInt(n);
        int to = from + 1 + random.nextInt(n - from);
        double[] expected = sums(data.dense(), new Random(seed), outputs, from, to);
        for (Block block : List.of(data.mixed(), data.sparse())) {
            String where = "seed " + seed + ", " + block.getClass().getSimpleName();
            assertArrayEquals(expected, sums(block, new Random(seed), outputs, from, to), ROUNDING, where);
        }
    }

    /** Logits and gradient of examples [from, to) and the Gram of all, each added to random numbers. */
    private static double[] sums(Block block, Random random, int outputs, int from, int to) {
        int d = block.features();
        int stride = d + 2;
        double[] z = new double[outputs * (to - from)];
        double[] theta = random.doubles((long) outputs * stride, -1, 1).toArray();
        block.logits(from, to, theta, stride, outputs, z);
        double[] r = random.doubles(z.length, -1, 1).toArray();
        double[] into = random.doubles(3 + (long) outputs * stride, -1, 1).toArray();
        block.accumulate(from, to, r, outputs, into, 3, stride);
        double[] packed = random.doubles(Cholesky.row(d), -1, 1).toArray();
        block.gram(weights(random, block.examples()), packed);
        return Stream.of(z, into, packed).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] weights(Random random, int n) {
        return random.doubles(n, -1, 3).map(w -> Math.max(0, w)).toArray();
    }

    @ParameterizedTest
    @CsvSource({"11, 0, 3", "12, 3, 0", "13, 2, 2", "14, 6, 4", "15, 1, 1"})
    void theGramOfAnActiveSetHasTheBitsOfTheWhole(long seed, int numbers, int terms) {
        Random random = new Random(seed);
        RandomMixture data = RandomMixture.of(random, 256, numbers, terms);
        int d = data.layout().features();
        double[] w = weights(random, 256);
        for (double share : new double[] {0, 0.3, 0.8, 1}) {
            int[] active = IntStream.range(0, d)
                    .filter(j -> random.nextDouble() < share)
                    .toArray();
            for (Block block : List.of(data.mixed(), data.sparse(), data.dense(), narrowed(data.dense()))) {
                double[] whole = new double[Cholesky.row(d)];
                block.gram(w, whole);
                double[] found = new double[Cholesky.row(active.length)];
                block.gram(w, active, found);
                for (int j = 0; j < active.length; j++) {
                    for (int k = 0; k <= j; k++) {
                        String where = "seed %d, %s, %d, %d".formatted(seed, block.getClass(), j, k);
                        assertEquals(whole[Cholesky.row(active[j]) + active[k]], found[Cholesky.row(j) + k], where);
                    }
                }
            }
        }
    }

    private static FloatBlock narrowed(DenseBlock block) {
        float[] values = new float[block.values().length];
        for (int p = 0; p < values.length; p++) {
            values[p] = (float) block.values()[p];
        }
        return new FloatBlock(block.features(), values, block.examples());
    }

    @ParameterizedTest
    @CsvSource({"21, 0, 3", "22, 3, 0", "23, 2, 2", "24, 6, 4"})
    void entriesComeInTheOrderOfFeaturesAndWithoutMissingLevels(long seed, int numbers, int terms) {
        RandomMixture data = RandomMixture.of(new Random(seed), 50, numbers, terms);
        int d = data.layout().features();
        int[] index = new int[d];
        double[] value = new double[d];
        for (int i = 0; i < 50; i++) {
            int count = data.mixed().entries(i, index, value);
            assertTrue(count <= data.mixed().stored(i, i + 1), "seed " + seed);
            double[] row = new double[d];
            for (int p = 0; p < count; p++) {
                assertTrue(p == 0 || index[p] > index[p - 1], "seed " + seed);
                row[index[p]] = value[p];
            }
            assertArrayEquals(data.x()[i], row, "seed " + seed);
        }
    }

    @Test
    void levelsAreStoredAsCodesOnlyWhereTheScalingLeavesThemAlone() {
        MixedLayout layout = new MixedLayout(4, new int[] {1}, new int[] {0, 2});
        assertTrue(layout.suits(new Scaling(new double[] {0, 3, 0, 0}, new double[] {1, 2, 1, 1})));
        assertFalse(layout.suits(new Scaling(new double[] {0, 0, 0, 1}, new double[] {1, 1, 1, 1})));
        assertFalse(layout.suits(new Scaling(new double[4], new double[] {2, 1, 1, 1})));
    }
}
