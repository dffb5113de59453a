package dev.odds.design;

import dev.odds.table.SparseRows;
import java.util.Arrays;

/**
 * Some examples of others, a group for instance; a view.
 *
 * @param whole where they are
 * @param rows their numbers there, increasing; held, not copied
 */
public record SelectedExamples(Examples whole, int[] rows) implements Examples {
    @Override
    public long count() {
        return rows.length;
    }

    @Override
    public int features() {
        return whole.features();
    }

    @Override
    public boolean isSparse() {
        return whole.isSparse();
    }

    @Override
    public void dense(long first, int count, double[] out, int stride) {
        double[] row = new double[features()];
        for (int i = 0; i < count; i++) {
            whole.dense(rows[(int) first + i], 1, row, row.length);
            System.arraycopy(row, 0, out, i * stride, row.length);
        }
    }

    @Override
    public SparseRows sparse(long first, int count) {
        SparseRows[] found = new SparseRows[count];
        int[] starts = new int[count + 1];
        for (int i = 0; i < count; i++) {
            found[i] = whole.sparse(rows[(int) first + i], 1);
            starts[i + 1] = starts[i] + found[i].starts()[1] - found[i].starts()[0];
        }
        int[] indices = new int[starts[count]];
        double[] values = new double[indices.length];
        Arrays.fill(values, 1);
        for (int i = 0; i < count; i++) {
            SparseRows row = found[i];
            int length = starts[i + 1] - starts[i];
            System.arraycopy(row.indices(), row.starts()[0], indices, starts[i], length);
            if (row.values() != null) {
                System.arraycopy(row.values(), row.starts()[0], values, starts[i], length);
            }
        }
        return new SparseRows(starts, indices, values);
    }
}
