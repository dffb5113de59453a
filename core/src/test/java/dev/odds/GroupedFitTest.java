package dev.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.Roles;
import dev.odds.evaluation.Evaluation;
import dev.odds.evaluation.Holdout;
import dev.odds.inference.Binomial;
import dev.odds.inference.Estimate;
import dev.odds.table.CategoricalColumn;
import dev.odds.table.Column;
import dev.odds.table.NumericColumn;
import dev.odds.table.ReadMonitor;
import dev.odds.table.ReadOptions;
import dev.odds.table.Table;
import dev.odds.table.TableReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counts of successes among trials, from a table to a fit. */
class GroupedFitTest {
    private static final LogisticRegression SPEC = LogisticRegression.create();

    private static Table read(String file) {
        return (Table) TableReader.read(SharedData.file(file), ReadOptions.defaults(), ReadMonitor.NONE);
    }

    private static void assertFit(Reference expected, Fit fit, double tolerance) {
        for (String name : expected.names()) {
            Estimate found = fit.coefficients().stream()
                    .filter(e -> e.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            double error = expected.standardError(name);
            assertEquals(expected.estimate(name), found.estimate(), tolerance * error, name);
            assertEquals(error, found.standardError(), tolerance * error, name);
        }
    }

    @Test
    void star98IsAsPublished() {
        Reference expected = Reference.load("star98");
        List<String> features = expected.names().subList(0, expected.names().size() - 1);
        Roles roles = Roles.target("PR50M / MATHTOT").withOnly(features);
        Analysis analysis = SPEC.analyse(read("star98/star98.csv"), roles);
        Fit fit = analysis.fit();
        assertFit(expected, fit, 2e-5);
        assertEquals(expected.scalar("deviance"), fit.deviance(), 1e-6);
        assertEquals(expected.scalar("nullDeviance"), fit.nullDeviance(), 1e-6);
        assertEquals(expected.scalar("logLikelihood"), fit.logLikelihood(), 1e-8);
        assertEquals(expected.scalar("aic"), fit.aic(), 1e-8);
        assertEquals(303, fit.examples());
    }

    @Test
    void lizardsAreRs() {
        Table table = read("detectseparation/lizards.csv");
        double[] grahami = numbers(table, "grahami");
        double[] opalinus = numbers(table, "opalinus");
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(new NumericColumn(
                "all",
                IntStream.range(0, 23)
                        .mapToDouble(i -> grahami[i] + opalinus[i])
                        .toArray()));
        Roles roles = Roles.target("grahami / all").withDrop(List.of("opalinus"));
        Analysis analysis = SPEC.analyse(new Table("lizards", 23, columns), roles);
        Fit fit = analysis.fit();
        Reference expected = Reference.load("lizards");
        assertFit(expected, fit, 1e-9);
        assertEquals(expected.scalar("deviance"), fit.deviance(), 1e-10);
        double constant = Binomial.coefficients(
                analysis.data().response(), analysis.data().units());
        assertEquals(expected.scalar("aic") - 2 * constant, fit.aic(), 1e-9, "that of single labels and the constant");
    }

    /** Fisher's covariance and the measures of an evaluation too. */
    @Test
    void countsAreTheirRowsOneByOne() {
        for (long seed = 1; seed <= 10; seed++) {
            Random random = new Random(seed);
            int n = 60;
            double[] x = random.doubles(n, -2, 2).toArray();
            int[] g = random.ints(n, 0, 3).toArray();
            double[] trials =
                    IntStream.range(0, n).mapToDouble(i -> random.nextInt(5)).toArray();
            double[] successes = new double[n];
            List<Integer> rows = new ArrayList<>();
            List<Double> labels = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                for (int t = 0; t < trials[i]; t++) {
                    boolean success = random.nextDouble() < 1 / (1 + Math.exp(-x[i]));
                    successes[i] += success ? 1 : 0;
                    rows.add(i);
                    labels.add(success ? 1.0 : 0.0);
                }
            }
            List<String> levels = List.of("a", "b", "c");
            Table counts = new Table(
                    "counts",
                    n,
                    List.of(
                            new NumericColumn("x", x),
                            new CategoricalColumn("g", g, levels),
                            new NumericColumn("s", successes),
                            new NumericColumn("t", trials)));
            int[] of = rows.stream().mapToInt(i -> i).toArray();
            Table single = new Table(
                    "single",
                    of.length,
                    List.of(
                            new NumericColumn(
                                    "x", IntStream.of(of).mapToDouble(i -> x[i]).toArray()),
                            new CategoricalColumn(
                                    "g", IntStream.of(of).map(i -> g[i]).toArray(), levels),
                            new NumericColumn(
                                    "y", labels.stream().mapToDouble(y -> y).toArray())));
            Fit grouped = SPEC.fit(counts, Roles.target("s / t"));
            Fit expanded = SPEC.fit(single, Roles.target("y"));
            String told = "seed " + seed;
            for (int j = 0; j < 4; j++) {
                Estimate expected = expanded.coefficients().get(j);
                Estimate found = grouped.coefficients().get(j);
                assertEquals(expected.estimate(), found.estimate(), 1e-9, told);
                assertEquals(expected.standardError(), found.standardError(), 1e-9, told);
            }
            assertEquals(expanded.loss(), grouped.loss(), 1e-12, told);
            Evaluation measures = Assessment.of(grouped.model(), counts, 0.5).evaluation();
            Evaluation same = Assessment.of(expanded.model(), single, 0.5).evaluation();
            assertEquals(same.logLoss(), measures.logLoss(), 1e-9, told);
            assertEquals(same.auc(), measures.auc(), 1e-9, told);
            assertEquals(same.weight(), measures.weight(), told);
            assertEquals(same.confusion().accuracy(), measures.confusion().accuracy(), 1e-12, told);
        }
    }

    @Test
    void aHoldoutOfCountsIsEvaluated() {
        Table table = read("star98/star98.csv");
        Holdout parts = Holdout.of(table, 0.3, 1);
        Roles roles = Roles.target("PR50M / MATHTOT").withOnly(List.of("LOWINC", "PERBLACK"));
        Fit fit = SPEC.fit(parts.fitted(), roles);
        Evaluation held = Assessment.of(fit.model(), parts.held(), 0.5).evaluation();
        assertEquals(parts.held().rows(), held.examples());
        assertTrue(held.logLossSkill() > 0.01, () -> "skill " + held.logLossSkill());
        double trials = 0;
        for (double t : numbers((Table) parts.held(), "MATHTOT")) {
            trials += t;
        }
        assertEquals(trials, held.weight());
    }

    private static double[] numbers(Table table, String name) {
        return ((NumericColumn) table.find(name).orElseThrow()).toArray();
    }
}
