package dev.odds.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RisingOrderTest {

    @Test
    void agreesWithSortingByComparison() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            double[] value = random.doubles(random.nextInt(3000))
                    .map(v -> random.nextInt(4) == 0
                            ? Math.rint(8 * v) / 8
                            : (v - 0.5) * Math.scalb(1, -random.nextInt(1100)))
                    .map(v -> v + 0.0)
                    .toArray();
            int[] expected = IntStream.range(0, value.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> value[i]))
                    .mapToInt(i -> i)
                    .toArray();
            assertArrayEquals(expected, RisingOrder.of(value), "seed " + seed);
        }
    }

    @Test
    void endsOfTheRangeAndBothZeros() {
        double[] value = {
            1, Math.nextDown(1.0), Double.MIN_VALUE, 0.0, -0.0, Double.MIN_NORMAL, -1, -Double.MIN_VALUE, -1e300
        };
        assertArrayEquals(new int[] {8, 6, 7, 3, 4, 2, 5, 1, 0}, RisingOrder.of(value));
        assertArrayEquals(new int[0], RisingOrder.of(new double[0]));
    }
}
