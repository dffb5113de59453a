package dev.odds.design;

import dev.odds.kernel.SparseKernel;
import dev.odds.table.SparseRows;

/**
 * A block of sparse examples; the values are absent where every stored entry is 1.
 *
 * @param features d
 * @param starts example i holds the entries from starts[i] to starts[i + 1]; held, not copied
 * @param indices the feature of each entry, increasing within an example
 * @param values the value of each entry, or null
 */
public record SparseBlock(int features, int[] starts, int[] indices, double[] values) implements Block {
    private static final long serialVersionUID = 1L;

    static SparseBlock of(int features, SparseRows rows) {
        return new SparseBlock(features, rows.starts(), rows.indices(), rows.values());
    }

    @Override
    public int examples() {
        return starts.length - 1;
    }

    @Override
    public long stored(int from, int to) {
        return starts[to] - starts[from];
    }

    @Override
    public double dot(int example, double[] theta, int at) {
        int from = starts[example];
        return SparseKernel.dot(indices, values, from, theta, at, starts[example + 1] - from);
    }

    @Override
    public void add(int example, double r, double[] into, int at) {
        int from = starts[example];
        SparseKernel.add(indices, values, from, r, into, at, starts[example + 1] - from);
    }

    @Override
    public void gram(double[] w, double[] packed) {
        for (int i = 0; i < w.length && i < examples(); i++) {
            if (w[i] != 0) {
                SparseKernel.gram(indices, values, starts[i], starts[i + 1] - starts[i], w[i], packed);
            }
        }
    }

    @Override
    public void maxima(int example, double[] into) {
        for (int p = starts[example]; p < starts[example + 1]; p++) {
            into[indices[p]] = Math.max(into[indices[p]], values == null ? 1 : Math.abs(values[p]));
        }
    }

    @Override
    public int entries(int example, int[] index, double[] value) {
        int from = starts[example];
        int count = starts[example + 1] - from;
        for (int p = 0; p < count; p++) {
            index[p] = indices[from + p];
            value[p] = values == null ? 1 : values[from + p];
        }
        return count;
    }
}
