package dev.odds.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where statistics say that no order of summation matters to the scaling, none does. */
class ColumnStatisticsTest {
    private static final int ROWS = 600;

    @Test
    void whatIsCertainIsTheSameInEveryOrder() {
        Random random = new Random(20261124);
        int certain = 0;
        int trials = 400;
        for (int trial = 0; trial < trials; trial++) {
            double[] column = column(random, trial);
            ColumnStatistics expected = of(column);
            certain += expected.isCertain() ? 1 : 0;
            for (int order = 0; order < 5; order++) {
                shuffle(column, random);
                int cut = 1 + random.nextInt(ROWS - 1);
                ColumnStatistics found = of(expected, Arrays.copyOfRange(column, 0, cut));
                found.merge(of(expected, Arrays.copyOfRange(column, cut, ROWS)));
                if (expected.isCertain()) {
                    assertEquals(expected.center(0), found.center(0), "trial " + trial);
                    assertEquals(expected.exactScale(0), found.exactScale(0), "trial " + trial);
                }
            }
        }
        assertTrue(certain > trials * 8 / 10, certain + " of " + trials + " are certain");
    }

    private static double[] column(Random random, int kind) {
        double[] column = new double[ROWS];
        double shift = Math.scalb(random.nextGaussian(), random.nextInt(40) - 20);
        for (int i = 0; i < ROWS; i++) {
            column[i] = switch (kind % 4) {
                case 0 -> random.nextGaussian() + shift;
                case 1 -> random.nextInt(3) + shift;
                case 2 -> Math.round(100 * random.nextGaussian()) / 10.0;
                default -> Math.exp(5 * random.nextGaussian());
            };
        }
        return column;
    }

    /** A deviation of exactly 1/2 or 1 is where the scale changes: rounding could decide. */
    @Test
    void aBoundaryIsNotCertain() {
        double[] halves = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            halves[i] = i % 2;
        }
        assertFalse(of(halves).isCertain());
        halves[0] = 0.25;
        assertTrue(of(halves).isCertain());
    }

    @Test
    void constantsAreCertain() {
        double[] tenths = new double[ROWS];
        Arrays.fill(tenths, 0.1);
        assertTrue(of(tenths).isCertain());
    }

    private static void shuffle(double[] column, Random random) {
        for (int i = ROWS - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double swapped = column[i];
            column[i] = column[other];
            column[other] = swapped;
        }
    }

    private static ColumnStatistics of(double[] column) {
        ColumnStatistics statistics = new ColumnStatistics(new double[] {column[0]});
        statistics.addDense(column, column.length);
        return statistics;
    }

    /** About the origin of others. */
    private static ColumnStatistics of(ColumnStatistics like, double[] column) {
        ColumnStatistics statistics = like.empty();
        statistics.addDense(column, column.length);
        return statistics;
    }
}
