package dev.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Roles;
import dev.odds.inference.Estimate;
import dev.odds.optimize.Monitor;
import dev.odds.table.Data;
import dev.odds.table.NumericColumn;
import dev.odds.table.ReadMonitor;
import dev.odds.table.ReadOptions;
import dev.odds.table.SparseTable;
import dev.odds.table.Table;
import dev.odds.table.TableReader;
import dev.odds.train.Solver;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our fits against published ones and R's; the figures and their origin are in the test resources. */
class PublishedResultsTest {
    private static final LogisticRegression SPEC = LogisticRegression.create();
    private static final Path EXAMPLES = Path.of("../examples");

    private static Data read(Path file) {
        return TableReader.read(file, ReadOptions.defaults(), ReadMonitor.NONE);
    }

    private static void assertFit(Reference expected, Fit fit, double tolerance) {
        for (String name : expected.names()) {
            Estimate found = fit.coefficients().stream()
                    .filter(e -> e.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            double error = expected.standardError(name);
            assertEquals(expected.estimate(name), found.estimate(), tolerance * error, name);
            assertEquals(error, found.standardError(), tolerance * error, "standard error of " + name);
        }
        assertEquals(expected.names().size(), fit.coefficients().size());
        assertTrue(fit.converged());
        assertTrue(fit.certificate().inStandardErrors() < 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"birthwt,low,", "titanic,survived,count", "berkeley,admitted,count", "spector,grade,"})
    void examplesAgreeWithGlm(String name, String target, String weights) {
        Reference expected = Reference.load(name);
        Roles roles = Roles.target(target).withWeights(weights);
        Fit fit = SPEC.fit(read(EXAMPLES.resolve(name + ".csv")), roles);
        assertFit(expected, fit, 1e-9);
        assertEquals(expected.scalar("deviance"), fit.deviance(), 1e-10 * fit.deviance());
        assertEquals(expected.scalar("nullDeviance"), fit.nullDeviance(), 1e-10 * fit.nullDeviance());
        assertEquals(expected.scalar("logLikelihood"), fit.logLikelihood(), 1e-10 * fit.deviance());
        assertEquals(expected.scalar("aic"), fit.aic(), 1e-10 * fit.aic());
    }

    @ParameterizedTest
    @CsvSource({"NEWTON", "LBFGS", "GRADIENT_DESCENT"})
    void everySolverGivesGlmsFitOfTheBirthWeights(Solver solver) {
        Data data = read(EXAMPLES.resolve("birthwt.csv"));
        Fit fit = SPEC.withSolver(solver).fit(data, Roles.target("low"));
        assertFit(Reference.load("birthwt"), fit, 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"0.01,false", "0.01,true", "0.1,false", "0.1,true"})
    void ridgeAgreesWithAnIndependentMinimum(double lambda, boolean standardize) {
        String name = "birthwt-ridge-" + lambda + (standardize ? "-standardized" : "");
        Reference expected = Reference.load(name);
        LogisticRegression spec = SPEC.withLambda(lambda).withStandardize(standardize);
        for (Solver solver : List.of(Solver.NEWTON, Solver.LBFGS)) {
            Fit fit = spec.withSolver(solver)
                    .withTolerance(1e-14)
                    .fit(read(EXAMPLES.resolve("birthwt.csv")), Roles.target("low"));
            for (Estimate e : fit.coefficients()) {
                assertEquals(expected.estimate(e.name()), e.estimate(), 5e-6, e.name() + " by " + solver);
            }
            assertEquals(expected.scalar("objective"), fit.objective(), 1e-13);
            assertEquals(expected.scalar("loss"), fit.loss(), 1e-7);
        }
    }

    @Test
    void admitIsAsPublished() {
        Data data = read(SharedData.file("ucla-admit/binary.csv"));
        Fit fit = SPEC.fit(data, Roles.target("admit").withCategorical(List.of("rank")));
        assertFit(Reference.load("admit"), fit, 1e-8);
        assertEquals(Reference.load("admit-published").scalar("deviance"), fit.deviance(), 5e-3);
    }

    @Test
    void spectorIsAsStataPrintsIt() {
        Data data = read(SharedData.file("spector/spector.csv"));
        Fit fit = SPEC.fit(data, Roles.target("GRADE").withDrop(List.of("OBS")));
        Reference expected = Reference.load("spector-stata");
        for (String name : expected.names()) {
            Estimate found = fit.coefficients().stream()
                    .filter(e -> e.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow();
            assertEquals(expected.estimate(name), found.estimate(), 1e-6 * Math.abs(found.estimate()), name);
            assertEquals(expected.standardError(name), found.standardError(), 1e-6 * found.standardError(), name);
        }
    }

    /** Products of products, unscaled: the Hessian's condition number is 1e14. The published figures have 6 to 8 digits. */
    @Test
    void star98IsAsPublished() {
        Table table = (Table) read(SharedData.file("star98/star98.csv"));
        Reference expected = Reference.load("star98");
        Fit fit = grouped(table, expected, column(table, "PR50M"), column(table, "MATHTOT"));
        for (int j = 0; j < expected.names().size() - 1; j++) {
            Estimate found = fit.coefficients().get(j + 1);
            assertEquals(expected.estimates()[j], found.estimate(), 1e-6 * Math.abs(found.estimate()) + 1e-9);
            assertEquals(expected.standardErrors()[j], found.standardError(), 1e-5 * found.standardError());
        }
        assertEquals(expected.scalar("deviance"), fit.deviance(), 1e-6);
        assertEquals(expected.scalar("nullDeviance"), fit.nullDeviance(), 1e-6);
    }

    private static double[] column(Table table, String name) {
        return ((NumericColumn) table.find(name).orElseThrow()).toArray();
    }

    private static Fit grouped(Table table, Reference expected, double[] successes, double[] trials) {
        List<String> features = expected.names().subList(0, expected.names().size() - 1);
        double[][] x = new double[table.rows()][features.size()];
        for (int j = 0; j < features.size(); j++) {
            double[] values = column(table, features.get(j));
            for (int i = 0; i < x.length; i++) {
                x[i][j] = values[i];
            }
        }
        return SPEC.fit(x, ArrayResponse.grouped(successes, trials, null), null, Monitor.NONE);
    }

    /** LIBLINEAR penalises its bias: here a column of ones and no bias. */
    @Test
    void heartScaleIsLiblinears() {
        SparseTable data = (SparseTable) read(SharedData.file("heart-scale/heart_scale"));
        Reference expected = Reference.load("heart-scale-ridge");
        double[][] x = new double[data.rows()][14];
        double[] y = new double[data.rows()];
        int row = 0;
        for (var chunk : data.chunks()) {
            for (int i = 0; i < chunk.rows(); i++, row++) {
                y[row] = data.labels()[row] > 0 ? 1 : 0;
                x[row][13] = 1;
                for (int p = chunk.starts()[i]; p < chunk.starts()[i + 1]; p++) {
                    x[row][chunk.indices()[p]] = chunk.values()[p];
                }
            }
        }
        Fit fit = SPEC.withBias(false)
                .withLambda(1.0 / data.rows())
                .withTolerance(1e-14)
                .fit(x, y);
        for (int j = 0; j < 14; j++) {
            assertEquals(expected.estimates()[j], fit.coefficients().get(j).estimate(), 1e-7, "coefficient " + j);
        }
    }

    /** Completely separated by a numeric column: the bias is infinite the other way, and yet every row is predicted. */
    @Test
    void aSeparatedModelPredictsItsRows() {
        double[][] x = {{-1, 3}, {0.5, -2}, {1.25, 1}, {2.5, 7}, {3, -1}, {1.25, 2}};
        double[] y = {0, 0, 0, 1, 1, 1};
        Fit complete = SPEC.fit(new double[][] {{1}, {2}, {3}, {4}}, new double[] {0, 0, 1, 1});
        double[] certain = {0, 0, 1, 1};
        for (int i = 0; i < 4; i++) {
            assertEquals(certain[i], complete.model().probability(new double[] {i + 1}));
        }
        Fit quasi = SPEC.fit(x, y);
        for (int i = 0; i < x.length; i++) {
            double p = quasi.model().probability(x[i]);
            assertTrue(y[i] == 1 ? p >= 0.5 : p <= 0.5, "row " + i + ": " + p);
        }
    }
}
