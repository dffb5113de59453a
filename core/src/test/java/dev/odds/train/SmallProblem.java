package dev.odds.train;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.DenseBlock;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Scaling;
import dev.odds.design.SparseBlock;
import dev.odds.design.Workers;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A seeded problem of a few dozen examples, of every kind that the options allow. */
record SmallProblem(
        long seed, double[][] x, ArrayResponse y, boolean bias, double lambda, double[] units, boolean sparse) {
    private static final double[] LAMBDAS = {0, 1e-8, 1e-5, 1e-3, 0.1, 10};

    static SmallProblem of(long seed) {
        Random random = new Random(seed);
        int n = 25 + random.nextInt(35);
        int d = 1 + random.nextInt(4);
        boolean sparse = random.nextInt(3) == 0;
        double[][] x = features(random, n, d, sparse);
        boolean bias = random.nextInt(4) > 0;
        double[] offset = random.nextInt(3) == 0 ? random.doubles(n, -3, 3).toArray() : null;
        double strength = new double[] {0.3, 1, 4}[random.nextInt(3)];
        double shift = bias && random.nextInt(4) == 0 ? -3 : 0;
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double z = shift + strength * Arrays.stream(x[i]).sum() + (offset == null ? 0 : offset[i]);
            y[i] = random.nextDouble() < 1 / (1 + Math.exp(-z)) ? 1 : 0;
        }
        y[0] = 1;
        y[1] = 0;
        double[] units = new double[d];
        Arrays.setAll(units, j -> random.nextInt(3) == 0 ? Math.pow(2, random.nextInt(9) - 4) : 1);
        ArrayResponse response = ArrayResponse.of(y, weights(random, n), offset);
        return new SmallProblem(seed, x, response, bias, LAMBDAS[random.nextInt(LAMBDAS.length)], units, sparse);
    }

    private static double[][] features(Random random, int n, int d, boolean sparse) {
        double[][] x = new double[n][d];
        double near = Math.pow(10, -random.nextInt(6));
        boolean collinear = d > 1 && random.nextInt(3) == 0;
        for (double[] row : x) {
            for (int j = 0; j < d; j++) {
                row[j] = sparse && random.nextInt(3) > 0 ? 0 : random.nextGaussian();
            }
            if (collinear) {
                row[d - 1] = row[0] + near * row[d - 1];
            }
        }
        return x;
    }

    private static double[] weights(Random random, int n) {
        int kind = random.nextInt(4);
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            weights[i] = switch (kind) {
                case 0 -> 1;
                case 1 -> random.nextInt(4) + (i < 2 ? 1 : 0);
                case 2 -> Math.pow(10, random.nextInt(13) - 6);
                default -> 1e9 * (1 + random.nextInt(3));
            };
        }
        return weights;
    }

    Problem problem() {
        int d = units.length;
        Block block = sparse
                ? sparseBlock()
                : new DenseBlock(
                        d, Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray(), x.length);
        MemoryDesign design = new MemoryDesign(new Block[] {block}, Scaling.none(d), Workers.of(1));
        return new Problem(design, y, new Penalty(lambda, units), bias);
    }

    private SparseBlock sparseBlock() {
        int[] starts = new int[x.length + 1];
        List<Integer> indices = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < units.length; j++) {
                if (x[i][j] != 0) {
                    indices.add(j);
                    values.add(x[i][j]);
                }
            }
            starts[i + 1] = indices.size();
        }
        return new SparseBlock(
                units.length,
                starts,
                indices.stream().mapToInt(Integer::intValue).toArray(),
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The optimum over the variables that a solution kept. */
    PreciseOptimum optimum(Solution near) {
        int[] kept = near.kept();
        double[][] rows = new double[x.length][kept.length];
        double[] ridge = new double[kept.length];
        for (int k = 0; k < kept.length; k++) {
            int j = kept[k];
            ridge[k] = j < units.length ? lambda * units[j] * units[j] : 0;
            for (int i = 0; i < x.length; i++) {
                rows[i][k] = j < units.length ? x[i][j] : 1;
            }
        }
        return new PreciseOptimum(rows, y, ridge, variables(near));
    }

    /** The kept variables of a solution. */
    static double[] variables(Solution solution) {
        double[] theta = solution.coefficients().theta();
        return Arrays.stream(solution.kept())
                .mapToDouble(j ->
                        j < theta.length ? theta[j] : solution.coefficients().bias()[0])
                .toArray();
    }
}
