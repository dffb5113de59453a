package dev.odds;

import dev.odds.design.ArrayExamples;
import dev.odds.design.ArrayResponse;
import dev.odds.design.DesignBuilder;
import dev.odds.design.Examples;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Workers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * A seeded elastic net on the user's scale. All numbers of x are multiples of 1/256, so that float32 loses none of them.
 *
 * @param x n rows of d numbers
 * @param sparse whether zeros are not stored
 */
record NetCase(
        String name,
        double[][] x,
        ArrayResponse y,
        boolean bias,
        boolean sparse,
        boolean float32,
        Shrinkage shrinkage,
        int threads) {
    private static final double[] RATIOS = {1, 1, 0.5, 0.1, 1e-3, 0};
    /** Of the penalty at which nothing is left. */
    private static final double[] PARTS = {0.9, 0.5, 0.1, 0.01, 1e-3};

    /** What is special about a case. */
    enum Kind {
        PLAIN,
        WEIGHTS,
        OFFSET,
        COUNTS,
        SPARSE,
        WIDE,
        DUPLICATES,
        COLLINEAR,
        SCALES,
        SHIFTED,
        CONSTANT,
        NO_BIAS,
        FACTORS,
        FREE,
        SIGNS,
        BOUNDS,
        BOUNDS_ALONE,
        FLOAT32,
        RARE,
        MIXTURE
    }

    static NetCase of(Kind kind, long seed) {
        return new Drawing(kind, seed).draw();
    }

    int examples() {
        return x.length;
    }

    int features() {
        return x[0].length;
    }

    NetCase with(double[][] rows, ArrayResponse response) {
        return new NetCase(name, rows, response, bias, sparse, float32, shrinkage, threads);
    }

    NetCase with(Shrinkage other) {
        return new NetCase(name, x, y, bias, sparse, float32, other, threads);
    }

    NetCase withSparse(boolean other) {
        return new NetCase(name, x, y, bias, other, float32, shrinkage, threads);
    }

    NetCase withThreads(int other) {
        return new NetCase(name, x, y, bias, sparse, float32, shrinkage, other);
    }

    Prepared prepared(double tolerance) {
        LogisticRegression spec = LogisticRegression.create()
                .withBias(bias)
                .withShrinkage(shrinkage)
                .withTolerance(tolerance)
                .withThreads(threads)
                .withFloat32(float32);
        Examples examples = sparse ? new SparseArray(x) : ArrayExamples.of(x);
        MemoryDesign design =
                new DesignBuilder(bias, float32, Workers.of(threads)).build(examples, LogisticRegression::name);
        return new Prepared(spec, design, y, Constraints.of(shrinkage, features()));
    }

    /** Draws one, always in the same order. */
    private static final class Drawing {
        private final Kind kind;
        private final long seed;
        private final Random random;
        private final boolean any;
        private final int n;
        private final int d;
        private final boolean bias;
        private final boolean sparse;

        Drawing(Kind kind, long seed) {
            this.kind = kind;
            this.seed = seed;
            this.random = new Random(1_000_003 * seed + kind.ordinal());
            this.any = kind == Kind.MIXTURE;
            boolean wide = kind == Kind.WIDE || (any && random.nextInt(3) == 0);
            this.n = wide ? 40 + random.nextInt(20) : 120 + random.nextInt(200);
            this.d = wide ? 80 + random.nextInt(60) : 3 + random.nextInt(10);
            this.bias = kind != Kind.NO_BIAS && !(any && random.nextInt(4) == 0);
            this.sparse = kind == Kind.SPARSE || (any && random.nextBoolean());
        }

        NetCase draw() {
            double[][] x = features();
            double[] offset = has(Kind.OFFSET) ? random.doubles(n, -3, 3).toArray() : null;
            ArrayResponse y = response(x, offset);
            Shrinkage shape = shape();
            NetCase shaped = new NetCase(kind + " " + seed, x, y, bias, sparse, has(Kind.FLOAT32), shape, 2);
            if (kind == Kind.BOUNDS_ALONE) {
                return shaped;
            }
            double part = PARTS[random.nextInt(PARTS.length)];
            double largest = new NaiveNet(shaped).largestPenalty() / Math.max(0.01, shape.l1Ratio());
            return shaped.with(shape.withLambda(part * largest));
        }

        /** Whether the case has what is special of another kind. */
        private boolean has(Kind other) {
            return kind == other || (any && random.nextInt(3) == 0);
        }

        private double[][] features() {
            double[][] x = new double[n][d];
            double density = sparse ? 0.2 : 1;
            for (double[] row : x) {
                Arrays.setAll(row, j -> random.nextDouble() < density ? rounded(random.nextGaussian()) : 0);
            }
            boolean twins = has(Kind.DUPLICATES);
            boolean collinear = has(Kind.COLLINEAR);
            boolean scales = has(Kind.SCALES);
            boolean shifted = has(Kind.SHIFTED) && !sparse;
            boolean constant = has(Kind.CONSTANT);
            for (double[] row : x) {
                row[d - 1] = twins ? row[0] : row[d - 1];
                row[1] = collinear ? row[0] + 2 * row[d - 2] : row[1];
                row[0] *= scales ? 0x1p27 : 1;
                row[d - 2] *= scales ? 0x1p-27 : 1;
                row[2] = constant ? 3 : row[2];
                row[1] += shifted ? 1 << 14 : 0;
            }
            return x;
        }

        private static double rounded(double value) {
            return Math.rint(256 * value) / 256;
        }

        private ArrayResponse response(double[][] x, double[] offset) {
            double[] theta = random.doubles(d, -1, 1).toArray();
            double[] sizes = new double[d];
            for (double[] row : x) {
                for (int j = 0; j < d; j++) {
                    sizes[j] = Math.max(sizes[j], Math.abs(row[j] - x[0][j]));
                }
            }
            boolean weighted = has(Kind.WEIGHTS);
            boolean counts = has(Kind.COUNTS);
            double shift = kind == Kind.RARE ? -4 : 0.3;
            double[] success = new double[n];
            double[] failure = new double[n];
            for (int i = 0; i < n; i++) {
                double z = shift + (offset == null ? 0 : offset[i]);
                for (int j = 0; j < d; j++) {
                    z += sizes[j] == 0 ? 0 : 3 * theta[j] * (x[i][j] - x[0][j]) / sizes[j];
                }
                int trials = counts ? random.nextInt(5) : 1;
                double weight = weighted ? random.nextInt(4) * 0.75 : 1;
                for (int t = 0; t < trials; t++) {
                    (random.nextDouble() < 1 / (1 + StrictMath.exp(-z)) ? success : failure)[i] += weight;
                }
            }
            success[0] = Math.max(1, success[0]);
            failure[1] = Math.max(1, failure[1]);
            return ArrayResponse.weighted(success, failure, offset);
        }

        private Shrinkage shape() {
            boolean alone = kind == Kind.BOUNDS_ALONE;
            Map<String, Double> factors = new HashMap<>();
            Map<String, Double> lower = new HashMap<>();
            Map<String, Double> upper = new HashMap<>();
            boolean graded = has(Kind.FACTORS);
            boolean free = has(Kind.FREE);
            boolean signs = has(Kind.SIGNS);
            boolean bounds = has(Kind.BOUNDS) || alone;
            for (int j = 0; j < d; j++) {
                String feature = "x" + (j + 1);
                if (graded) {
                    factors.put(feature, Math.pow(10, random.nextInt(4) - 2));
                }
                if (free && j % 5 == 1) {
                    factors.put(feature, 0.0);
                }
                if (signs && random.nextBoolean()) {
                    (random.nextBoolean() ? lower : upper).put(feature, 0.0);
                }
                if (bounds && random.nextBoolean()) {
                    lower.put(feature, -0.3 * random.nextInt(3));
                    upper.put(feature, 0.3 * random.nextInt(3));
                }
            }
            double ratio = alone ? 0 : RATIOS[random.nextInt(RATIOS.length)];
            return new Shrinkage(0, ratio, random.nextBoolean(), factors, lower, upper);
        }
    }
}
