package dev.odds.train;

import dev.odds.design.Sum;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Of the examples offered, those that are independent of the ones before, over chosen columns, by arithmetic modulo a prime: exact
 * but for a chance of 1 in 2^31 that an example is lost, and what is made of them is verified over all examples.
 *
 * <p>A random vector u of the null space of the rows so far is kept: a row x is new if and only if u^T x is not 0, so one that
 * is not new costs O(its entries). A new one costs O(rows * columns).
 */
final class IndependentRows implements Sum<IndependentRows> {
    private static final long serialVersionUID = 1L;
    private static final long PRIME = Modular.PRIME;

    private final Lattice lattice;
    private final int[] columns;
    /** Of each variable in that order, from 1; 0 where it does not count. */
    private final int[] place;

    private final int most;
    private final ArrayList<double[]> rows = new ArrayList<>();
    /** By its first column that is not zero, where it is 1. */
    private final TreeMap<Integer, long[]> echelon = new TreeMap<>();

    private final long[] nullVector;
    private boolean overflown;

    /**
     * None.
     *
     * @param columns the columns that count, in an order of which the first become pivots
     * @param most rows beyond that many are not held
     */
    IndependentRows(Lattice lattice, int[] columns, int most) {
        this.lattice = lattice;
        this.columns = columns;
        this.most = most;
        this.place = new int[lattice.grain().length];
        this.nullVector = new long[columns.length];
        for (int k = 0; k < columns.length; k++) {
            place[columns[k]] = k + 1;
            nullVector[k] = random(k);
        }
    }

    /** A fixed scramble of k, not 0 modulo the prime (the mixer of Steele, Lea and Flood, OOPSLA 2014). */
    private static long random(int k) {
        long z = (k + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return Math.floorMod(z ^ (z >>> 31), PRIME - 1) + 1;
    }

    /** Offers the example that has these entries. */
    void offer(int count, int[] index, double[] value) {
        if (rows.size() == columns.length || overflown) {
            return;
        }
        int bias = place.length - 1;
        long sum = place[bias] == 0 ? 0 : nullVector[place[bias] - 1];
        for (int p = 0; p < count; p++) {
            int at = place[index[p]];
            if (at > 0 && value[p] != 0) {
                sum += nullVector[at - 1] * lattice.residue(index[p], value[p]) % PRIME;
            }
        }
        if (sum % PRIME != 0) {
            add(row(count, index, value));
        }
    }

    private double[] row(int count, int[] index, double[] value) {
        double[] row = new double[columns.length];
        for (int p = 0; p < count; p++) {
            if (place[index[p]] > 0) {
                row[place[index[p]] - 1] = value[p];
            }
        }
        if (place[place.length - 1] > 0) {
            row[place[place.length - 1] - 1] = 1;
        }
        return row;
    }

    private void add(double[] row) {
        if (rows.size() == most) {
            overflown = true;
            return;
        }
        long[] rest = new long[row.length];
        for (int k = 0; k < row.length; k++) {
            rest[k] = lattice.residue(columns[k], row[k]);
        }
        echelon.forEach((pivot, other) -> subtract(rest, rest[pivot], other, pivot));
        int pivot = 0;
        while (rest[pivot] == 0) {
            pivot++;
        }
        long inverse = Modular.inverse(rest[pivot]);
        for (int k = pivot; k < rest.length; k++) {
            rest[k] = rest[k] * inverse % PRIME;
        }
        echelon.put(pivot, rest);
        rows.add(row);
        solveForNullVector();
    }

    private static void subtract(long[] from, long times, long[] row, int start) {
        if (times != 0) {
            long negative = PRIME - times;
            for (int k = start; k < from.length; k++) {
                from[k] = (from[k] + negative * row[k]) % PRIME;
            }
        }
    }

    private void solveForNullVector() {
        echelon.descendingMap().forEach((pivot, row) -> {
            long sum = 0;
            for (int k = pivot + 1; k < row.length; k++) {
                sum += row[k] * nullVector[k] % PRIME;
            }
            nullVector[pivot] = (PRIME - sum % PRIME) % PRIME;
        });
    }

    @Override
    public void merge(IndependentRows other) {
        int[] index = new int[columns.length];
        for (double[] row : other.rows) {
            double[] value = new double[row.length];
            int count = 0;
            for (int k = 0; k < row.length; k++) {
                if (columns[k] < place.length - 1) {
                    index[count] = columns[k];
                    value[count++] = row[k];
                }
            }
            offer(count, index, value);
        }
        overflown |= other.overflown;
    }

    /** The rows, over the columns in their order; not to be modified. */
    List<double[]> rows() {
        return rows;
    }

    /** The columns in their order. */
    int[] columns() {
        return columns;
    }

    /** The places in that order of as many columns as there are rows, over which the rows are independent. */
    int[] pivots() {
        return echelon.keySet().stream().mapToInt(k -> k).toArray();
    }

    /** Whether there were more rows than are held. */
    boolean isOverflown() {
        return overflown;
    }
}
