package dev.odds.design;

import dev.odds.kernel.DenseKernel;
import dev.odds.kernel.Lanes;

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
    public double dot(int example, double[] theta, int at) {
        return Lanes.dot(values, example * features, theta, at, features);
    }

    @Override
    public void add(int example, double r, double[] into, int at) {
        DenseKernel.add(values, example * features, r, into, at, features);
    }

    @Override
    public void gram(double[] w, double[] packed) {
        DenseKernel.gram(values, features, examples, w, packed);
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
