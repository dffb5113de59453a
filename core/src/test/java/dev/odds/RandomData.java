package dev.odds;

import dev.odds.design.Block;
import dev.odds.design.DenseBlock;
import dev.odds.design.SparseBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded examples whose labels follow a logistic model. */
public record RandomData(double[][] x, double[] y, double[] weights, double[] offset) {
    /** Of n examples of d features, a part {@code density} of them not zero. */
    public static RandomData of(long seed, int n, int d, double density) {
        Random random = new Random(seed);
        double[] theta = random.doubles(d, -1, 1).toArray();
        double[][] x = new double[n][d];
        double[] y = new double[n];
        double[] weights = new double[n];
        double[] offset = new double[n];
        for (int i = 0; i < n; i++) {
            double z = 0.3;
            for (int j = 0; j < d; j++) {
                x[i][j] = random.nextDouble() < density ? random.nextGaussian() : 0;
                z += theta[j] * x[i][j];
            }
            weights[i] = random.nextInt(4) + random.nextInt(2) * 0.5;
            offset[i] = random.nextGaussian() / 2;
            y[i] = random.nextDouble() < 1 / (1 + StrictMath.exp(-z)) ? 1 : 0;
        }
        return new RandomData(x, y, weights, offset);
    }

    /** Dense blocks of the rows as they are. */
    public List<DenseBlock> dense() {
        List<DenseBlock> blocks = new ArrayList<>();
        int d = x.length == 0 ? 0 : x[0].length;
        for (int first = 0; first < x.length; first += Block.SIZE) {
            int count = Math.min(Block.SIZE, x.length - first);
            double[] values = new double[count * d];
            for (int i = 0; i < count; i++) {
                System.arraycopy(x[first + i], 0, values, i * d, d);
            }
            blocks.add(new DenseBlock(d, values, count));
        }
        return blocks;
    }

    /** Sparse blocks of what is not zero. */
    public List<SparseBlock> sparse() {
        List<SparseBlock> blocks = new ArrayList<>();
        int d = x[0].length;
        for (int first = 0; first < x.length; first += Block.SIZE) {
            int count = Math.min(Block.SIZE, x.length - first);
            int[] starts = new int[count + 1];
            List<Integer> indices = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < d; j++) {
                    if (x[first + i][j] != 0) {
                        indices.add(j);
                        values.add(x[first + i][j]);
                    }
                }
                starts[i + 1] = indices.size();
            }
            blocks.add(new SparseBlock(
                    d,
                    starts,
                    indices.stream().mapToInt(Integer::intValue).toArray(),
                    values.stream().mapToDouble(Double::doubleValue).toArray()));
        }
        return blocks;
    }
}
