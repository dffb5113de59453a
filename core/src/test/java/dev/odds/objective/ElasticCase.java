package dev.odds.objective;

import dev.odds.RandomData;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Scaling;
import dev.odds.design.Workers;
import dev.odds.optimize.Box;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A seeded problem with an elastic net of every kind that the options allow, and the same in plain numbers. */
record ElasticCase(long seed, double[][] x, ArrayResponse y, boolean bias, Penalty penalty, boolean sparse) {
    private static final int[][] SIZES = {{1, 1}, {3, 2}, {20, 5}, {60, 20}, {200, 60}, {30, 100}, {40, 40}};
    private static final double[] RATIOS = {1, 1, 1, 0.95, 0.5, 0.1, 0};

    static ElasticCase of(long seed) {
        Random random = new Random(seed);
        int[] size = SIZES[random.nextInt(SIZES.length)];
        int n = size[0];
        int d = size[1];
        boolean sparse = random.nextInt(3) == 0;
        double[][] x = features(random, n, d, sparse);
        ArrayResponse y = response(random, x);
        boolean bias = n > 1 && random.nextInt(4) > 0;
        boolean free = n > 3 * d && random.nextInt(3) == 0;
        double[] units = random.nextBoolean() ? deviations(x) : ones(d);
        double[] factors = ones(d);
        if (random.nextInt(3) == 0) {
            Arrays.setAll(factors, j -> free && j < 2 ? 0 : 0.25 * (1 + random.nextInt(8)));
        }
        double ratio = RATIOS[random.nextInt(RATIOS.length)];
        Box box = random.nextInt(3) == 0 ? box(random, units) : null;
        double lambda = largest(x, y, units) * Math.pow(10, -3 * random.nextDouble());
        return new ElasticCase(seed, x, y, bias, new Penalty(lambda, ratio, units, factors, box, false), sparse);
    }

    private static double[] ones(int d) {
        return IntStream.range(0, d).mapToDouble(j -> 1).toArray();
    }

    private static double[][] features(Random random, int n, int d, boolean sparse) {
        double[][] x = new double[n][d];
        boolean duplicate = d > 4 && random.nextInt(4) == 0;
        boolean large = d > 4 && random.nextInt(4) == 0;
        double common = random.nextInt(3) == 0 ? 1 : 0;
        for (double[] row : x) {
            double shared = common * random.nextGaussian();
            for (int j = 0; j < d; j++) {
                row[j] = sparse && random.nextInt(4) > 0 ? 0 : shared + random.nextGaussian();
            }
            row[d - 1] = duplicate ? row[d - 2] : row[d - 1];
            row[0] = large ? 1e8 * row[0] : row[0];
        }
        return x;
    }

    /** Labels that follow three of the features, weighted or not, in groups or not. */
    private static ArrayResponse response(Random random, double[][] x) {
        int n = x.length;
        int d = x[0].length;
        double strength = 3 * random.nextDouble();
        int kind = n == 1 ? 3 : random.nextInt(4);
        double[] offset = random.nextInt(3) == 0 ? random.doubles(n, -2, 2).toArray() : null;
        double[] success = new double[n];
        double[] failure = new double[n];
        for (int i = 0; i < n; i++) {
            double z = -0.5;
            for (int j = d > 4 ? 1 : 0; j < Math.min(d, 4); j++) {
                z += strength * x[i][j];
            }
            boolean one = i > 1 ? random.nextDouble() < 1 / (1 + Math.exp(-z)) : i == 1;
            double w = kind == 1 && i > 1 ? random.nextInt(4) : kind == 2 ? Math.pow(10, random.nextInt(5) - 2) : 1;
            success[i] = kind == 3 ? 1 + random.nextInt(4) : one ? w : 0;
            failure[i] = kind == 3 ? 1 + random.nextInt(4) : one ? 0 : w;
        }
        return ArrayResponse.weighted(success, failure, offset);
    }

    private static double[] deviations(double[][] x) {
        double[] deviations = new double[x[0].length];
        for (int j = 0; j < deviations.length; j++) {
            int column = j;
            double mean =
                    Arrays.stream(x).mapToDouble(row -> row[column]).average().orElseThrow();
            double squares = Arrays.stream(x)
                    .mapToDouble(row -> Math.pow(row[column] - mean, 2))
                    .sum();
            deviations[j] = Math.sqrt(squares / x.length);
        }
        return deviations;
    }

    private static Box box(Random random, double[] units) {
        double[] lower = new double[units.length];
        double[] upper = new double[units.length];
        for (int j = 0; j < lower.length; j++) {
            double unit = units[j] == 0 ? 1 : units[j];
            lower[j] = random.nextBoolean() ? 0 : random.nextBoolean() ? Double.NEGATIVE_INFINITY : -0.2 / unit;
            upper[j] = random.nextInt(3) > 0 ? Double.POSITIVE_INFINITY : 0.3 / unit;
        }
        return new Box(lower, upper);
    }

    /** About the least lambda that leaves nothing. */
    private static double largest(double[][] x, ArrayResponse y, double[] units) {
        double rate = y.successes() / y.weight();
        double largest = 1e-3;
        for (int j = 0; j < units.length; j++) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += x[i][j] * (y.success()[i] - rate * (y.success()[i] + y.failure()[i]));
            }
            largest = units[j] == 0 ? largest : Math.max(largest, Math.abs(sum) / y.weight() / units[j]);
        }
        return largest;
    }

    Problem problem() {
        int d = x[0].length;
        RandomData data = new RandomData(x, null, null, null);
        List<? extends Block> blocks = sparse ? data.sparse() : data.dense();
        MemoryDesign design = new MemoryDesign(blocks.toArray(Block[]::new), Scaling.none(d), Workers.of(1));
        return new Problem(design, y, penalty, bias);
    }

    /** An example with, last, what multiplies the bias. */
    double[] row(int i) {
        double[] row = Arrays.copyOf(x[i], x[i].length + (bias ? 1 : 0));
        if (bias) {
            row[x[i].length] = 1;
        }
        return row;
    }
}
