package dev.odds.train;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.DenseBlock;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Scaling;
import dev.odds.design.Workers;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Box;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** A seeded elastic net of a few dozen examples, in stored coordinates: twins, more features than examples, bounds, free features. */
record SmallNet(long seed, double[][] x, ArrayResponse y, boolean bias, Penalty penalty) {
    private static final double[] RATIOS = {1, 1, 0.5, 0.05, 0};
    private static final double[] LAMBDAS = {1e-4, 1e-3, 0.01, 0.03, 0.1};

    static SmallNet of(long seed) {
        Random random = new Random(seed);
        int n = 16 + random.nextInt(40);
        int d = random.nextInt(4) == 0 ? n + random.nextInt(6) : 1 + random.nextInt(9);
        double[][] x = features(random, n, d);
        boolean bias = random.nextInt(4) > 0;
        double[] offset = random.nextInt(3) == 0 ? random.doubles(n, -2, 2).toArray() : null;
        double[] y = new double[n];
        double[] weights = new double[n];
        boolean weighted = random.nextBoolean();
        for (int i = 0; i < n; i++) {
            double z = x[i][0] - x[i][d - 1] + 0.3 * x[i][d / 2] + (offset == null ? 0 : offset[i]);
            y[i] = random.nextDouble() < 1 / (1 + StrictMath.exp(-z)) ? 1 : 0;
            weights[i] = weighted ? random.nextInt(4) + (i < 2 ? 1 : 0) : 1;
        }
        y[0] = 1;
        y[1] = 0;
        return new SmallNet(seed, x, ArrayResponse.of(y, weights, offset), bias, penalty(random, d, n));
    }

    private static double[][] features(Random random, int n, int d) {
        double[][] x = new double[n][d];
        boolean twins = random.nextInt(4) == 0;
        boolean near = random.nextInt(4) == 0;
        double scale = random.nextInt(4) == 0 ? 0x1p10 : 1;
        for (double[] row : x) {
            Arrays.setAll(row, j -> random.nextGaussian());
            row[d - 1] = twins ? row[0] : near ? row[0] + 0.01 * row[d - 1] : row[d - 1];
            row[d / 2] *= scale;
        }
        return x;
    }

    private static Penalty penalty(Random random, int d, int n) {
        double[] units = new double[d];
        double[] factors = new double[d];
        double[] lower = new double[d];
        double[] upper = new double[d];
        boolean free = d < n / 4 && random.nextInt(4) == 0;
        boolean graded = random.nextInt(3) == 0;
        boolean bounded = random.nextInt(4) == 0;
        for (int j = 0; j < d; j++) {
            units[j] = graded ? Math.pow(2, random.nextInt(5) - 2) : 1;
            factors[j] = free && j == 0 ? 0 : graded ? 0.5 + random.nextDouble() : 1;
            lower[j] = bounded && random.nextInt(3) == 0 ? -0.4 * random.nextInt(2) : Double.NEGATIVE_INFINITY;
            upper[j] = bounded && random.nextInt(3) == 0 ? 0.4 * random.nextInt(2) : Double.POSITIVE_INFINITY;
        }
        Box box = bounded ? new Box(lower, upper) : null;
        double ratio = RATIOS[random.nextInt(RATIOS.length)];
        return new Penalty(LAMBDAS[random.nextInt(LAMBDAS.length)], ratio, units, factors, box, false);
    }

    /** Whether the minimum is no single point, for the penalty is none the wiser by which of two equal columns has the coefficient. */
    boolean isLassoOfTwins() {
        int last = x[0].length - 1;
        boolean equal = Arrays.stream(x).allMatch(row -> row[0] == row[last]);
        return last > 0 && equal && penalty.l1Ratio() == 1;
    }

    Problem problem() {
        double[] values = Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray();
        Block block = new DenseBlock(x[0].length, values, x.length);
        MemoryDesign design = new MemoryDesign(new Block[] {block}, Scaling.none(x[0].length), Workers.of(1));
        return new Problem(design, y, penalty, bias);
    }

    /** The examples, a 1 at the end of each where there is a bias. */
    double[][] rows() {
        return Arrays.stream(x)
                .map(row -> {
                    double[] longer = Arrays.copyOf(row, row.length + (bias ? 1 : 0));
                    Arrays.fill(longer, row.length, longer.length, 1);
                    return longer;
                })
                .toArray(double[][]::new);
    }

    /** A number for every feature, and the bias's. */
    double[] each(int size, IntToDoubleFunction ofFeature, double ofBias) {
        double[] each = new double[size];
        Arrays.setAll(each, j -> j < x[0].length ? ofFeature.applyAsDouble(j) : ofBias);
        return each;
    }

    double lower(int j) {
        return penalty.box() == null ? Double.NEGATIVE_INFINITY : penalty.box().lower()[j];
    }

    double upper(int j) {
        return penalty.box() == null ? Double.POSITIVE_INFINITY : penalty.box().upper()[j];
    }

    double offset(int i) {
        return y.offset() == null ? 0 : y.offset()[i];
    }

    /** Of example i at theta and, if there is one, the bias. */
    double logit(int i, double[] at) {
        double z = offset(i) + (bias ? at[at.length - 1] : 0);
        for (int j = 0; j < x[0].length; j++) {
            z += at[j] * x[i][j];
        }
        return z;
    }

    /** F, in double. */
    double value(double[] at) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double z = logit(i, at);
            double tail = Math.log1p(Math.exp(-Math.abs(z)));
            sum += y.success()[i] * (Math.max(-z, 0) + tail) + y.failure()[i] * (Math.max(z, 0) + tail);
        }
        return sum / y.weight() + penalty.value(at);
    }

    /** A solution's variables. */
    static double[] variables(Solution solution) {
        double[] theta = solution.coefficients().theta();
        double[] bias = solution.coefficients().bias();
        double[] variables = Arrays.copyOf(theta, theta.length + bias.length);
        System.arraycopy(bias, 0, variables, theta.length, bias.length);
        return variables;
    }
}
