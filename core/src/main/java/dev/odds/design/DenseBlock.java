package dev.odds.design;

import dev.odds.kernel.Body;
import dev.odds.kernel.Workspace;
import java.util.Arrays;

/**
 * A block in float64.
 *
 * @param features d
 * @param values example after example, count x d; held, not copied
 * @param body which loops read it
 */
@SuppressWarnings("exports") // which loops read a block is the kernel\'s own affair
public record DenseBlock(int features, double[] values, int examples, Body body) implements Block {
    private static final long serialVersionUID = 1L;

    /** As above, read by plain loops. */
    public DenseBlock(int features, double[] values, int examples) {
        this(features, values, examples, Body.SCALAR);
    }

    @Override
    public DenseBlock on(Body other) {
        return new DenseBlock(features, values, examples, other);
    }

    @Override
    public long stored(int from, int to) {
        return (long) (to - from) * features;
    }

    @Override
    public void logits(int from, int to, double[] theta, int stride, int outputs, double[] z) {
        logits(from, to, theta, stride, outputs, z, new Workspace());
    }

    @Override
    public void logits(int from, int to, double[] theta, int stride, int outputs, double[] z, Workspace space) {
        int count = to - from;
        for (int k = 0; k < outputs; k++) {
            body.loops().logits(values, from * features, features, count, theta, k * stride, z, k * count, space);
        }
    }

    @Override
    public void accumulate(int from, int to, double[] r, int outputs, double[] into, int at, int stride) {
        accumulate(from, to, r, outputs, into, at, stride, new Workspace());
    }

    @Override
    public void accumulate(
            int from, int to, double[] r, int outputs, double[] into, int at, int stride, Workspace space) {
        int count = to - from;
        for (int k = 0; k < outputs; k++) {
            body.loops()
                    .accumulate(
                            values,
                            from * features,
                            features,
                            features,
                            count,
                            r,
                            k * count,
                            into,
                            at + k * stride,
                            space);
        }
    }

    @Override
    public void gram(double[] w, double[] packed, Workspace space) {
        body.loops().gram(values, features, examples, w, packed, space);
    }

    @Override
    public void maxima(int example, double[] into) {
        maxima(example, example + 1, into);
    }

    @Override
    public void maxima(int from, int to, double[] into) {
        body.loops().maxima(values, from * features, features, to - from, into);
    }

    /** The same sums in arrays of their own, which a compiler sees do not overlap. */
    @Override
    public void moments(double[] weights, double[] centers, double[] into) {
        double[] first = Arrays.copyOfRange(into, 0, features);
        double[] second = Arrays.copyOfRange(into, features, 2 * features);
        double[] count = Arrays.copyOfRange(into, 2 * features, 3 * features);
        double[] row = new double[features];
        for (int i = 0; i < examples; i++) {
            System.arraycopy(values, i * features, row, 0, features);
            double w = weights[i];
            for (int j = 0; j < row.length; j++) {
                double shifted = row[j] - centers[j];
                first[j] = Math.fma(w, shifted, first[j]);
                second[j] = Math.fma(w * shifted, shifted, second[j]);
                count[j] += w;
            }
        }
        System.arraycopy(first, 0, into, 0, features);
        System.arraycopy(second, 0, into, features, features);
        System.arraycopy(count, 0, into, 2 * features, features);
    }

    @Override
    public Block select(ActiveSet active) {
        int[] kept = active.features();
        int count = kept.length;
        double[] selected = new double[examples * count];
        for (int i = 0; i < examples; i++) {
            for (int a = 0; a < count; a++) {
                selected[i * count + a] = values[i * features + kept[a]];
            }
        }
        return new DenseBlock(count, selected, examples, body);
    }

    @Override
    public int entries(int example, int[] index, double[] value) {
        for (int j = 0; j < features; j++) {
            index[j] = j;
            value[j] = values[example * features + j];
        }
        return features;
    }

    @Override
    public SparseBlock sparse() {
        int[] starts = new int[examples + 1];
        int[] indices = new int[examples * features];
        double[] entries = new double[indices.length];
        int next = 0;
        for (int i = 0; i < examples; i++) {
            for (int j = 0; j < features; j++) {
                double value = values[i * features + j];
                indices[next] = j;
                entries[next] = value;
                next += value == 0 ? 0 : 1;
            }
            starts[i + 1] = next;
        }
        return new SparseBlock(features, starts, indices, entries, body);
    }

    @Override
    public void column(int feature, double[] out, int to) {
        for (int i = 0; i < examples; i++) {
            out[to + i] = values[i * features + feature];
        }
    }
}
