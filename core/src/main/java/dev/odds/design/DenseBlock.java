package dev.odds.design;

import dev.odds.kernel.DenseKernel;
import dev.odds.kernel.Lanes;
import dev.odds.kernel.Narrow;

/**
 * A block in float64.
 *
 * @param features d
 * @param values example after example, count x d; held, not copied
 */
public record DenseBlock(int features, double[] values, int examples) implements Block {
    private static final long serialVersionUID = 1L;

    @Override
    public long stored(int from, int to) {
        return (long) (to - from) * features;
    }

    @Override
    public void logits(int from, int to, double[] theta, int stride, int outputs, double[] z) {
        if (features > Narrow.WIDEST) {
            for (int i = from; i < to; i++) {
                for (int k = 0; k < outputs; k++) {
                    z[k * (to - from) + i - from] = Lanes.dot(values, i * features, theta, k * stride, features);
                }
            }
            return;
        }
        int count = to - from;
        for (int k = 0; k < outputs; k++) {
            Narrow.logits(values, from * features, features, count, theta, k * stride, z, k * count);
        }
    }

    @Override
    public void accumulate(int from, int to, double[] r, int outputs, double[] into, int at, int stride) {
        if (features > Narrow.WIDEST) {
            for (int i = from; i < to; i++) {
                for (int k = 0; k < outputs; k++) {
                    DenseKernel.add(
                            values, i * features, r[k * (to - from) + i - from], into, at + k * stride, features);
                }
            }
            return;
        }
        int count = to - from;
        for (int k = 0; k < outputs; k++) {
            Narrow.accumulate(values, from * features, features, count, r, k * count, into, at + k * stride);
        }
    }

    @Override
    public void gram(double[] w, double[] packed) {
        if (features > Narrow.WIDEST) {
            DenseKernel.gram(values, features, examples, w, packed);
        } else {
            Narrow.gram(values, features, examples, w, packed);
        }
    }

    @Override
    public void maxima(int example, double[] into) {
        for (int j = 0; j < features; j++) {
            double size = Math.abs(values[example * features + j]);
            if (size > into[j]) {
                into[j] = size;
            }
        }
    }

    @Override
    public Block select(int[] active) {
        int count = active.length;
        double[] selected = new double[examples * count];
        for (int i = 0; i < examples; i++) {
            for (int a = 0; a < count; a++) {
                selected[i * count + a] = values[i * features + active[a]];
            }
        }
        return new DenseBlock(count, selected, examples);
    }

    @Override
    public int entries(int example, int[] index, double[] value) {
        for (int j = 0; j < features; j++) {
            index[j] = j;
            value[j] = values[example * features + j];
        }
        return features;
    }
}
