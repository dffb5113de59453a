package dev.odds.design;

import dev.odds.kernel.Body;
import dev.odds.kernel.SparseKernel;
import dev.odds.kernel.Workspace;
import dev.odds.table.SparseRows;
import java.util.Arrays;

/**
 * A block of sparse examples; the values are absent where every stored entry is 1.
 *
 * @param features d
 * @param starts example i holds the entries from starts[i] to starts[i + 1]; held, not copied
 * @param indices the feature of each entry, increasing within an example
 * @param values the value of each entry, or null
 * @param body which loops read it
 */
@SuppressWarnings("exports") // which loops read a block is the kernel\'s own affair
public record SparseBlock(int features, int[] starts, int[] indices, double[] values, Body body) implements Block {
    private static final long serialVersionUID = 1L;

    /** Read by plain loops. */
    public SparseBlock(int features, int[] starts, int[] indices, double[] values) {
        this(features, starts, indices, values, Body.SCALAR);
    }

    /** Rows as they are read, scaled. */
    static SparseBlock of(SparseRows rows, Scaling scaling) {
        int[] starts = rows.starts();
        int[] indices = Arrays.copyOfRange(rows.indices(), starts[0], starts[rows.rows()]);
        int[] shifted = new int[starts.length];
        for (int i = 0; i < starts.length; i++) {
            shifted[i] = starts[i] - starts[0];
        }
        double[] values = new double[indices.length];
        boolean ones = true;
        for (int p = 0; p < values.length; p++) {
            double x = rows.values() == null ? 1 : rows.values()[starts[0] + p];
            values[p] = (x - scaling.center()[indices[p]]) * scaling.scale()[indices[p]];
            ones &= values[p] == 1;
        }
        return new SparseBlock(scaling.features(), shifted, indices, ones ? null : values);
    }

    @Override
    public SparseBlock on(Body other) {
        return new SparseBlock(features, starts, indices, values, other);
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
    public void logits(int from, int to, double[] theta, int stride, int outputs, double[] z) {
        logits(from, to, theta, stride, outputs, z, new Workspace());
    }

    @Override
    public void logits(int from, int to, double[] theta, int stride, int outputs, double[] z, Workspace space) {
        for (int k = 0; k < outputs; k++) {
            body.loops().logits(starts, indices, values, from, to, theta, k * stride, z, k * (to - from), space);
        }
    }

    @Override
    public void accumulate(int from, int to, double[] r, int outputs, double[] into, int at, int stride) {
        accumulate(from, to, r, outputs, into, at, stride, new Workspace());
    }

    @Override
    public void accumulate(
            int from, int to, double[] r, int outputs, double[] into, int at, int stride, Workspace space) {
        for (int k = 0; k < outputs; k++) {
            body.loops()
                    .accumulate(starts, indices, values, from, to, r, k * (to - from), into, at + k * stride, space);
        }
    }

    @Override
    public void gram(double[] w, double[] packed, Workspace space) {
        SparseKernel.gram(starts, indices, values, w, packed, examples());
    }

    /** An entry that is not active is overwritten by the next, without a branch. */
    @Override
    public Block select(ActiveSet active) {
        int[] place = active.place();
        int[] from = new int[starts.length];
        int[] index = new int[indices.length + 1];
        double[] value = values == null ? null : new double[index.length];
        int next = 0;
        for (int i = 0; i < examples(); i++) {
            for (int p = starts[i]; p < starts[i + 1]; p++) {
                index[next] = place[indices[p]];
                if (value != null) {
                    value[next] = values[p];
                }
                next += ~index[next] >>> 31;
            }
            from[i + 1] = next;
        }
        return new SparseBlock(active.size(), from, index, value, body);
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

    @Override
    public SparseBlock sparse() {
        return this;
    }
}
