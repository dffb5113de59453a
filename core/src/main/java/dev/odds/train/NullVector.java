package dev.odds.train;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** A vector that is orthogonal, exactly, to given examples and otherwise near a vector that is given by doubles. */
final class NullVector {
    private NullVector() {}

    /**
     * Rounds the free columns of {@code aim} to whole numbers of so many bits and solves for the pivots, the smallest elements of
     * aim.
     *
     * @param rows the examples, over columns in the order of the size of aim
     * @param aim the vector to be near, one number per variable; not modified
     * @param bits of the largest element of the free columns
     * @return the vector in the integers of the lattice, of no common divisor, 0 outside of the columns; null if there is none
     */
    static BigInteger[] near(IndependentRows rows, Lattice lattice, double[] aim, int bits) {
        int[] columns = rows.columns();
        int[] pivots = rows.pivots();
        BigInteger[] free = rounded(columns, lattice, aim, bits);
        for (int k : pivots) {
            free[k] = BigInteger.ZERO;
        }
        if (isZero(free)) {
            return null;
        }
        BigInteger[] solution = pivots.length == 0 ? new BigInteger[] {BigInteger.ONE} : solve(rows, lattice, free);
        if (solution == null) {
            return null;
        }
        BigInteger denominator = solution[pivots.length];
        BigInteger[] v = new BigInteger[aim.length];
        Arrays.fill(v, BigInteger.ZERO);
        for (int k = 0; k < columns.length; k++) {
            v[columns[k]] = free[k].multiply(denominator);
        }
        for (int k = 0; k < pivots.length; k++) {
            v[columns[pivots[k]]] = solution[k];
        }
        return reduced(v);
    }

    /** v_j 2^g_j: the lattice holds columns by their own units. */
    private static BigInteger[] rounded(int[] columns, Lattice lattice, double[] aim, int bits) {
        double most = 0;
        int lowest = Integer.MAX_VALUE;
        for (int j : columns) {
            most = Math.max(most, Math.abs(aim[j]));
            lowest = Math.min(lowest, lattice.grain()[j]);
        }
        BigInteger[] free = new BigInteger[columns.length];
        for (int k = 0; k < columns.length; k++) {
            double part = aim[columns[k]] / most;
            long whole = most == 0 ? 0 : (long) Math.rint(Math.scalb(part, bits));
            free[k] = BigInteger.valueOf(whole).shiftLeft(lattice.grain()[columns[k]] - lowest);
        }
        return free;
    }

    private static boolean isZero(BigInteger[] v) {
        return Arrays.stream(v).allMatch(x -> x.signum() == 0);
    }

    private static BigInteger[] solve(IndependentRows rows, Lattice lattice, BigInteger[] free) {
        int[] columns = rows.columns();
        int[] pivots = rows.pivots();
        int r = pivots.length;
        List<double[]> examples = rows.rows();
        BigInteger[][] a = new BigInteger[r][r];
        BigInteger[] b = new BigInteger[r];
        for (int i = 0; i < r; i++) {
            double[] x = examples.get(i);
            b[i] = BigInteger.ZERO;
            for (int k = 0; k < columns.length; k++) {
                if (free[k].signum() != 0 && x[k] != 0) {
                    b[i] = b[i].subtract(free[k].multiply(lattice.integer(columns[k], x[k])));
                }
            }
            for (int k = 0; k < r; k++) {
                a[i][k] = lattice.integer(columns[pivots[k]], x[pivots[k]]);
            }
        }
        return Lifting.solve(a, b);
    }

    private static BigInteger[] reduced(BigInteger[] v) {
        BigInteger divisor = BigInteger.ZERO;
        for (BigInteger x : v) {
            divisor = divisor.gcd(x);
        }
        BigInteger[] least = new BigInteger[v.length];
        for (int j = 0; j < v.length; j++) {
            least[j] = v[j].divide(divisor);
        }
        return least;
    }
}
