package dev.odds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of other programs belong to the tables of the examples: checked from the equations alone. */
class ReferenceTest {

    /** The target of a table as column=level or column, and its weights as a column. */
    @ParameterizedTest
    @CsvSource({
        "birthwt, birthwt, low, (bias), 0, false",
        "spector, spector, grade, (bias), 0, false",
        "titanic, titanic, survived=yes, count, 0, false",
        "berkeley, berkeley, admitted=yes, count, 0, false",
        "birthwt-ridge-0.01, birthwt, low, (bias), 0.01, false",
        "birthwt-ridge-0.1, birthwt, low, (bias), 0.1, false",
        "birthwt-ridge-0.01-standardized, birthwt, low, (bias), 0.01, true",
        "birthwt-ridge-0.1-standardized, birthwt, low, (bias), 0.1, true"
    })
    void gradientVanishesAtTheEstimates(
            String figures, String table, String target, String weights, double lambda, boolean standardize) {
        Reference reference = Reference.load(figures);
        ExampleTable example = ExampleTable.read(table);
        double[][] x = example.columns(reference.names());
        double[] theta = reference.estimates();
        double[] y = example.column(target);
        double[] w = example.column(weights);
        double total = Arrays.stream(w).sum();
        double[] a = probabilities(theta, x);

        assertArrayEquals(reference.fitted(), a, 1e-13);
        for (int j = 0; j < theta.length; j++) {
            double gradient = j == 0 ? 0 : lambda * theta[j] * (standardize ? variance(x[j]) : 1);
            double terms = Math.abs(gradient);
            for (int i = 0; i < y.length; i++) {
                gradient += w[i] / total * (a[i] - y[i]) * x[j][i];
                terms += w[i] / total * Math.abs((a[i] - y[i]) * x[j][i]);
            }
            assertEquals(0, gradient, 1e-13 * terms, reference.names().get(j));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"birthwt", "spector", "titanic", "berkeley", "admit"})
    void scalarsAgreeWithEachOther(String figures) {
        Reference reference = Reference.load(figures);
        double logLikelihood = reference.scalar("logLikelihood");
        int k = reference.names().size();
        assertEquals(-2 * logLikelihood, reference.scalar("deviance"), 1e-11);
        assertEquals(-2 * reference.scalar("nullLogLikelihood"), reference.scalar("nullDeviance"), 1e-11);
        assertEquals(-logLikelihood / reference.scalar("weight"), reference.scalar("loss"), 1e-15);
        assertEquals(2 * k - 2 * logLikelihood, reference.scalar("aic"), 1e-11);
        assertEquals(k * Math.log(reference.scalar("weight")) - 2 * logLikelihood, reference.scalar("bic"), 1e-11);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admit",
                "admit-published",
                "berkeley",
                "birthwt",
                "lizards",
                "spector",
                "spector-stata",
                "star98",
                "titanic"
            })
    void everyCoefficientHasAnEstimateAndAnError(String figures) {
        Reference reference = Reference.load(figures);
        assertEquals(reference.names().size(), reference.estimates().length);
        assertEquals(reference.names().size(), reference.standardErrors().length);
        String last = reference.names().get(reference.names().size() - 1);
        assertEquals(reference.estimates()[reference.names().size() - 1], reference.estimate(last));
        assertEquals(reference.standardErrors()[reference.names().size() - 1], reference.standardError(last));
    }

    @Test
    void publishedFiguresAgreeWithThoseComputedHere() {
        Reference published = Reference.load("admit-published");
        Reference computed = Reference.load("admit");
        assertEquals(published.names(), computed.names());
        assertArrayEquals(published.estimates(), computed.estimates(), 6e-10);
        assertArrayEquals(published.standardErrors(), computed.standardErrors(), 6e-7);
        assertEquals(published.scalar("deviance"), computed.scalar("deviance"), 6e-3);

        Reference stata = Reference.load("spector-stata");
        Reference spector = Reference.load("spector");
        for (String name : List.of("gpa", "tuce", "psi", "(bias)")) {
            assertEquals(1, stata.estimate(name) / spector.estimate(name), 2e-7, name);
            assertEquals(1, stata.standardError(name) / spector.standardError(name), 2e-7, name);
        }
        assertArrayEquals(stata.fitted(), spector.fitted(), 2e-7);
        assertEquals(stata.scalar("logLikelihood"), spector.scalar("logLikelihood"), 8e-7);
    }

    @Test
    void absentFiguresFail() {
        assertThrows(AssertionError.class, () -> Reference.load("nothing"));
        assertThrows(AssertionError.class, () -> Reference.load("star98").scalar("nothing"));
        assertThrows(AssertionError.class, () -> Reference.load("star98").estimate("nothing"));
        assertThrows(AssertionError.class, () -> ExampleTable.read("nothing"));
    }

    private static double[] probabilities(double[] theta, double[][] x) {
        double[] a = new double[x[0].length];
        for (int i = 0; i < a.length; i++) {
            double z = 0;
            for (int j = 0; j < theta.length; j++) {
                z += theta[j] * x[j][i];
            }
            a[i] = 1 / (1 + Math.exp(-z));
        }
        return a;
    }

    private static double variance(double[] column) {
        double mean = Arrays.stream(column).average().orElseThrow();
        return Arrays.stream(column).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    }
}
