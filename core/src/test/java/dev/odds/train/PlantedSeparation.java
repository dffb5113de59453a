package dev.odds.train;

import java.math.BigInteger;
import java.util.Random;

/**
 * Whole-numbered examples with one direction of separation, which is known exactly: d - 1 groups of both labels span what is
 * orthogonal to it, and the others have the label of their exact side.
 *
 * @param nearest an example of one label, next to the boundary: a sum of groups, moved by 1 in one column
 */
record PlantedSeparation(double[][] x, double[] success, double[] failure, int nearest) {
    private static final int RANGE = 1_000_000;

    static PlantedSeparation of(int seed, int d, int others) {
        Random random = new Random(seed);
        int n = d - 1 + others;
        double[][] x = new double[n][d];
        double[] success = new double[n];
        double[] failure = new double[n];
        for (double[] row : x) {
            for (int j = 0; j < d; j++) {
                row[j] = random.nextInt(2 * RANGE) - RANGE;
            }
        }
        int nearest = d - 1;
        for (int j = 0; j < d; j++) {
            x[nearest][j] = x[0][j] + x[1][j] + (j == 0 ? 1 : 0);
        }
        for (int i = 0; i < n; i++) {
            int side = i < d - 1 ? 0 : side(x, i, d);
            success[i] = side >= 0 ? 1 : 0;
            failure[i] = side <= 0 ? 1 : 0;
        }
        return new PlantedSeparation(x, success, failure, nearest);
    }

    /** The sign of the determinant of the first d - 1 rows and row i. */
    private static int side(double[][] x, int i, int d) {
        BigInteger[][] a = new BigInteger[d][d];
        for (int r = 0; r < d; r++) {
            for (int j = 0; j < d; j++) {
                a[r][j] = BigInteger.valueOf((long) x[r < d - 1 ? r : i][j]);
            }
        }
        return determinant(a).signum();
    }

    /** Elimination without fractions (Bareiss 1968); the random pivots are not 0. */
    private static BigInteger determinant(BigInteger[][] a) {
        BigInteger before = BigInteger.ONE;
        for (int k = 0; k < a.length - 1; k++) {
            for (int i = k + 1; i < a.length; i++) {
                for (int j = k + 1; j < a.length; j++) {
                    BigInteger minor = a[i][j].multiply(a[k][k]).subtract(a[i][k].multiply(a[k][j]));
                    a[i][j] = minor.divide(before);
                }
            }
            before = a[k][k];
        }
        return a[a.length - 1][a.length - 1];
    }
}
