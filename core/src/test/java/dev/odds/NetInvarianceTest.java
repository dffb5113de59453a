package dev.odds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not change an elastic net, or must change it in a known way. */
class NetInvarianceTest {
    private static final int N = 700;
    private static final int D = 8;
    private static final long SEED = 31;
    private static final RandomData DATA = RandomData.of(SEED, N, D, 0.8);
    private static final double TOLERANCE = 1e-13;
    /** Coefficients are this far from the minimum's at most, where F is within the tolerance. */
    private static final double NEAR = 5e-6;

    private static final Shrinkage SHAPE = new Shrinkage(
            0.02, 0.7, true, Map.of("x2", 2.0, "x5", 0.0), Map.of("x3", 0.0, "x7", -0.05), Map.of("x4", 0.1));

    private static NetCase base(Shrinkage shrinkage) {
        ArrayResponse y = ArrayResponse.of(DATA.y(), DATA.weights(), DATA.offset());
        return new NetCase("seed " + SEED, DATA.x(), y, true, false, false, shrinkage, 2);
    }

    private static double[] solve(NetCase net) {
        Optimum optimum = net.prepared(TOLERANCE).solve();
        assertTrue(optimum.converged(), net.name() + ": " + optimum.certificate());
        return optimum.estimates();
    }

    private static double[][] rows(UnaryOperator<double[]> change) {
        return Arrays.stream(DATA.x()).map(double[]::clone).map(change).toArray(double[][]::new);
    }

    /** What is said of x_j said of x_{to[j]}. */
    private static Shrinkage renamed(Shrinkage of, int[] to) {
        return of.withFactors(renamed(of.factors(), to)).withBounds(renamed(of.lower(), to), renamed(of.upper(), to));
    }

    private static Map<String, Double> renamed(Map<String, Double> of, int[] to) {
        Map<String, Double> renamed = new HashMap<>();
        of.forEach((name, value) -> renamed.put("x" + (to[Integer.parseInt(name.substring(1)) - 1] + 1), value));
        return renamed;
    }

    private static Map<String, Double> negative(Map<String, Double> of) {
        Map<String, Double> negative = new HashMap<>();
        of.forEach((name, value) -> negative.put(name, 0 - value));
        return negative;
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        List<Integer> order = new ArrayList<>(IntStream.range(0, N).boxed().toList());
        Collections.shuffle(order, new Random(SEED));
        int[] rows = order.stream().mapToInt(i -> i).toArray();
        NetCase base = base(SHAPE);
        double[][] x = order.stream().map(i -> DATA.x()[i]).toArray(double[][]::new);
        ArrayResponse y = ArrayResponse.weighted(
                picked(base.y().success(), rows),
                picked(base.y().failure(), rows),
                picked(base.y().offset(), rows));
        assertArrayEquals(solve(base), solve(base.with(x, y)), NEAR);
    }

