package dev.odds.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Random examples of numbers and levels in random order, as one block of each kind.
 *
 * @param x one row per example
 */
public record RandomMixture(MixedLayout layout, double[][] x, MixedBlock mixed) {
    /** Of n examples; numbers and terms may be none, but there is a feature. */
    public static RandomMixture of(Random random, int n, int numbers, int terms) {
        List<Integer> columns = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        int feature = 0;
        while (columns.size() < numbers || starts.size() < terms) {
            if (starts.size() == terms || (columns.size() < numbers && random.nextBoolean())) {
                columns.add(feature++);
            } else {
                starts.add(feature);
                widths.add(1 + random.nextInt(9));
                feature += widths.get(widths.size() - 1);
            }
        }
        double[][] x = new double[n][feature];
        double[] values = new double[n * numbers];
        int[] codes = new int[n * terms];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < numbers; j++) {
                values[i * numbers + j] = random.nextInt(5) == 0 ? 0 : random.nextGaussian();
                x[i][columns.get(j)] = values[i * numbers + j];
            }
            for (int t = 0; t < terms; t++) {
                int level = random.nextInt(widths.get(t) + 1) - 1;
                codes[t * n + i] = level < 0 ? -1 : starts.get(t) + level;
                if (level >= 0) {
                    x[i][starts.get(t) + level] = 1;
                }
            }
        }
        MixedLayout layout = new MixedLayout(feature, array(columns), array(starts));
        return new RandomMixture(layout, x, new MixedBlock(layout, new DenseBlock(numbers, values, n), codes));
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The examples in blocks of the usual size. */
    public Block[] blocks() {
        int numbers = layout.numbers().length;
        double[] values = ((DenseBlock) mixed.numbers()).values();
        Block[] blocks = new Block[(x.length + Block.SIZE - 1) / Block.SIZE];
        for (int b = 0; b < blocks.length; b++) {
            int first = b * Block.SIZE;
            int count = Math.min(Block.SIZE, x.length - first);
            int[] codes = new int[count * layout.terms().length];
            for (int p = 0; p < codes.length; p++) {
                codes[p] = mixed.codes()[p / count * x.length + first + p % count];
            }
            double[] part = Arrays.copyOfRange(values, first * numbers, (first + count) * numbers);
            blocks[b] = new MixedBlock(layout, new DenseBlock(numbers, part, count), codes);
        }
        return blocks;
    }

    /** The same examples, every cell stored. */
    public DenseBlock dense() {
        double[] values = Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray();
        return new DenseBlock(layout.features(), values, x.length);
    }

    /** The same examples, zeros left out. */
    public SparseBlock sparse() {
        int[] starts = new int[x.length + 1];
        int[] indices = new int[x.length * layout.features()];
        double[] values = new double[indices.length];
        int next = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < layout.features(); j++) {
                if (x[i][j] != 0) {
                    indices[next] = j;
                    values[next++] = x[i][j];
                }
            }
            starts[i + 1] = next;
        }
        return new SparseBlock(layout.features(), starts, Arrays.copyOf(indices, next), Arrays.copyOf(values, next));
    }
}
