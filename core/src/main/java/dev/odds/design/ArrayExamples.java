package dev.odds.design;

import dev.odds.table.InputException;
import dev.odds.table.SparseRows;

/**
 * Examples in an array, one row each.
 *
 * @param rows n arrays of d finite numbers; held, not copied
 * @param features d
 */
public record ArrayExamples(double[][] rows, int features) implements Examples {
    /** Of rows of one length, which must be finite numbers. */
    public static ArrayExamples of(double[][] rows) {
        int d = rows.length == 0 ? 0 : rows[0].length;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != d) {
                throw new InputException(
                        "example %d has %d features; expected %d as in the first".formatted(i + 1, rows[i].length, d));
            }
            for (int j = 0; j < d; j++) {
                if (!Double.isFinite(rows[i][j])) {
                    throw new InputException("feature %d of example %d is %s; expected a finite number"
                            .formatted(j + 1, i + 1, rows[i][j]));
                }
            }
        }
        return new ArrayExamples(rows, d);
    }

    @Override
    public long count() {
        return rows.length;
    }

    @Override
    public boolean isSparse() {
        return false;
    }

    @Override
    public void dense(long first, int count, double[] out, int stride) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows[(int) first + i], 0, out, i * stride, features);
        }
    }

    @Override
    public SparseRows sparse(long first, int count) {
        return stored(this, first, count);
    }

    /** Every number of dense examples as a stored entry. */
    static SparseRows stored(Examples examples, long first, int count) {
        int d = examples.features();
        int[] starts = new int[count + 1];
        int[] indices = new int[count * d];
        double[] values = new double[count * d];
        examples.dense(first, count, values, d);
        for (int p = 0; p < indices.length; p++) {
            indices[p] = p % d;
        }
        for (int i = 0; i <= count; i++) {
            starts[i] = i * d;
        }
        return new SparseRows(starts, indices, values);
    }
}
