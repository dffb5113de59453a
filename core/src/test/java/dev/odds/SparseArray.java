package dev.odds;

import dev.odds.design.Examples;
import dev.odds.table.SparseRows;
import java.util.Arrays;

/** Rows of an array of which zeros are not stored. */
record SparseArray(double[][] rows) implements Examples {
    @Override
    public long count() {
        return rows.length;
    }

    @Override
    public int features() {
        return rows[0].length;
    }

    @Override
    public boolean isSparse() {
        return true;
    }

    @Override
    public void dense(long first, int count, double[] out, int stride) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows[(int) first + i], 0, out, i * stride, features());
        }
    }

    @Override
    public SparseRows sparse(long first, int count) {
        int[] starts = new int[count + 1];
        int[] indices = new int[count * features()];
        double[] values = new double[indices.length];
        int stored = 0;
        for (int i = 0; i < count; i++) {
            double[] row = rows[(int) first + i];
            for (int j = 0; j < row.length; j++) {
                if (row[j] != 0) {
                    indices[stored] = j;
                    values[stored++] = row[j];
                }
            }
            starts[i + 1] = stored;
        }
        return new SparseRows(starts, Arrays.copyOf(indices, stored), Arrays.copyOf(values, stored));
    }
}
