package dev.odds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.DenseBlock;
import dev.odds.design.Folds;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Response;
import dev.odds.design.Scaling;
import dev.odds.design.Slice;
import dev.odds.design.Workers;
import dev.odds.objective.LogisticObjective;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Need;
import dev.odds.optimize.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many models over one X. */
class ManyModelsTest {
    private static final long SEED = 20261124;
    private static final int N = 3_000;
    private static final int D = 6;
    private static final RandomData DATA = RandomData.of(SEED, N, D, 1);
    private static final double[] X = SmallFitTest.flat(DATA.x());
    private static final ArrayResponse Y = ArrayResponse.of(DATA.y(), DATA.weights(), DATA.offset());

    private static Prepared prepared(int threads) {
        return LogisticRegression.create()
                .withThreads(threads)
                .withLambda(1e-3)
                .withStandardize(true)
                .prepare(X, D, Y);
    }

    private static void assertSame(Optimum expected, Optimum found) {
        assertArrayEquals(expected.estimates(), found.estimates());
        assertEquals(expected.certificate(), found.certificate());
    }

    /** Lambdas, folds, and labels of chance. */
    private static List<Variant> variants(Prepared prepared) {
        List<Variant> variants = new ArrayList<>(prepared.lambdas(1, 0.1, 0.01, 0));
        variants.addAll(prepared.folds(Folds.stratified(Y, 4, SEED)));
        Random random = new Random(SEED);
        double[] labels = random.ints(N, 0, 2).asDoubleStream().toArray();
        variants.add(new Variant(ArrayResponse.of(labels), 0.5));
        return variants;
    }

    @Test
    void eachOfManyHasTheBitsOfItAloneOnAnyNumberOfThreads() {
        Prepared one = prepared(1);
        List<Variant> variants = variants(one);
        for (int threads : new int[] {1, 2, 3, 8}) {
            Prepared prepared = prepared(threads);
            List<Optimum> together = prepared.solve(variants(prepared));
            assertEquals(variants.size(), together.size());
            for (int k = 0; k < together.size(); k++) {
                assertSame(one.solve(variants.get(k)), together.get(k));
                assertTrue(together.get(k).converged(), "variant " + k);
            }
        }
    }

    @Test
    void aLambdaHasTheBitsOfASpecificationWithIt() {
        Prepared prepared = prepared(2);
        Optimum found = prepared.solve(prepared.lambdas(0.02)).get(0);
        assertSame(prepared.spec().withLambda(0.02).prepare(X, D, Y).solve(), found);
    }

    @Test
    void foldsPartTheExamples() {
        Folds folds = Folds.stratified(Y, 5, SEED);
        double[] seen = new double[N];
        for (int fold = 0; fold < folds.count(); fold++) {
            Response held = folds.held(Y, fold);
            Response fitted = folds.fitted(Y, fold);
            assertEquals(Y.weight(), held.weight() + fitted.weight(), 1e-9);
            assertEquals(0.2, held.weight() / Y.weight(), 0.04, "fold " + fold + " of seed " + SEED);
            for (int i = 0; i < N; i++) {
                double inside = weight(held, i);
                assertEquals(weight(Y, i), inside + weight(fitted, i));
                seen[i] += inside;
            }
        }
        assertArrayEquals(DATA.weights(), seen);
    }

    private static double weight(Response y, int i) {
        Slice slice = y.slice(i, 1);
        return slice.success()[slice.from()] + slice.failure()[slice.from()];
    }

    @Test
    void aFoldIsTheFitOfItsExamplesWithinTheCertificate() {
        Prepared prepared = prepared(2);
        Folds folds = Folds.stratified(Y, 3, SEED);
        Optimum fold = prepared.solve(prepared.folds(folds)).get(1);
        int[] rows = IntStream.range(0, N).filter(i -> folds.of()[i] != 1).toArray();
        double[] x =
                SmallFitTest.flat(Arrays.stream(rows).mapToObj(i -> DATA.x()[i]).toArray(double[][]::new));
        Optimum alone = prepared.spec().prepare(x, D, Y.only(rows)).solve();
        assertArrayEquals(alone.estimates(), fold.estimates(), 1e-9);
        assertEquals(alone.loss(), fold.loss(), 1e-12);
    }

    @Test
    void whateverAbsentExamplesAreNoBitTellsOfThem() {
        double[] weights = DATA.weights().clone();
        Arrays.fill(weights, 200, 2_000, 0);
        ArrayResponse some = ArrayResponse.of(DATA.y(), weights, DATA.offset());
        double[][] wild = DATA.x().clone();
        for (int i = 200; i < 2_000; i++) {
            wild[i] = new double[] {1e9, -3, i, 0, -i, 7};
        }
        Point expected = at(DATA.x(), some);
        Point found = at(wild, some);
        assertEquals(expected.value(), found.value());
        assertArrayEquals(expected.gradient(), found.gradient());
        assertArrayEquals(expected.hessian().packed(), found.hessian().packed());
    }

    private static Point at(double[][] x, ArrayResponse y) {
        List<DenseBlock> blocks = new RandomData(x, null, null, null).dense();
        MemoryDesign design = new MemoryDesign(blocks.toArray(Block[]::new), Scaling.none(D), Workers.of(1));
        double[] theta = new Random(SEED).doubles(D + 1, -0.1, 0.1).toArray();
        return new LogisticObjective(new Problem(design, y, Penalty.none(D), true)).at(theta, Need.HESSIAN);
    }

    @Test
    void groupsHaveTheBitsOfFitsOfTheirExamplesAlone() {
        int[] group = new Random(SEED).ints(N, -3, 4).toArray();
        LogisticRegression spec = LogisticRegression.create();
        List<Group> groups = spec.groups(X, D, Y, group);
        assertEquals(7, groups.size());
        for (Group found : groups) {
            int[] rows =
                    IntStream.range(0, N).filter(i -> group[i] == found.value()).toArray();
            double[] x = SmallFitTest.flat(
                    Arrays.stream(rows).mapToObj(i -> DATA.x()[i]).toArray(double[][]::new));
            assertEquals(rows.length, found.examples());
            assertSame(spec.prepare(x, D, Y.only(rows)).solve(), found.optimum());
        }
        List<Group> single = spec.withThreads(1).groups(X, D, Y, group);
        for (int g = 0; g < 7; g++) {
            assertSame(single.get(g).optimum(), groups.get(g).optimum());
        }
    }

    @Test
    void aGroupOfOneLabelSaysWhyItHasNoModelAndTheOthersHaveTheirs() {
        double[] x = {1, 2, 3, 4, 1, 2, 3, 4};
        double[] y = {0, 1, 0, 1, 1, 1, 1, 1};
        int[] group = {7, 7, 7, 7, 9, 9, 9, 9};
        List<Group> groups = LogisticRegression.create().groups(x, 1, ArrayResponse.of(y), group);
        assertTrue(groups.get(0).optimum().converged());
        assertNull(groups.get(1).optimum());
        assertTrue(
                groups.get(1).refusal().contains("expected examples of both"),
                groups.get(1).refusal());
    }
}
