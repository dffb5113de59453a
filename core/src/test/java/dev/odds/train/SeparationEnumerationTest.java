package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeparationEnumerationTest {
    private static final int TABLES = 600;

    @Test
    void randomSmallTablesAreSeparatedExactlyWhereEnumerationSaysSo() {
        int[] kinds = new int[3];
        for (int seed = 0; seed < TABLES; seed++) {
            Random random = new Random(seed);
            int d = 1 + random.nextInt(3);
            int n = d + 2 + random.nextInt(10);
            boolean bias = random.nextInt(3) > 0;
            double[][] x = new double[n][d];
            double[] y = new double[n];
            fill(random, x, y);
            long[][] whole = whole(x, bias);
            if (!fullRank(whole)) {
                continue;
            }
            BitSet expected = SeparationOracle.separable(whole, y);
            SeparationRounds rounds = SeparationRounds.of(SeparationRounds.problem(x, y, bias));
            String message = "seed " + seed + " d " + d + " n " + n + " bias " + bias;
            SeparationOracle.check(x, successes(y), failures(y), rounds.directions(), message);
            assertEquals(expected, rounds.separated(), message);
            assertTrue(rounds.finite(), message);
            kinds[expected.isEmpty() ? 0 : expected.cardinality() == n ? 2 : 1]++;
        }
        for (int kind : kinds) {
            assertTrue(kind > TABLES / 20, "none " + kinds[0] + ", part " + kinds[1] + ", all " + kinds[2]);
        }
    }

    private static void fill(Random random, double[][] x, double[] y) {
        int range = 1 + random.nextInt(4);
        int hidden = random.nextInt(3);
        for (int i = 0; i < y.length; i++) {
            double z = 0;
            for (int j = 0; j < x[i].length; j++) {
                x[i][j] = random.nextInt(2 * range + 1) - range;
                z += (j + 1) * x[i][j];
            }
            boolean random0 = hidden == 0 || (hidden == 1 && Math.abs(z) < 2);
            y[i] = random0 ? random.nextInt(2) : z > 0 ? 1 : 0;
        }
    }

    private static long[][] whole(double[][] x, boolean bias) {
        int d = x[0].length;
        long[][] whole = new long[x.length][d + (bias ? 1 : 0)];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < d; j++) {
                whole[i][j] = (long) x[i][j];
            }
            if (bias) {
                whole[i][d] = 1;
            }
        }
        return whole;
    }

    private static boolean fullRank(long[][] x) {
        int size = x[0].length;
        long[][] gram = new long[size][size];
        for (long[] row : x) {
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    gram[j][k] += row[j] * row[k];
                }
            }
        }
        return SeparationOracle.determinant(gram) != 0;
    }

    static double[] successes(double[] y) {
        return y.clone();
    }

    static double[] failures(double[] y) {
        double[] failures = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            failures[i] = 1 - y[i];
        }
        return failures;
    }
}
