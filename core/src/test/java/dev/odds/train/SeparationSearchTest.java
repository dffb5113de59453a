package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Cases whose answer is known by construction or published; directions are checked in decimal arithmetic on the doubles. */
class SeparationSearchTest {
    private static SeparationRounds checked(double[][] x, ArrayResponse y, boolean bias, String message) {
        SeparationRounds rounds = SeparationRounds.of(SeparationRounds.problem(x, y, bias, 2));
        SeparationOracle.check(x, y.success(), y.failure(), rounds.directions(), message);
        return rounds;
    }

    private static SeparationRounds checked(double[][] x, double[] y, boolean bias) {
        return checked(x, ArrayResponse.of(y), bias, "");
    }

    /** As detectseparation 0.3 and firthmodels answer. */
    @Test
    void publishedSmallCases() {
        double[][] complete = {{1, -1, 2}, {1, -1, -2}, {1, -2, -2}, {1, 2, 2}};
        assertEquals(
                4,
                checked(complete, new double[] {0, 1, 1, 1}, false).separated().cardinality());
        SeparationRounds overlapping = checked(new double[][] {{-1}, {0}, {1}, {2}}, new double[] {0, 1, 0, 1}, true);
        assertTrue(overlapping.separated().isEmpty());
        assertTrue(overlapping.finite());
        double[][] ordered = {{1}, {2}, {3}, {4}, {5}, {6}};
        double[] halves = {0, 0, 0, 1, 1, 1};
        assertEquals(Map.of(0, 1, 1, -1), checked(ordered, halves, true).signs());
        SeparationRounds through0 = checked(ordered, halves, false);
        assertTrue(through0.separated().isEmpty());
        assertTrue(through0.finite());
    }

