package dev.odds.design;

import dev.odds.kernel.DenseKernel;
import dev.odds.kernel.Lanes;

/**
 * A block stored in float32, half the memory; the arithmetic is float64.
 *
 * @param features d
 * @param values example after example, count x d; held, not copied
 */
public record FloatBlock(int features, float[] values, int examples) implements Block {
    private static final long serialVersionUID = 1L;

    @Override
    public long stored(int from, int to) {
        return (long) (to - from) * features;
    }

    @Override
    public void logits(int from, int to, double[] theta, int stride, int outputs, double[] z) {
        int count = to - from;
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < outputs; k++) {
                z[k * count + i] = Lanes.dot(values, (from + i) * features, theta, k * stride, features);
            }
        }
    }

    @Override
    public void accumulate(int from, int to, double[] r, int outputs, double[] into, int at, int stride) {
        int count = to - from;
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < outputs; k++) {
                DenseKernel.add(values, (from + i) * features, r[k * count + i], into, at + k * stride, features);
            }
        }
    }

    @Override
    public void gram(double[] w, double[] packed) {
        DenseKernel.gram(widened(), features, examples, w, packed);
    }

    private double[] widened() {
        double[] wide = new double[values.length];
        for (int j = 0; j < wide.length; j++) {
            wide[j] = values[j];
        }
        return wide;
    }

    @Override
    public Block select(int[] active) {
        int count = active.length;
        float[] selected = new float[examples * count];
        for (int i = 0; i < examples; i++) {
            for (int a = 0; a < count; a++) {
                selected[i * count + a] = values[i * features + active[a]];
            }
        }
        return new FloatBlock(count, selected, examples);
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
    public int entries(int example, int[] index, double[] value) {
        for (int j = 0; j < features; j++) {
            index[j] = j;
            value[j] = values[example * features + j];
        }
        return features;
    }
}
