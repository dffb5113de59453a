package dev.odds.inference;

import static dev.odds.inference.Analyses.covariance;
import static dev.odds.inference.Analyses.fit;
import static dev.odds.inference.Analyses.names;
import static dev.odds.inference.Analyses.numbers;
import static dev.odds.inference.Analyses.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.Analysis;
import dev.odds.Reference;
import dev.odds.design.Roles;
import dev.odds.design.Span;
import dev.odds.table.InputException;
import dev.odds.table.NumericColumn;
import dev.odds.table.Table;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaldTestTest {
    private static final Reference R = Reference.load("birthwt-robust");

    private static WaldTest test(Analysis analysis, Covariances kind, String hypothesis) {
        Hypothesis parsed = Hypothesis.parse(hypothesis, names(analysis));
        return WaldTest.of(analysis.fitted().orElseThrow(), covariance(analysis, kind), parsed, names(analysis));
    }

    private static Analysis births() {
        return fit(Analyses.example("birthwt"), Roles.target("low"));
    }

    @Test
    void jointTestsAgreeWithR() {
        Analysis births = births();
        WaldTest race = test(births, Covariances.HC0, "race=other = race=white = 0");
        assertEquals(2, race.df());
        assertEquals(1, race.statistic() / R.scalar("wald.race"), 1e-10);
        assertEquals(1, race.p() / R.scalar("wald.race.p"), 1e-10);
        WaldTest two = test(births, Covariances.HC0, "race=other = race=white, 2*smoke - ht = 0.5");
        assertEquals(1, two.statistic() / R.scalar("wald.two"), 1e-10);
    }

    @Test
    void allOfSpectorIsStatas() {
        Reference stata = Reference.load("spector-stata-robust");
        WaldTest all =
                test(fit(Analyses.example("spector"), Roles.target("grade")), Covariances.SAMPLING, "gpa, tuce, psi");
        assertEquals(3, all.df());
        assertEquals(1, all.statistic() / stata.scalar("wald"), 1e-6);
        assertEquals(1, all.p() / stata.scalar("wald.p"), 1e-6);
    }

    @Test
    void ofOneCoefficientItIsTheSquareOfZ() {
        Analysis births = births();
        for (Estimate e : births.fit().coefficients()) {
            WaldTest one = test(births, Covariances.FISHER, "`" + e.name() + "` = 0");
            assertEquals(1, one.statistic() / (e.z() * e.z()), 1e-10, e.name());
            assertEquals(1, one.p() / e.p(), 1e-9, e.name());
        }
    }

    @Test
    void theTermOfAColumnIsAllItsLevels() {
        Analysis births = births();
        Covariance hc0 = covariance(births, Covariances.HC0);
        for (Span span : births.data().encoder().spans()) {
            WaldTest term =
                    WaldTest.of(births.fitted().orElseThrow(), hc0, span).orElseThrow();
            String levels = String.join(", ", names(births).subList(span.from(), span.to()));
            WaldTest same = test(births, Covariances.HC0, levels);
            assertEquals(same.df(), term.df());
            assertEquals(1, term.statistic() / same.statistic(), 1e-12, levels);
            assertEquals(span.column(), term.what());
        }
    }

    @Test
    void equationsThatFollowFromOthersCountForNothing() {
        Analysis births = births();
        WaldTest two = test(births, Covariances.HC0, "smoke = 1, ht = 2");
        WaldTest four = test(births, Covariances.HC0, "smoke = 1, ht = 2, 1e6*smoke + ht = 1000002, smoke - ht = -1");
        assertEquals(2, four.df());
        assertEquals(two.statistic(), four.statistic(), 1e-12 * two.statistic());
    }

    @Test
    void theUnitsOfColumnsDoNotMatter() {
        Table table = Analyses.random(2, 300, 3, 1);
        double[] x = numbers(table, "x1");
        Analysis plain = fit(table, Roles.target("y"));
        Analysis moved =
                fit(with(table, "z", i -> 1e-7 * x[i] + 3), Roles.target("y").withDrop(List.of("x1")));
        WaldTest expected = test(plain, Covariances.HC1, "x0 = x1, x2 = 1");
        WaldTest found = test(moved, Covariances.HC1, "x0 = 1e-7*z, x2 = 1");
        assertEquals(1, found.statistic() / expected.statistic(), 1e-9);
    }

    @Test
    void contradictionsAreRefused() {
        Analysis births = births();
        for (String hypothesis : List.of("smoke = 0, smoke = 1", "smoke = ht, ht = ptl, ptl - smoke = 1")) {
            String told = refused(births, Covariances.HC0, hypothesis);
            assertTrue(told.contains("expected it not to contradict the equations before it"), told);
        }
    }

    @Test
    void infiniteAndAliasedCoefficientsAreRefusedByName() {
        Table table = Analyses.random(9, 200, 2, 1);
        double[] y = numbers(table, "y");
        double[] x = numbers(table, "x0");
        Table apart = with(with(table, "s", i -> i < 20 && y[i] == 1 ? 1 : 0), "twice", i -> 2 * x[i]);
        Analysis analysis = fit(apart, Roles.target("y"));
        String infinite = refused(analysis, Covariances.FISHER, "x0 = 0, s = 0");
        assertTrue(infinite.contains("the coefficient of s is infinite"), infinite);
        String aliased = refused(analysis, Covariances.FISHER, "twice");
        assertTrue(aliased.contains("the coefficient of twice was not estimated"), aliased);
        assertEquals(1, test(analysis, Covariances.FISHER, "x0 = x1").df());
        Fitted fitted = analysis.fitted().orElseThrow();
        Covariance fisher = fitted.fisher();
        List<Span> spans = analysis.data().encoder().spans();
        assertTrue(WaldTest.of(fitted, fisher, spans.get(2)).isEmpty());
        assertTrue(WaldTest.of(fitted, fisher, spans.get(3)).isEmpty());
        assertTrue(WaldTest.of(fitted, fisher, spans.get(0)).isPresent());
    }

    /** The covariance of three clusters has rank two, where their scores sum to zero. */
    @Test
    void fewClustersTellFewEquationsApart() {
        Analysis analysis = fit(
                with(Analyses.random(6, 90, 4, 1), "g", i -> i % 3),
                Roles.target("y").withCluster("g"));
        assertEquals(2, test(analysis, Covariances.CLUSTER, "x0, x1").df());
        String told = refused(analysis, Covariances.CLUSTER, "x0, x1, x2");
        assertTrue(told.contains("no 3 independent variances"), told);
    }

    /** A true hypothesis has p below 0.05 in about one sample of 20: binomial, 400 samples, within 4 standard deviations. */
    @Test
    void trueHypothesesAreRejectedAsOftenAsTheySay() {
        int rejected = 0;
        for (int seed = 1; seed <= 400; seed++) {
            Random random = new Random(seed);
            double[][] x = new double[3][400];
            double[] y = new double[400];
            for (int i = 0; i < 400; i++) {
                for (int j = 0; j < 3; j++) {
                    x[j][i] = random.nextGaussian();
                }
                double z = 0.4 * x[0][i] + 0.4 * x[1][i] - 0.2;
                y[i] = random.nextDouble() < 1 / (1 + Math.exp(-z)) ? 1 : 0;
            }
            Table table = new Table(
                    "t",
                    400,
                    List.of(
                            new NumericColumn("a", x[0]),
                            new NumericColumn("b", x[1]),
                            new NumericColumn("c", x[2]),
                            new NumericColumn("y", y)));
            rejected += test(fit(table, Roles.target("y")), Covariances.HC1, "a = b, c = 0")
                                    .p()
                            < 0.05
                    ? 1
                    : 0;
        }
        assertEquals(20, rejected, 4 * Math.sqrt(400 * 0.05 * 0.95), "seeds 1 to 400");
    }

    private static String refused(Analysis analysis, Covariances kind, String hypothesis) {
        return assertThrows(InputException.class, () -> test(analysis, kind, hypothesis))
                .getMessage();
    }
}