    @Test
    void thirtyRareDummiesAreNamedInOneCallAndNothingElse() {
        Random random = new Random(5);
        int n = 3000;
        double[][] x = new double[n][32];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i][30] = random.nextGaussian();
            x[i][31] = random.nextInt(2);
            y[i] = random.nextDouble() < 1 / (1 + Math.exp(-x[i][30])) ? 1 : 0;
            if (i < 90) {
                x[i][i % 30] = 1;
                y[i] = i % 2;
            }
        }
        SeparationRounds rounds = checked(x, y, true);
        assertEquals(1, rounds.directions().size());
        assertEquals(90, rounds.separated().cardinality());
        assertTrue(rounds.finite());
        Map<Integer, Integer> signs = rounds.signs();
        for (int j = 0; j < 30; j++) {
            assertEquals(j % 2 == 0 ? -1 : 1, signs.remove(j));
        }
        assertTrue(signs.isEmpty(), () -> "also named: " + signs);
    }

    /** Decimal columns about a million: x_2 = x_0 in ties, x_3 = 2 x_1; their doubles tie exactly too. */
    @Test
    void decimalsFarFromZeroTieExactly() {
        Random random = new Random(6);
        int n = 500;
        double[][] x = new double[n][4];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = random.nextInt(2);
            x[i][0] = 1e6 + 0.1 * random.nextInt(1000);
            x[i][1] = 0.1 * random.nextInt(1000);
            x[i][2] = i % 5 == 0 ? x[i][0] + (y[i] == 1 ? 0.3 : -0.3) * (1 + random.nextInt(9)) : x[i][0];
            x[i][3] = i % 7 == 0 ? 2 * x[i][1] - (y[i] == 1 ? 0.7 : -0.7) * (1 + random.nextInt(9)) : 2 * x[i][1];
        }
        SeparationRounds rounds = checked(x, y, true);
        assertTrue(rounds.finite());
        assertEquals(100 + 72 - 15, rounds.separated().cardinality());
        assertEquals(Map.of(0, -1, 1, 1, 2, 1, 3, -1), rounds.signs());
    }

    /**
     * Seven of eight dimensions are held by examples with both labels, six-digit numbers at random; what is orthogonal to them has
     * about forty digits. The others lie by its exact sign, one of them a whole unit from the boundary: 1 in 10^40.
     */
    @Test
    void aDirectionOfFortyDigitsIsFound() {
        PlantedSeparation planted = PlantedSeparation.of(7, 8, 60);
        SeparationRounds rounds =
                checked(planted.x(), ArrayResponse.weighted(planted.success(), planted.failure(), null), false, "");
        assertEquals(1, rounds.directions().size());
        assertEquals(60, rounds.separated().cardinality());
        assertTrue(Arrays.stream(rounds.directions().get(0).v()).anyMatch(v -> v.bitLength() > 110));
        assertTrue(rounds.finite());
    }

    /** x_2 = 10000 x_0 + x_1 in ties: on unit scales, x_1 has a ten-thousandth part of the direction. */
    @Test
    void aSmallPartOfADirectionIsNotLost() {
        Random random = new Random(8);
        double[][] x = new double[300][3];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = random.nextInt(2);
            x[i][0] = random.nextInt(100);
            x[i][1] = random.nextInt(100);
            x[i][2] = 10_000 * x[i][0] + x[i][1] + (i % 5 == 0 ? 40 * y[i] - 20 : 0);
        }
        SeparationRounds rounds = checked(x, y, true);
        assertEquals(Map.of(0, -1, 1, -1, 2, 1), rounds.signs());
        assertEquals(60, rounds.separated().cardinality());
    }

    @Test
    void oneExampleOnTheWrongSideByOneUnitIsSeen() {
        for (int seed = 0; seed < 10; seed++) {
            PlantedSeparation planted = PlantedSeparation.of(seed, 4, 40);
            double[] success = planted.success().clone();
            double[] failure = planted.failure().clone();
            int nearest = planted.nearest();
            success[nearest] = planted.failure()[nearest];
            failure[nearest] = planted.success()[nearest];
            SeparationRounds rounds =
                    checked(planted.x(), ArrayResponse.weighted(success, failure, null), false, "seed " + seed);
            assertTrue(rounds.separated().isEmpty(), "seed " + seed);
        }
    }

    @Test
    void columnsOfExtremeSizesAreExact() {
        double[][] x = {{1e119, 3e-119}, {-1e119, 3e-119}, {1e119, -4e-320}, {-1e119, -4e-320}, {5, 1e-320}};
        double[] y = {1, 1, 0, 0, 1};
        Direction direction = SeparationSearch.find(
                        SeparationRounds.problem(x, y, false), new int[] {0, 1}, new double[2])
                .orElseThrow();
        assertEquals(5, direction.separated().cardinality());
        assertEquals(0, direction.v()[0].signum());
        assertEquals(1, direction.v()[1].signum());
        double[] failure = SeparationEnumerationTest.failures(y);
        SeparationOracle.check(x, y, failure, List.of(direction), "extreme sizes");
    }

    @Test
    void examplesWithoutWeightDoNotCountAndOffsetsDoNotMatter() {
        double[][] x = {{1, 0}, {2, 1}, {3, 1}, {4, 0}, {2, 5}};
        double[] success = {0, 0, 2, 3, 7};
        double[] failure = {1, 2, 0, 0, 0};
        success[4] = 0;
        double[] offset = {3, -2, 1, 100, 0};
        SeparationRounds rounds = checked(x, ArrayResponse.weighted(success, failure, offset), true, "offsets");
        assertEquals(4, rounds.separated().cardinality());
        assertFalse(rounds.separated().get(4));
    }

    @Test
    void mixedGroupsStayOnTheBoundary() {
        double[][] x = {{0, 1}, {0, 3}, {1, 2}, {1, 1}, {1, 7}};
        ArrayResponse y = ArrayResponse.grouped(new double[] {3, 2, 5, 4, 1}, new double[] {8, 5, 5, 4, 1}, null);
        SeparationRounds rounds = checked(x, y, true, "groups");
        assertEquals(Map.of(0, 1), rounds.signs());
        assertEquals(3, rounds.separated().cardinality());
        assertTrue(rounds.finite());
    }
}
