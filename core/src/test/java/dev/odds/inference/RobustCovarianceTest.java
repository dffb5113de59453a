package dev.odds.inference;

import static dev.odds.inference.Analyses.covariance;
import static dev.odds.inference.Analyses.errors;
import static dev.odds.inference.Analyses.fit;
import static dev.odds.inference.Analyses.numbers;
import static dev.odds.inference.Analyses.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.Analysis;
import dev.odds.LogisticRegression;
import dev.odds.Reference;
import dev.odds.design.Roles;
import dev.odds.design.Tables;
import dev.odds.table.InputException;
import dev.odds.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RobustCovarianceTest {
    private static final Reference R = Reference.load("birthwt-robust");

    private static Table births() {
        Table table = Analyses.example("birthwt");
        double[] age = numbers(table, "age");
        double[] lwt = numbers(table, "lwt");
        double[] ftv = numbers(table, "ftv");
        double[] low = numbers(table, "low");
        double[] ptl = numbers(table, "ptl");
        Table more = with(table, "cluster", i -> age[i]);
        more = with(more, "frequency", i -> 1 + age[i] % 3);
        more = with(more, "sampling", i -> lwt[i] / 100);
        more = with(more, "trials", i -> 2 + ftv[i]);
        more = with(more, "successes", i -> Math.min(2 + ftv[i], low[i] + ptl[i]));
        return with(more, "offset", i -> lwt[i] / 200);
    }

    private static Roles dropping(String target, String... columns) {
        return Roles.target(target).withDrop(List.of(columns));
    }

    /** R puts the bias first. */
    private static void assertAgrees(String key, double[] found) {
        double[] expected = R.array(key);
        for (int j = 0; j < expected.length; j++) {
            double mine = found[j == 0 ? found.length - 1 : j - 1];
            assertEquals(1, mine / expected[j], 1e-11, key + " " + j);
        }
        assertEquals(expected.length, found.length, key);
    }

    @Test
    void rowsAndClustersAgreeWithR() {
        Roles roles = dropping("low", "frequency", "sampling", "trials", "successes", "offset");
        Analysis analysis = fit(births(), roles.withCluster("cluster"));
        assertAgrees("plain.estimates", analysis.fitted().orElseThrow().estimates());
        assertAgrees("plain.fisher", errors(analysis, Covariances.FISHER));
        assertAgrees("plain.hc0", errors(analysis, Covariances.HC0));
        assertAgrees("plain.hc1", errors(analysis, Covariances.HC1));
        assertAgrees("plain.cluster", errors(analysis, Covariances.CLUSTER));
    }

    @Test
    void frequenciesAgreeWithR() {
        Roles roles = dropping("low", "sampling", "trials", "successes", "offset");
        Analysis analysis = fit(births(), roles.withCluster("cluster").withWeights("frequency"));
        assertAgrees("frequency.estimates", analysis.fitted().orElseThrow().estimates());
        assertAgrees("frequency.hc0", errors(analysis, Covariances.HC0));
        assertAgrees("frequency.hc1", errors(analysis, Covariances.HC1));
        assertAgrees("frequency.cluster", errors(analysis, Covariances.CLUSTER));
    }

    @Test
    void samplingWeightsAgreeWithR() {
        Roles roles = dropping("low", "frequency", "trials", "successes", "offset");
        Analysis rows = fit(births(), roles.withSamplingWeights("sampling").withCluster("cluster"));
        assertAgrees("sampling.estimates", rows.fitted().orElseThrow().estimates());
        assertAgrees("sampling.cluster", errors(rows, Covariances.SAMPLING));
        Roles alone = dropping("low", "frequency", "trials", "successes", "offset", "cluster");
        Analysis analysis = fit(births(), alone.withSamplingWeights("sampling"));
        assertAgrees("sampling.rows", errors(analysis, Covariances.SAMPLING));
    }

    @Test
    void countsWithFrequenciesAndAnOffsetAgreeWithR() {
        Roles roles = dropping("successes / trials", "low", "lwt", "cluster", "sampling");
        Analysis analysis = fit(births(), roles.withWeights("frequency").withOffset("offset"));
        assertAgrees("counts.estimates", analysis.fitted().orElseThrow().estimates());
        assertAgrees("counts.fisher", errors(analysis, Covariances.FISHER));
        assertAgrees("counts.hc0", errors(analysis, Covariances.HC0));
        assertAgrees("counts.hc1", errors(analysis, Covariances.HC1));
        assertEquals(R.scalar("counts.logLikelihood"), analysis.fit().logLikelihood(), 1e-11);
    }

    /** Stata takes unweighted rows for a sample of weights 1. */
    @Test
    void spectorIsStatas() {
        Reference stata = Reference.load("spector-stata-robust");
        Analysis analysis = fit(Analyses.example("spector"), Roles.target("grade"));
        assertEquals(stata.names(), Analyses.names(analysis));
        double[] errors = errors(analysis, Covariances.SAMPLING);
        for (int j = 0; j < errors.length; j++) {
            assertEquals(
                    1,
                    errors[j] / stata.standardErrors()[j],
                    1e-6,
                    stata.names().get(j));
        }
    }

    @Test
    void weightTwoIsTheRowTwice() {
        for (long seed = 1; seed <= 8; seed++) {
            Random random = new Random(seed);
            Table table = Analyses.random(seed, 150, 4, seed % 2 == 0 ? 1 : 0.1);
            int[] weights = random.ints(150, 0, 3).toArray();
            int[] twice = IntStream.range(0, 150)
                    .flatMap(i -> IntStream.range(0, weights[i]).map(k -> i))
                    .toArray();
            Table clustered = with(table, "g", i -> i % 20);
            Roles roles = Roles.target("y").withCluster("g");
            Analysis weighted = fit(with(clustered, "w", i -> weights[i]), roles.withWeights("w"));
            Analysis repeated = fit(Tables.rows(clustered, twice), roles);
            for (Covariances kind : List.of(Covariances.HC0, Covariances.HC1, Covariances.CLUSTER)) {
                assertRelative(covariance(repeated, kind), covariance(weighted, kind), 1e-10, "seed " + seed + kind);
            }
        }
    }

    @Test
    void clustersOfOneRowAreRowsTimesTheFactor() {
        Table table = with(Analyses.random(3, 300, 5, 0.7), "g", i -> 7 * i);
        Analysis analysis = fit(table, Roles.target("y").withCluster("g"));
        RobustCovariance clusters = RobustCovariance.of(
                analysis.fitted().orElseThrow(), analysis.data().units(), Covariances.CLUSTER);
        assertEquals(300, clusters.observations());
        double[] rows = covariance(analysis, Covariances.HC0).packed();
        double[] expected = Arrays.stream(rows).map(v -> v * 300 / 299).toArray();
        assertRelative(new Covariance(6, expected), clusters.covariance(), 1e-12, "clusters of one");
    }

    /** More clusters than fit into one go, on one thread and on three. */
    @Test
    void manyClustersAreReadInSeveralGoesWithTheSameBits() {
        int n = 40_000;
        Table table = with(Analyses.random(5, n, 60, 1), "g", i -> i * 7919L % n);
        Roles roles = Roles.target("y").withCluster("g");
        Analysis one = LogisticRegression.create().withThreads(1).analyse(table, roles);
        Analysis three = LogisticRegression.create().withThreads(3).analyse(table, roles);
        for (Covariances kind : List.of(Covariances.FISHER, Covariances.HC0, Covariances.HC1, Covariances.CLUSTER)) {
            assertArrayEquals(
                    covariance(one, kind).packed(), covariance(three, kind).packed(), kind.word());
        }
        double[] rows = covariance(one, Covariances.HC0).packed();
        double[] expected = Arrays.stream(rows).map(v -> v * n / (n - 1)).toArray();
        assertRelative(new Covariance(61, expected), covariance(one, Covariances.CLUSTER), 1e-10, "goes");
    }

    @Test
    void unitsAndCentersOfColumnsDoNotMatter() {
        Table table = Analyses.random(8, 400, 3, 1);
        double[] x = numbers(table, "x1");
        Table moved = with(table, "z", i -> (x[i] + 1e5) * 1e3);
        Table plain = with(table, "z", i -> x[i]);
        Roles roles = Roles.target("y").withDrop(List.of("x1"));
        double[] expected = errors(fit(plain, roles), Covariances.HC0);
        double[] found = errors(fit(moved, roles), Covariances.HC0);
        assertEquals(1, found[0] / expected[0], 1e-9);
        assertEquals(1, 1e3 * found[2] / expected[2], 1e-9);
    }

    /** What is separated is not there; an aliased column has no error. */
    @Test
    void separatedRowsAndAliasedColumnsStandAside() {
        Table table = with(Analyses.random(9, 200, 3, 1), "always", i -> 0);
        double[] y = numbers(table, "y");
        double[] x = numbers(table, "x0");
        Table apart = with(table, "s", i -> i < 20 && y[i] == 1 ? 1 : 0);
        apart = with(apart, "twice", i -> 2 * x[i]);
        int[] rest = IntStream.range(0, 200).filter(i -> i >= 20 || y[i] == 0).toArray();
        Roles roles = Roles.target("y").withDrop(List.of("always"));
        double[] found = errors(fit(apart, roles), Covariances.HC1);
        double[] expected = errors(fit(Tables.rows(apart, rest), roles), Covariances.HC1);
        assertTrue(Double.isNaN(found[3]) && Double.isNaN(found[4]));
        for (int j : new int[] {0, 1, 2, 5}) {
            assertEquals(1, found[j] / expected[j], 1e-8, "variable " + j);
        }
    }

    @Test
    void whatCannotBeHadIsRefusedInASentence() {
        Table table = Analyses.random(4, 60, 2, 1);
        Analysis plain = fit(table, Roles.target("y"));
        String none = assertThrows(InputException.class, () -> covariance(plain, Covariances.CLUSTER))
                .getMessage();
        assertTrue(none.contains("found no clusters"), none);
        Table lone = with(table, "g", i -> 1);
        Roles alone = Roles.target("y").withCluster("g");
        String one = assertThrows(InputException.class, () -> fit(lone, alone)).getMessage();
        assertTrue(one.contains("found 1 independent observations, expected more than 1"), one);
    }

    private static void assertRelative(Covariance expected, Covariance found, double tolerance, String told) {
        for (int i = 0; i < expected.order(); i++) {
            for (int j = 0; j <= i; j++) {
                double size = Math.sqrt(expected.get(i, i) * expected.get(j, j));
                assertEquals(expected.get(i, j), found.get(i, j), tolerance * size, told + " " + i + " " + j);
            }
        }
    }
}
