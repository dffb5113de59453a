package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndependentRowsTest {
    private static final int D = 9;

    private static IndependentRows none(int most) {
        int[] grain = new int[D];
        double[] largest = new double[D];
        for (int j = 0; j < D; j++) {
            grain[j] = -4;
            largest[j] = 1000;
        }
        int[] columns = IntStream.rangeClosed(0, D).toArray();
        return new IndependentRows(Lattice.of(grain, largest), columns, most);
    }

    private static void offer(IndependentRows rows, double[] row) {
        rows.offer(D, IntStream.range(0, D).toArray(), row);
    }

    /** Mixtures, of parts that sum to 1 so that the bias agrees, of five random rows. */
    private static double[] mixture(double[][] base, Random random) {
        double[] row = new double[D];
        int left = 1;
        for (int k = 0; k < base.length; k++) {
            int times = k == base.length - 1 ? left : random.nextInt(5) - 2;
            left -= times;
            for (int j = 0; j < D; j++) {
                row[j] += times * base[k][j];
            }
        }
        return row;
    }

    @Test
    void thereAreAsManyAsTheRankHoweverMerged() {
        Random random = new Random(9);
        double[][] base = new double[5][D];
        for (double[] row : base) {
            for (int j = 0; j < D; j++) {
                row[j] = j == 3 ? row[0] : random.nextInt(64) / 16.0;
            }
        }
        IndependentRows first = none(100);
        IndependentRows second = none(100);
        for (int k = 0; k < 200; k++) {
            offer(k % 3 == 0 ? first : second, mixture(base, random));
        }
        first.merge(second);
        assertEquals(5, first.rows().size());
        assertArrayEquals(new int[] {0, 1, 2, 4, 5}, first.pivots());
        assertFalse(first.isOverflown());
    }

    @Test
    void tooManyAreTold() {
        Random random = new Random(10);
        IndependentRows rows = none(3);
        for (int k = 0; k < 5; k++) {
            offer(rows, random.doubles(D, 0, 1000).map(Math::rint).toArray());
        }
        assertTrue(rows.isOverflown());
        assertEquals(3, rows.rows().size());
    }

    @Test
    void theNullVectorIsOrthogonalAndNearTheAim() {
        double[] row = new double[D];
        row[0] = 3;
        row[1] = -0.5;
        double[] aim = new double[D + 1];
        aim[1] = 5.9;
        aim[0] = 1;
        Lattice lattice = Lattice.of(new int[] {-4, -4, 0, 0, 0, 0, 0, 0, 0}, new double[] {3, 3, 0, 0, 0, 0, 0, 0, 0});
        IndependentRows rows = new IndependentRows(lattice, new int[] {0, 1}, 10);
        offer(rows, row);
        BigInteger[] v = NullVector.near(rows, lattice, aim, 12);
        assertEquals(BigInteger.ONE, v[0]);
        assertEquals(BigInteger.valueOf(6), v[1]);
    }
}