    private static double[] picked(double[] from, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> from[i]).toArray();
    }

    @Test
    void theOrderOfColumnsDoesNotMatter() {
        int[] to = {5, 3, 0, 7, 1, 6, 2, 4};
        NetCase base = base(SHAPE);
        double[][] x = rows(row -> {
            double[] moved = new double[D];
            for (int j = 0; j < D; j++) {
                moved[to[j]] = row[j];
            }
            return moved;
        });
        double[] found = solve(base.with(x, base.y()).with(renamed(SHAPE, to)));
        double[] expected = solve(base);
        for (int j = 0; j < D; j++) {
            assertEquals(expected[j], found[to[j]], NEAR, "x" + (j + 1));
        }
        assertEquals(expected[D], found[D], NEAR);
    }

    @Test
    void aWeightOfTwoIsTheRowTwice() {
        List<double[]> rows = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        double[] weights = new double[N];
        for (int i = 0; i < N; i++) {
            weights[i] = i % 3;
            for (int k = 0; k < weights[i]; k++) {
                rows.add(DATA.x()[i]);
                labels.add(DATA.y()[i]);
            }
        }
        double[] y = labels.stream().mapToDouble(Double::doubleValue).toArray();
        NetCase twice = base(SHAPE).with(rows.toArray(double[][]::new), ArrayResponse.of(y));
        NetCase weighted = base(SHAPE).with(DATA.x(), ArrayResponse.of(DATA.y(), weights, null));
        assertArrayEquals(solve(twice), solve(weighted), NEAR);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e9})
    void theSizeOfAllWeightsDoesNotMatter(double factor) {
        double[] weights = Arrays.stream(DATA.weights()).map(w -> factor * w).toArray();
        ArrayResponse scaled = ArrayResponse.of(DATA.y(), weights, DATA.offset());
        assertArrayEquals(solve(base(SHAPE)), solve(base(SHAPE).with(DATA.x(), scaled)), NEAR);
    }

    @Test
    void swappedLabelsTurnEverySignAndBound() {
        NetCase base = base(SHAPE);
        double[] offset = Arrays.stream(DATA.offset()).map(o -> -o).toArray();
        ArrayResponse y = ArrayResponse.weighted(base.y().failure(), base.y().success(), offset);
        Shrinkage turned = SHAPE.withBounds(negative(SHAPE.upper()), negative(SHAPE.lower()));
        double[] found = solve(base.with(DATA.x(), y).with(turned));
        assertArrayEquals(solve(base), Arrays.stream(found).map(t -> -t).toArray(), NEAR);
    }

    @ParameterizedTest
    @CsvSource({"0, 1e8", "1, 1e-8", "4, 1e8", "5, 1e8", "5, 1e-8"})
    void theScaleOfAStandardisedFeatureDoesNotMatter(int feature, double factor) {
        double[] expected = solve(base(SHAPE));
        double[][] x = rows(row -> {
            row[feature] *= factor;
            return row;
        });
        double[] found = solve(base(SHAPE).with(x, base(SHAPE).y()));
        found[feature] *= factor;
        assertArrayEquals(expected, found, NEAR);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theOriginOfAFeatureDoesNotMatterBesideABias(boolean standardize) {
        Shrinkage shape = SHAPE.withStandardize(standardize);
        double[][] near = rows(row -> {
            row[0] = Math.rint(row[0] * 1024) / 1024;
            return row;
        });
        double[][] far = Arrays.stream(near).map(double[]::clone).toArray(double[][]::new);
        Arrays.stream(far).forEach(row -> row[0] += 1 << 20);
        ArrayResponse y = base(shape).y();
        double[] expected = solve(base(shape).with(near, y));
        double[] found = solve(base(shape).with(far, y));
        assertArrayEquals(Arrays.copyOf(expected, D), Arrays.copyOf(found, D), NEAR);
        assertEquals(expected[D], found[D] + found[0] * (1 << 20), 1e-5);
    }

    @Test
    void whetherZerosAreStoredDoesNotMatter() {
        NetCase base = base(SHAPE);
        assertArrayEquals(solve(base), solve(base.withSparse(true)), NEAR);
    }

    @Test
    void anOffsetOfOneSizeMovesTheBiasOnly() {
        double[] offset = Arrays.stream(DATA.offset()).map(o -> o + 2).toArray();
        double[] expected = solve(base(SHAPE));
        expected[D] -= 2;
        double[] found = solve(base(SHAPE).with(DATA.x(), ArrayResponse.of(DATA.y(), DATA.weights(), offset)));
        assertArrayEquals(expected, found, NEAR);
    }

    @Test
    void aFactorIsAUnitOfTheFeature() {
        Shrinkage lasso = new Shrinkage(0.02, 1, false, Map.of("x1", 4.0), Map.of(), Map.of());
        double[] expected = solve(base(lasso));
        double[][] x = rows(row -> {
            row[0] /= 4;
            return row;
        });
        double[] found = solve(base(lasso).with(x, base(lasso).y()).with(lasso.withFactors(Map.of())));
        found[0] /= 4;
        assertArrayEquals(expected, found, NEAR);
    }

    /** Strictly convex, the objective has one minimum, which treats twins alike; the lasso's is as low without the twin. */
    @Test
    void twinsShareWhatOneWouldHave() {
        double[][] x = rows(row -> {
            row[D - 1] = row[0];
            return row;
        });
        Shrinkage plain = new Shrinkage(0.01, 0.5, true, Map.of(), Map.of(), Map.of());
        double[] shared = solve(base(plain).with(x, base(plain).y()));
        assertTrue(shared[0] != 0, "x1 does not matter");
        assertEquals(shared[0], shared[D - 1], NEAR);
        NetCase both = base(plain.withL1Ratio(1)).with(x, base(plain).y());
        NetCase one = both.with(both.shrinkage().withBounds(Map.of("x8", 0.0), Map.of("x8", 0.0)));
        Optimum withBoth = both.prepared(TOLERANCE).solve();
        Optimum withOne = one.prepared(TOLERANCE).solve();
        assertEquals(0, withOne.estimates()[D - 1]);
        assertEquals(withOne.solution().value(), withBoth.solution().value(), 1e-12);
        double[] sums = withBoth.estimates();
        sums[0] += sums[D - 1];
        assertEquals(withOne.estimates()[0], sums[0], NEAR);
    }

    /** Large enough for several shards. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyNumberOfThreadsGivesTheSameBits(boolean sparse) {
        RandomData data = RandomData.of(SEED, 20_000, 40, sparse ? 0.2 : 1);
        ArrayResponse y = ArrayResponse.of(data.y(), data.weights(), data.offset());
        NetCase net = new NetCase("large", data.x(), y, true, sparse, false, SHAPE, 1);
        double[] one = solve(net);
        for (int threads = 2; threads <= 4; threads++) {
            assertArrayEquals(one, solve(net.withThreads(threads)), threads + " threads");
        }
    }
}
