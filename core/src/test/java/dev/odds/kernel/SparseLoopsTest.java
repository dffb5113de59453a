package dev.odds.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The SIMD loops over sparse examples give the bits of the scalar ones, at every length of an example. */
class SparseLoopsTest {
    private static final long SEED = 5;
    private static final int FEATURES = 90;

    private final Random random = new Random(SEED);
    private final Loops scalar = Body.SCALAR.loops();
    private final Loops simd = Body.FASTEST.loops();
    private final Workspace space = new Workspace();

    /** Sparse examples: every length from none to all features, few long ones among short ones. */
    private record Rows(int[] starts, int[] index, double[] values) {
        static Rows of(Random random, int count, boolean ones) {
            int[] starts = new int[count + 1];
            int[] index = new int[count * FEATURES];
            for (int i = 0; i < count; i++) {
                int next = starts[i];
                double part = random.nextInt(8) == 0 ? random.nextDouble() : random.nextDouble() / 4;
                for (int j = 0; j < FEATURES; j++) {
                    if (random.nextDouble() < part) {
                        index[next++] = j;
                    }
                }
                starts[i + 1] = next;
            }
            double[] values = ones ? null : random.doubles(starts[count], -2, 2).toArray();
            return new Rows(starts, Arrays.copyOf(index, starts[count]), values);
        }
    }

    @Test
    void logits() {
        for (int trial = 0; trial < 200; trial++) {
            int count = random.nextInt(70);
            Rows x = Rows.of(random, count, trial % 2 == 0);
            int from = random.nextInt(count + 1);
            double[] theta = values(FEATURES + 3);
            double[] expected = new double[count + 2];
            double[] found = new double[count + 2];
            scalar.logits(x.starts, x.index, x.values, from, count, theta, 3, expected, 1, space);
            dirty();
            simd.logits(x.starts, x.index, x.values, from, count, theta, 3, found, 1, space);
            same(expected, found, trial);
        }
    }

    @Test
    void accumulation() {
        for (int trial = 0; trial < 200; trial++) {
            int count = random.nextInt(70);
            Rows x = Rows.of(random, count, trial % 2 == 0);
            int from = random.nextInt(count + 1);
            double[] r = values(count + 2);
            double[] expected = values(FEATURES + 4);
            double[] found = expected.clone();
            scalar.accumulate(x.starts, x.index, x.values, from, count, r, 2, expected, 1, space);
            dirty();
            simd.accumulate(x.starts, x.index, x.values, from, count, r, 2, found, 1, space);
            same(expected, found, trial);
        }
    }

    /** What another loop left in the space must not matter. */
    private void dirty() {
        double[] left = space.of(random.nextInt(3000));
        Arrays.fill(left, Double.NaN);
    }

    private double[] values(int length) {
        double[] x = new double[length];
        for (int k = 0; k < length; k++) {
            x[k] = random.nextInt(6) == 0 ? -0.0 : random.nextGaussian();
        }
        return x;
    }

    private static void same(double[] expected, double[] found, int trial) {
        long[] a =
                Arrays.stream(expected).mapToLong(Double::doubleToRawLongBits).toArray();
        long[] b = Arrays.stream(found).mapToLong(Double::doubleToRawLongBits).toArray();
        assertArrayEquals(a, b, "trial " + trial + " of seed " + SEED);
    }
}
