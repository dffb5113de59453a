package dev.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.Derivation.Check;
import dev.odds.Derivation.Convention;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checks are small where the gradient is right, and as large as the error where it is wrong. */
class DerivationChecksTest {
    private static final long SEED = 11;
    private static final int[][] SHAPES = {
        {1, 1}, {1, 2}, {2, 3}, {3, 1}, {0, 5}, {13, 25}, {50, 50}, {51, 60}, {207, 9}
    };

    @Test
    void theGradientsAgreeWithDifferencesToTenDigitsInBothConventions() {
        for (int[] shape : SHAPES) {
            for (double logits : new double[] {0, 1, 30}) {
                DerivationExample example = DerivationExample.random(SEED, shape[0], shape[1], logits);
                for (Convention convention : Convention.values()) {
                    String where =
                            "%d x %d, logits %s, %s, seed %d".formatted(shape[0], shape[1], logits, convention, SEED);
                    assertSmall(1e-10, example.in(convention).checks(), where);
                }
            }
        }
    }

    @Test
    void theGradientsAgreeWithDifferencesAtExtremeLogits() {
        for (double logits : new double[] {800, 1e4, 1e6, 1e12, 1e300}) {
            double[][] x = {{logits, -logits, -logits, logits, 1}};
            double[] y = {0, 1, 0, 1, 1};
            for (Convention convention : Convention.values()) {
                Derivation derivation = new Derivation(x, new double[] {1}, 0, y, null, convention);
                assertSmall(1e-9, derivation.checks(), "logits of " + logits + ", " + convention);
            }
        }
    }

    @Test
    void allOnesFittedBeyondDoubtAreCheckedToo() {
        double[][] x = {{36, 37, 38, 100, 700}};
        Derivation derivation = new Derivation(x, new double[] {1}, 0, new double[] {1, 1, 1, 1, 1});
        assertTrue(derivation.dLdTheta()[0] < 0);
        assertSmall(1e-10, derivation.checks(), "all ones");
    }

    @Test
    void theChainRuleCountsTheExamplesWhereItIsFinite() {
        double[][] x = {{800, -800, 1}};
        double[] y = {0, 1, 1};
        Derivation derivation = new Derivation(x, new double[] {1}, 0, y);
        assertEquals(
                "dL/dA dA/dZ, finite in 1 of 3 examples",
                derivation.checks().get(0).against());
        Derivation none = new Derivation(new double[][] {{800}}, new double[] {1}, 0, new double[] {0});
        assertTrue(none.checks().stream().noneMatch(check -> check.against().contains("dA/dZ")));
    }

    @Test
    void everyCoordinateUpToFiftyAndDirectionsBeyond() {
        assertTrue(differences(50, 50, "thetaGradient").against().endsWith("in every coordinate"));
        assertTrue(differences(51, 50, "thetaGradient").against().endsWith("in 20 random directions"));
        assertTrue(differences(1, 50, "logitGradient").against().endsWith("in every coordinate"));
        assertTrue(differences(1, 51, "logitGradient").against().endsWith("in 20 random directions"));
    }

    @Test
    void aWrongCoefficientGradientIsFoundInCoordinatesAndInDirections() {
        for (int d : new int[] {5, 80}) {
            Derivation right = DerivationExample.random(SEED, d, 30, 2).in(Convention.STANDARD);
            double[] wrong = right.dLdTheta();
            wrong[3] *= 1.001;
            Check check = new DerivationDifferences(right, right.dLdZ(), wrong).thetaGradient();
            assertTrue(check.maxRelativeError() > 1e-6, d + " features: " + check);
        }
    }

    @Test
    void aWrongLogitGradientIsFoundInCoordinatesAndInDirections() {
        for (int n : new int[] {5, 80}) {
            Derivation right = DerivationExample.random(SEED, 2, n, 2).in(Convention.DOCUMENT);
            double[] wrong = right.dLdZ();
            wrong[0] *= -1;
            Check check = new DerivationDifferences(right, wrong, right.dLdTheta()).logitGradient();
            assertTrue(check.maxRelativeError() > 1e-4, n + " examples: " + check);
        }
    }

    @Test
    void theNamesAreThoseOfTheCommandLine() {
        List<Check> checks =
                DerivationExample.random(SEED, 3, 4, 1).in(Convention.STANDARD).checks();
        List<String> names = checks.stream().map(Check::name).toList();
        assertEquals(
                List.of("logitGradient", "logitGradient", "thetaGradient", "thetaGradient", "biasGradient"), names);
    }

    private static Check differences(int d, int n, String name) {
        return DerivationExample.random(SEED, d, n, 1).in(Convention.STANDARD).checks().stream()
                .filter(check -> check.name().equals(name) && check.against().startsWith("five-point"))
                .findFirst()
                .orElseThrow();
    }

    private static void assertSmall(double bound, List<Check> checks, String where) {
        for (Check check : checks) {
            assertTrue(check.maxRelativeError() <= bound, where + ": " + check);
        }
    }
}
