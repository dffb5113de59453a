package dev.odds.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.odds.RandomData;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.DenseBlock;
import dev.odds.design.FloatBlock;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Scaling;
import dev.odds.design.SparseBlock;
import dev.odds.design.Workers;
import dev.odds.optimize.Need;
import dev.odds.optimize.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients by five-point differences of F, Hessians by differences of gradients, for every storage and kind of problem. */
class DerivativesTest {
    private static final long SEED = 11;
    private static final int D = 19;

    private record Case(String storage, boolean bias, boolean weights, boolean offset, double lambda) {}

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String storage : List.of("float64", "float32", "sparse", "ones")) {
            for (int bits = 0; bits < 16; bits++) {
                cases.add(new Case(storage, (bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0, (bits & 8) > 0 ? 0.1 : 0));
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void derivativesAreThoseOfDifferences(Case c) {
        LogisticObjective f = new LogisticObjective(problem(c));
        Random random = new Random(SEED);
        double[] x = random.doubles(f.size(), -0.5, 0.5).toArray();
        Point point = f.at(x, Need.HESSIAN);
        double h = 1e-3;
        for (int j = 0; j < x.length; j++) {
            double slope =
                    (8 * (value(f, x, j, h) - value(f, x, j, -h)) - value(f, x, j, 2 * h) + value(f, x, j, -2 * h))
                            / (12 * h);
            assertEquals(slope, point.gradient()[j], 1e-10, "gradient " + j + ", seed " + SEED);
            double[] up = gradient(f, x, j, h);
            double[] down = gradient(f, x, j, -h);
            double[] up2 = gradient(f, x, j, 2 * h);
            double[] down2 = gradient(f, x, j, -2 * h);
            double[] column = new double[x.length];
            double[] unit = new double[x.length];
            unit[j] = 1;
            point.times(unit, column);
            for (int i = 0; i < x.length; i++) {
                double second = (8 * (up[i] - down[i]) - up2[i] + down2[i]) / (12 * h);
                assertEquals(second, point.hessian().get(i, j), 1e-10, "Hessian " + i + ", " + j);
                assertEquals(point.hessian().get(i, j), column[i], 1e-13, "Hessian times unit vector " + j);
            }
        }
    }

    private static double value(LogisticObjective f, double[] x, int j, double h) {
        return f.at(moved(x, j, h), Need.VALUE).value();
    }

    private static double[] gradient(LogisticObjective f, double[] x, int j, double h) {
        return f.at(moved(x, j, h), Need.GRADIENT).gradient();
    }

    private static double[] moved(double[] x, int j, double h) {
        double[] to = x.clone();
        to[j] += h;
        return to;
    }

    private static Problem problem(Case c) {
        RandomData data = RandomData.of(SEED, 601, D, c.storage.equals("float64") ? 1 : 0.4);
        if (c.storage.equals("ones")) {
            for (double[] row : data.x()) {
                for (int j = 0; j < D; j++) {
                    row[j] = row[j] == 0 ? 0 : 1;
                }
            }
        }
        ArrayResponse y =
                ArrayResponse.of(data.y(), c.weights ? data.weights() : null, c.offset ? data.offset() : null);
        double[] units = new Random(SEED).doubles(D, 0.5, 2).toArray();
        MemoryDesign design = new MemoryDesign(blocks(c, data), Scaling.none(D), Workers.of(1));
        return new Problem(design, y, new Penalty(c.lambda, units), c.bias);
    }

    private static Block[] blocks(Case c, RandomData data) {
        if (c.storage.equals("float32")) {
            return data.dense().stream().map(DerivativesTest::narrowed).toArray(Block[]::new);
        }
        List<? extends Block> blocks = c.storage.equals("float64") ? data.dense() : data.sparse();
        if (c.storage.equals("ones")) {
            return data.sparse().stream()
                    .map(b -> new SparseBlock(D, b.starts(), b.indices(), null))
                    .toArray(Block[]::new);
        }
        return blocks.toArray(Block[]::new);
    }

    private static Block narrowed(DenseBlock block) {
        float[] values = new float[block.values().length];
        for (int v = 0; v < values.length; v++) {
            values[v] = (float) block.values()[v];
        }
        return new FloatBlock(D, values, block.examples());
    }
}
