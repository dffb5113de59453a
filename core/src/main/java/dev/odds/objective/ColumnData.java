package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Columns;
import dev.odds.design.Response;
import dev.odds.design.Slice;
import dev.odds.kernel.Lanes;
import java.util.Arrays;

/**
 * A problem of few examples by its columns, the response beside them; vectors over the examples end in zeros, at a multiple of 16.
 *
 * @param columns of all features; held, not copied
 * @param success w1
 * @param failure w0
 * @param offset zeros where there are none
 * @param ones 1 for every example
 * @param weight W
 * @param bias whether there is one
 */
record ColumnData(
        Columns columns,
        double[] success,
        double[] failure,
        double[] offset,
        double[] ones,
        double weight,
        boolean bias) {
    /** Of a problem, whose penalty does not count. */
    static ColumnData of(Problem problem, Columns columns) {
        Response y = problem.response();
        int n = columns.examples();
        int length = (n + Lanes.COUNT - 1) & -Lanes.COUNT;
        double[] success = new double[length];
        double[] failure = new double[length];
        double[] offset = new double[length];
        double[] ones = new double[length];
        for (int first = 0; first < n; first += Block.SIZE) {
            int count = Math.min(Block.SIZE, n - first);
            Slice slice = y.slice(first, count);
            System.arraycopy(slice.success(), slice.from(), success, first, count);
            System.arraycopy(slice.failure(), slice.from(), failure, first, count);
            if (slice.offset() != null) {
                System.arraycopy(slice.offset(), slice.from(), offset, first, count);
            }
            Arrays.fill(ones, first, first + count, 1);
        }
        return new ColumnData(columns, success, failure, offset, ones, y.weight(), problem.bias());
    }

    /** n. */
    int examples() {
        return columns.examples();
    }

    /** The length of vectors over the examples. */
    int length() {
        return ones.length;
    }
}
