package dev.odds.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the loops for any number of features, bit for bit, signs of zeros among them. */
class NarrowTest {
    private static final long SEED = 20261124;
    private static final int AT = 3;
    private static final int TO = 2;

    private final Random random = new Random(SEED);

    /** Normal numbers, zeros of both signs, and numbers whose products underflow. */
    private double[] numbers(int length) {
        double[] numbers = new double[length];
        Arrays.setAll(numbers, i -> switch (random.nextInt(8)) {
            case 0 -> 0.0;
            case 1 -> -0.0;
            case 2 -> random.nextGaussian() * 1e-200;
            default -> random.nextGaussian();
        });
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void logitsHaveTheBitsOfSixteenLanes(int d) {
        for (int count : new int[] {0, 1, 2, 7, 64, 256}) {
            double[] x = numbers(AT + count * d);
            double[] theta = numbers(AT + d);
            double[] found = new double[TO + count];
            double[] expected = new double[TO + count];
            Narrow.logits(x, AT, d, count, theta, AT, found, TO);
            for (int i = 0; i < count; i++) {
                expected[TO + i] = Lanes.dot(x, AT + i * d, theta, AT, d);
            }
            assertArrayEquals(expected, found, "seed " + SEED + ", " + count + " x " + d);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void accumulationHasTheBitsOfExampleAfterExample(int d) {
        for (int count : new int[] {0, 1, 2, 7, 64, 256}) {
            double[] x = numbers(AT + count * d);
            double[] r = numbers(AT + count);
            double[] found = numbers(TO + d);
            double[] expected = found.clone();
            Narrow.accumulate(x, AT, d, count, r, AT, found, TO);
            for (int i = 0; i < count; i++) {
                DenseKernel.add(x, AT + i * d, r[AT + i], expected, TO, d);
            }
            assertArrayEquals(expected, found, "seed " + SEED + ", " + count + " x " + d);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void theGramHasTheBitsOfTiles(int d) {
        for (int count : new int[] {0, 1, 2, 7, 64, 256}) {
            double[] x = numbers(count * d);
            double[] w = numbers(count);
            double[] found = numbers(Cholesky.row(d));
            double[] expected = found.clone();
            Narrow.gram(x, d, count, w, found);
            GramTiles.gram(x, d, count, w, expected);
            assertArrayEquals(expected, found, "seed " + SEED + ", " + count + " x " + d);
        }
    }
}
