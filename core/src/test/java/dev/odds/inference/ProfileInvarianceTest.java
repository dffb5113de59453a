package dev.odds.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.RandomData;
import dev.odds.design.ArrayResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the intervals and tests of a model must not depend on, or must follow. */
class ProfileInvarianceTest {
    private static final double DIGITS = 1e-9;

    private static Solved solved(double[][] x, RandomData data, int[] rows, double[] weights, boolean bias) {
        double[][] chosen = IntStream.of(rows).mapToObj(i -> x[i]).toArray(double[][]::new);
        double[] y = IntStream.of(rows).mapToDouble(i -> data.y()[i]).toArray();
        double[] offset = IntStream.of(rows).mapToDouble(i -> data.offset()[i]).toArray();
        return Solved.of(chosen, ArrayResponse.of(y, weights, offset), bias, 1);
    }

    private static int[] all(RandomData data) {
        return IntStream.range(0, data.y().length).toArray();
    }

    private static void assertSame(List<Interval> expected, List<Interval> found, String message) {
        for (int j = 0; j < expected.size(); j++) {
            assertMapped(expected.get(j), found.get(j), 1, 0, message + ", variable " + j);
        }
    }

    /** Found is expected times a factor plus a shift. */
    private static void assertMapped(Interval expected, Interval found, double factor, double shift, String message) {
        double width = factor * (expected.upper() - expected.lower());
        assertEquals(factor * expected.lower() + shift, found.lower(), DIGITS * width, message);
        assertEquals(factor * expected.upper() + shift, found.upper(), DIGITS * width, message);
    }

    private static void assertSameTests(Solved expected, Solved found, String message) {
        List<TermTest> first = expected.tests().terms(expected.terms());
        List<TermTest> second = found.tests().terms(found.terms());
        for (int j = 0; j < first.size(); j++) {
            double statistic = first.get(j).statistic();
            assertEquals(statistic, second.get(j).statistic(), DIGITS * Math.max(1, statistic), message);
        }
        assertEquals(expected.tests().score().statistic(), found.tests().score().statistic(), 1e-8, message);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neitherScaleNorOriginOfAColumnMatters(long seed) {
        RandomData data = RandomData.of(seed, 120, 3, 0.8);
        double[][] moved = Arrays.stream(data.x()).map(double[]::clone).toArray(double[][]::new);
        for (double[] row : moved) {
            row[0] = 1000 * row[0] + 500_000;
            row[1] = row[1] / 4096;
        }
        Solved plain = solved(data.x(), data, all(data), null, true);
        Solved mapped = solved(moved, data, all(data), null, true);
        String message = "seed " + seed;
        assertMapped(plain.intervals().get(0), mapped.intervals().get(0), 1e-3, 0, message);
        assertMapped(plain.intervals().get(1), mapped.intervals().get(1), 4096, 0, message);
        assertMapped(plain.intervals().get(2), mapped.intervals().get(2), 1, 0, message);
        assertSameTests(plain, mapped, message);
    }

    /** Written for x_1 + 2, the bias is b - 2 theta_1; written for x_1 as it is, b. Codes of a factor mean as much. */
    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void theBiasIsThatOfTheUsersColumns(long seed) {
        RandomData data = RandomData.of(seed, 150, 2, 1);
        double[][] group = new double[data.y().length][];
        double[][] other = new double[data.y().length][];
        for (int i = 0; i < group.length; i++) {
            double first = i % 3 == 0 ? 1 : 0;
            group[i] = new double[] {first, data.x()[i][0]};
            other[i] = new double[] {1 - first, data.x()[i][0]};
        }
        Solved one = solved(group, data, all(data), null, true);
        Solved two = solved(other, data, all(data), null, true);
        Interval theta = one.intervals().get(0);
        assertMapped(new Interval(theta.upper(), theta.lower()), two.intervals().get(0), -1, 0, "seed " + seed);
        double[][] rowsOfFirst = new double[data.y().length][];
        for (int i = 0; i < group.length; i++) {
            rowsOfFirst[i] = new double[] {group[i][0], other[i][0], data.x()[i][0]};
        }
        Solved without = solved(rowsOfFirst, data, all(data), null, false);
        assertMapped(without.intervals().get(1), one.intervals().get(2), 1, 0, "seed " + seed);
        assertMapped(without.intervals().get(0), two.intervals().get(2), 1, 0, "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void theOrderOfRowsDoesNotMatterAndARowTwiceIsWeightTwo(long seed) {
        RandomData data = RandomData.of(seed, 100, 4, 0.6);
        Random random = new Random(seed);
        List<Integer> rows = new ArrayList<>();
        double[] weights = new double[data.y().length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 + random.nextInt(3);
            rows.addAll(Collections.nCopies((int) weights[i], i));
        }
        Collections.shuffle(rows, random);
        Solved weighted = solved(data.x(), data, all(data), weights, true);
        int[] repeated = rows.stream().mapToInt(Integer::intValue).toArray();
        Solved often = solved(data.x(), data, repeated, null, true);
        assertSame(weighted.intervals(), often.intervals(), "seed " + seed);
        assertSameTests(weighted, often, "seed " + seed);
        Goodness first = Goodness.of(weighted.problem(), weighted.solution());
        Goodness second = Goodness.of(often.problem(), often.solution());
        assertEquals(first.nagelkerke(), second.nagelkerke(), 1e-13, "seed " + seed);
        assertEquals(first.tjur(), second.tjur(), 1e-9, "seed " + seed);
    }

    @Test
    void everyNumberOfThreadsGivesTheSameBits() {
        RandomData data = RandomData.of(21, 3000, 5, 0.7);
        ArrayResponse y = ArrayResponse.of(data.y(), data.weights(), data.offset());
        Solved one = Solved.of(data.x(), y, true, 1);
        for (int threads : new int[] {2, 3}) {
            Solved many = Solved.of(data.x(), y, true, threads);
            assertEquals(one.intervals(), many.intervals());
            assertEquals(one.tests().terms(one.terms()), many.tests().terms(many.terms()));
            assertEquals(one.tests().score(), many.tests().score());
            assertEquals(Goodness.of(one.problem(), one.solution()), Goodness.of(many.problem(), many.solution()));
        }
    }

    /** x_3 = x_1 - x_2 is left out; without x_1 it is not, and says as much as x_1 did. */
    @Test
    void aTermThatOthersReplaceTestsNothing() {
        RandomData data = RandomData.of(31, 90, 2, 1);
        double[][] x = new double[90][];
        for (int i = 0; i < x.length; i++) {
            double first = Math.rint(64 * data.x()[i][0]);
            double second = Math.rint(64 * data.x()[i][1]);
            x[i] = new double[] {first, second, first - second, 5};
        }
        Solved found = solved(x, data, all(data), null, true);
        List<TermTest> tests = found.tests().terms(found.terms());
        for (TermTest test : tests) {
            assertEquals(0, test.df(), test.term());
            assertEquals(0, test.statistic(), test.term());
            assertTrue(Double.isNaN(test.p()), test.term());
        }
        assertEquals(2, found.tests().whole().df());
        assertEquals(Interval.NONE, found.intervals().get(2));
        assertEquals(Interval.NONE, found.intervals().get(3));
        assertTrue(Double.isFinite(found.intervals().get(0).lower()));
    }
}
