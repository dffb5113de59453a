package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;

/** What is true of the separation of small integer tables, by enumeration; and of directions, by decimal arithmetic. */
final class SeparationOracle {
    private SeparationOracle() {}

    /**
     * The examples that any direction separates. Its cone {v : s_i v^T x_i >= 0} is spanned by its extreme rays, each on the
     * boundary of size - 1 independent examples: all choices of these are tried.
     *
     * @param x rows of small integers of full column rank, a column of ones included where there is a bias
     * @param y labels
     */
    static BitSet separable(long[][] x, double[] y) {
        BitSet separable = new BitSet();
        choose(x, y, new int[x[0].length - 1], 0, 0, separable);
        return separable;
    }

    private static void choose(long[][] x, double[] y, int[] rows, int depth, int from, BitSet separable) {
        if (depth == rows.length) {
            long[] v = orthogonal(x, rows);
            addIfDirection(x, y, v, 1, separable);
            addIfDirection(x, y, v, -1, separable);
            return;
        }
        for (int i = from; i < x.length; i++) {
            rows[depth] = i;
            choose(x, y, rows, depth + 1, i + 1, separable);
        }
    }

    /** The generalised cross product: v_j = (-1)^j times the minor without column j. */
    private static long[] orthogonal(long[][] x, int[] rows) {
        int size = rows.length + 1;
        long[] v = new long[size];
        for (int j = 0; j < size; j++) {
            long[][] minor = new long[rows.length][rows.length];
            for (int i = 0; i < rows.length; i++) {
                for (int k = 0; k < rows.length; k++) {
                    minor[i][k] = x[rows[i]][k < j ? k : k + 1];
                }
            }
            v[j] = (j % 2 == 0 ? 1 : -1) * determinant(minor);
        }
        return v;
    }

    static long determinant(long[][] a) {
        if (a.length == 0) {
            return 1;
        }
        long sum = 0;
        for (int j = 0; j < a.length; j++) {
            long[][] minor = new long[a.length - 1][a.length - 1];
            for (int i = 1; i < a.length; i++) {
                for (int k = 0; k < a.length - 1; k++) {
                    minor[i - 1][k] = a[i][k < j ? k : k + 1];
                }
            }
            sum += (j % 2 == 0 ? 1 : -1) * a[0][j] * determinant(minor);
        }
        return sum;
    }

    private static void addIfDirection(long[][] x, double[] y, long[] v, int sign, BitSet separable) {
        BitSet strict = new BitSet();
        for (int i = 0; i < x.length; i++) {
            long margin = 0;
            for (int j = 0; j < v.length; j++) {
                margin += sign * v[j] * x[i][j];
            }
            margin = y[i] == 1 ? margin : -margin;
            if (margin < 0) {
                return;
            }
            strict.set(i, margin > 0);
        }
        separable.or(strict);
    }

    /** Fails unless the directions, each after the examples of those before are gone, are what they claim on the user's doubles. */
    static void check(double[][] x, double[] success, double[] failure, List<Direction> directions, String message) {
        BitSet gone = new BitSet();
        for (Direction direction : directions) {
            BitSet separated = new BitSet();
            for (int i = 0; i < x.length; i++) {
                int sign = sign(x[i], direction.v());
                boolean counts = !gone.get(i) && success[i] + failure[i] > 0;
                if (counts && sign != 0) {
                    assertTrue(
                            sign > 0 ? failure[i] == 0 : success[i] == 0, message + ": example " + i + " contradicts");
                    separated.set(i);
                }
            }
            assertEquals(separated, direction.separated(), message);
            assertFalse(separated.isEmpty(), message);
            gone.or(separated);
        }
    }

    private static int sign(double[] x, BigInteger[] v) {
        BigDecimal sum = v.length > x.length ? new BigDecimal(v[x.length]) : BigDecimal.ZERO;
        for (int j = 0; j < x.length; j++) {
            sum = sum.add(new BigDecimal(v[j]).multiply(new BigDecimal(x[j])));
        }
        return sum.signum();
    }
}
