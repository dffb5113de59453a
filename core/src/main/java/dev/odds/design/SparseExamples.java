package dev.odds.design;

import dev.odds.table.SparseRows;
import java.util.Arrays;
import java.util.List;

/** Sparse rows as they were read, their features renumbered where the encoder numbers them otherwise. */
final class SparseExamples implements Examples {
    private final List<SparseRows> chunks;
    /** The first row of each chunk, and the number of rows at the end. */
    private final int[] offsets;

    private final RowIndex rows;
    private final int features;
    /** The encoder's feature for each of the rows', -1 for none; null where they are the same. */
    private final int[] renumbered;

    private final boolean valued;
    private final boolean sparse;

    SparseExamples(List<SparseRows> chunks, RowIndex rows, int features, int[] renumbered, boolean alwaysSparse) {
        this.chunks = chunks;
        this.offsets = new int[chunks.size() + 1];
        for (int c = 0; c < chunks.size(); c++) {
            offsets[c + 1] = offsets[c] + chunks.get(c).rows();
        }
        this.rows = rows;
        this.features = features;
        this.renumbered = renumbered;
        this.valued = chunks.stream().anyMatch(c -> c.values() != null);
        this.sparse = alwaysSparse || Examples.suitSparse(stored(), (long) rows.count() * features, features);
    }

    private long stored() {
        long stored = 0;
        for (int i = 0; i < rows.count(); i++) {
            int chunk = chunk(rows.row(i));
            int[] starts = chunks.get(chunk).starts();
            int row = rows.row(i) - offsets[chunk];
            stored += starts[row + 1] - starts[row];
        }
        return stored;
    }

    private int chunk(int row) {
        int found = Arrays.binarySearch(offsets, row);
        if (found < 0) {
            return -found - 2;
        }
        while (offsets[found + 1] == row) {
            found++;
        }
        return found;
    }

    private int feature(int index) {
        return renumbered == null ? index : renumbered[index];
    }

    @Override
    public long count() {
        return rows.count();
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public boolean isSparse() {
        return sparse;
    }

    @Override
    public void dense(long first, int count, double[] out, int stride) {
        for (int i = 0; i < count; i++) {
            int at = i * stride;
            Arrays.fill(out, at, at + features, 0);
            int row = rows.row((int) first + i);
            int c = chunk(row);
            SparseRows chunk = chunks.get(c);
            int end = chunk.starts()[row - offsets[c] + 1];
            for (int k = chunk.starts()[row - offsets[c]]; k < end; k++) {
                int feature = feature(chunk.indices()[k]);
                if (feature >= 0) {
                    out[at + feature] = chunk.values() == null ? 1 : chunk.values()[k];
                }
            }
        }
    }

    @Override
    public SparseRows sparse(long first, int count) {
        int[] starts = new int[count + 1];
        int bound = 0;
        for (int i = 0; i < count; i++) {
            int row = rows.row((int) first + i);
            int c = chunk(row);
            int[] from = chunks.get(c).starts();
            bound += from[row - offsets[c] + 1] - from[row - offsets[c]];
        }
        int[] indices = new int[bound];
        double[] values = valued ? new double[bound] : null;
        int next = 0;
        for (int i = 0; i < count; i++) {
            next = copy(rows.row((int) first + i), next, indices, values);
            starts[i + 1] = next;
        }
        return next == bound
                ? new SparseRows(starts, indices, values)
                : new SparseRows(
                        starts, Arrays.copyOf(indices, next), values == null ? null : Arrays.copyOf(values, next));
    }

    private int copy(int row, int next, int[] indices, double[] values) {
        int c = chunk(row);
        SparseRows chunk = chunks.get(c);
        int end = chunk.starts()[row - offsets[c] + 1];
        for (int k = chunk.starts()[row - offsets[c]]; k < end; k++) {
            int feature = feature(chunk.indices()[k]);
            if (feature >= 0) {
                indices[next] = feature;
                if (values != null) {
                    values[next] = chunk.values() == null ? 1 : chunk.values()[k];
                }
                next++;
            }
        }
        return next;
    }
}
