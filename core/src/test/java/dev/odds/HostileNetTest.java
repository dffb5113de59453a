package dev.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Elastic nets at the end of what is allowed: separated labels, sizes, weights, offsets and shapes out of all proportion. */
class HostileNetTest {
    private static final int N = 200;
    private static final int D = 6;
    private static final double[][] X = normal(4, N, D);
    private static final double[] Y = labels(4, X);

    private static double[][] normal(long seed, int n, int d) {
        Random random = new Random(seed);
        double[][] x = new double[n][d];
        for (double[] row : x) {
            Arrays.setAll(row, j -> Math.rint(256 * random.nextGaussian()) / 256);
        }
        return x;
    }

    private static double[] labels(long seed, double[][] x) {
        Random random = new Random(seed);
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            double z = x[i][0] - x[i][x[i].length - 1];
            y[i] = random.nextDouble() < 1 / (1 + StrictMath.exp(-z)) ? 1 : 0;
        }
        y[0] = 1;
        y[1] = 0;
        return y;
    }

    private static Shrinkage net(double lambda, double l1Ratio, boolean standardize) {
        return new Shrinkage(lambda, l1Ratio, standardize, Map.of(), Map.of(), Map.of());
    }

    private static NetCase of(String name, double[][] x, ArrayResponse y, boolean bias, Shrinkage shrinkage) {
        return new NetCase(name, x, y, bias, false, false, shrinkage, 2);
    }

    private static Optimum optimal(NetCase net, double tolerance) {
        Optimum optimum = net.prepared(tolerance).solve();
        NetConditionsTest.assertOptimal(net, optimum, tolerance);
        return optimum;
    }

    @ParameterizedTest
    @CsvSource({"1e-3, 1", "1e-6, 1", "1e-12, 1", "1e-16, 1", "1e-3, 1e-3", "1e-6, 1e-3", "1e-12, 1e-3", "1e-16, 1e-3"})
    void separatedLabelsHaveAFiniteFitHoweverSmallThePenalty(double lambda, double l1Ratio) {
        double[] y = Arrays.stream(X).mapToDouble(row -> row[0] > 0 ? 1 : 0).toArray();
        for (boolean bias : new boolean[] {true, false}) {
            String name = "lambda " + lambda + ", l1Ratio " + l1Ratio + ", bias " + bias;
            Optimum optimum = optimal(of(name, X, ArrayResponse.of(y), bias, net(lambda, l1Ratio, false)), 1e-8);
            assertTrue(optimum.coefficients().theta()[0] > 1, name);
        }
    }

    /** At and above the least lambda at which nothing is left, nothing is; a little below, something. */
    @Test
    void theLargestLambdaIsSharp() {
        double largest = new NaiveNet(of("", X, ArrayResponse.of(Y), true, net(0, 1, true))).largestPenalty();
        for (double part : new double[] {1e300, 1e6, 2, 1 + 1e-9, 1 - 1e-6, 0.99}) {
            NetCase net = of("part " + part, X, ArrayResponse.of(Y), true, net(part * largest, 1, true));
            double[] theta = optimal(net, 1e-14).coefficients().theta();
            assertEquals(part > 1, Arrays.stream(theta).allMatch(t -> t == 0), net.name());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-100, 1e-20})
    void aLambdaOfNoWeightIsNone(double lambda) {
        Optimum tiny = optimal(of("lambda " + lambda, X, ArrayResponse.of(Y), true, net(lambda, 0.5, true)), 1e-10);
        Optimum none = of("none", X, ArrayResponse.of(Y), true, net(0, 0.5, true))
                .prepared(1e-10)
                .solve();
        assertEquals(none.solution().value(), tiny.solution().value(), 1e-10);
    }

    @Test
    void aFewExamplesAreEnough() {
        ArrayResponse two = ArrayResponse.of(new double[] {1, 0});
        double[][] x = {{1}, {2}};
        optimal(of("two", x, two, true, net(0.01, 1, false)), 1e-10);
        optimal(of("two without a bias", x, two, false, net(0.01, 1, false)), 1e-10);
        optimal(of("two, one constant", new double[][] {{1, 5}, {2, 5}}, two, true, net(0.01, 0.5, true)), 1e-10);
        ArrayResponse one = ArrayResponse.of(new double[] {1});
        optimal(of("one", new double[][] {{1}}, one, false, net(0.01, 1, false)), 1e-10);
        ArrayResponse none = ArrayResponse.of(new double[N]);
        optimal(of("one label", X, none, false, net(0.01, 1, false)), 1e-10);
    }

    @Test
    void constantFeaturesHaveNoCoefficientBesideABias() {
        double[][] x = new double[N][];
        Arrays.fill(x, new double[] {1, 7, 0});
        for (boolean standardize : new boolean[] {true, false}) {
            Optimum optimum = optimal(of("constant", x, ArrayResponse.of(Y), true, net(0.01, 1, standardize)), 1e-10);
            assertTrue(Arrays.stream(optimum.coefficients().theta()).allMatch(t -> t == 0));
        }
        optimal(of("constant alone", x, ArrayResponse.of(Y), false, net(0.01, 1, false)), 1e-10);
        optimal(of("constant, standardised", x, ArrayResponse.of(Y), false, net(0.01, 1, true)), 1e-10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-100, 1e-12, 1e12, 1e100})
    void weightsMayBeOfAnySizeAndWild(double size) {
        Random random = new Random(9);
        double[] wild =
                random.ints(N, -6, 7).mapToDouble(e -> size * Math.pow(10, e)).toArray();
        optimal(of("weights " + size, X, ArrayResponse.of(Y, wild, null), true, net(1e-3, 1, true)), 1e-10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 50, 700})
    void offsetsMayBeFarOff(double size) {
        Random random = new Random(10);
        assertOptimalBeside(size, i -> Y[i] == 1 ? -size : size);
        assertOptimalBeside(size, i -> size);
        assertOptimalBeside(size, i -> random.nextBoolean() ? size : -size);
    }

    private static void assertOptimalBeside(double size, IntToDoubleFunction offset) {
        double[] offsets = new double[N];
        Arrays.setAll(offsets, offset);
        NetCase net = of("offset " + size, X, ArrayResponse.of(Y, null, offsets), true, net(1e-3, 1, true));
        optimal(net, 1e-8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-60, 1e-8, 1e8, 1e60})
    void aFeatureMayBeOfAnySize(double factor) {
        double[][] x = Arrays.stream(X).map(double[]::clone).toArray(double[][]::new);
        Arrays.stream(x).forEach(row -> row[0] *= factor);
        optimal(of("factor " + factor, x, ArrayResponse.of(Y), true, net(0.01, 1, true)), 1e-10);
        optimal(of("factor " + factor, x, ArrayResponse.of(Y), true, net(0.01, 1, false)), 1e-10);
    }

    @ParameterizedTest
    @CsvSource({"1e-2, 1", "1e-2, 0.1", "1e-6, 1", "1e-6, 0.1"})
    void columnsMayBeAllButEqual(double lambda, double l1Ratio) {
        double[][] x = Arrays.stream(X).map(double[]::clone).toArray(double[][]::new);
        for (double[] row : x) {
            for (int j = 1; j < D; j++) {
                row[j] = row[0] + 1e-6 * row[j];
            }
        }
        optimal(of("near " + lambda, x, ArrayResponse.of(Y), true, net(lambda, l1Ratio, false)), 1e-10);
    }

    /** Powers of one number: the Hessian's condition is 1e16 and more. */
    @ParameterizedTest
    @CsvSource({"1e-3, true", "1e-3, false", "1e-6, true", "1e-6, false"})
    void powersOfOneNumberAreColumnsLikeOthers(double lambda, boolean standardize) {
        double[][] x = new double[60][12];
        for (int i = 0; i < 60; i++) {
            for (int j = 0; j < 12; j++) {
                x[i][j] = Math.pow((i + 1) / 60.0, j + 1);
            }
        }
        optimal(of("powers " + lambda, x, ArrayResponse.of(labels(13, x)), true, net(lambda, 1, standardize)), 1e-8);
    }

    @Test
    void boundsAloneMayHoldEverything() {
        Map<String, Double> zero = new HashMap<>();
        Map<String, Double> tiny = new HashMap<>();
        Map<String, Double> minus = new HashMap<>();
        for (int j = 1; j <= D; j++) {
            zero.put("x" + j, 0.0);
            tiny.put("x" + j, 1e-9);
            minus.put("x" + j, -1e-9);
        }
        Shrinkage none = net(0, 1, false);
        optimal(of("held at 0", X, ArrayResponse.of(Y), true, none.withBounds(zero, zero)), 1e-10);
        optimal(of("all but held", X, ArrayResponse.of(Y), true, none.withBounds(minus, tiny)), 1e-10);
        double[] y = Arrays.stream(X).mapToDouble(row -> row[0] > 0 ? 1 : 0).toArray();
        Shrinkage stopped = none.withBounds(Map.of(), Map.of("x1", 2.0));
        Optimum optimum = optimal(of("no separation", X, ArrayResponse.of(y), true, stopped), 1e-8);
        assertEquals(2, optimum.coefficients().theta()[0]);
    }

    /** What was not reached is said, with the bound that there is. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void tooFewIterationsAreNoConvergence(int iterations) {
        NetCase net = of("", X, ArrayResponse.of(Y), true, net(1e-4, 1, true));
        Prepared prepared = net.prepared(1e-12);
        LogisticRegression few = prepared.spec().withMaxIterations(iterations);
        Optimum optimum = new Prepared(few, prepared.design(), prepared.response(), prepared.constraints()).solve();
        assertFalse(optimum.converged());
        assertEquals(iterations, optimum.solution().iterations());
        double bias = optimum.coefficients().bias()[0];
        double gain = new NaiveNet(net).certainGain(optimum.coefficients().theta(), bias);
        assertTrue(
                gain <= optimum.certificate().relativeGap() * optimum.solution().nullLoss());
    }
}
