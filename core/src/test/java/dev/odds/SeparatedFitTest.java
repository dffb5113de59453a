package dev.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What a fit says of separated labels. */
class SeparatedFitTest {
    private static final double[] LABELS = {0, 1, 0, 1, 0, 1, 1, 1};

    @Test
    void infiniteEstimatesCountAsEstimated() {
        double[][] x = {{1, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}, {4, 0}, {2, 1}, {3, 1}};
        Fit fit = LogisticRegression.create().fit(x, LABELS);
        assertEquals(Double.POSITIVE_INFINITY, fit.coefficients().get(2).estimate());
        assertEquals(fit.deviance() + 2 * 3, fit.aic(), 1e-12);
        assertEquals(fit.deviance() + 3 * Math.log(8), fit.bic(), 1e-12);
    }

    @Test
    void aPerfectSeparationLeavesTheOtherCoefficientsOpen() {
        double[][] x = {{0, 1}, {1, 2}, {0, 3}, {1, 1}, {0, 2}, {1, 5}, {1, 6}, {1, 7}};
        Fit fit = LogisticRegression.create().fit(x, LABELS);
        assertEquals(0, fit.loss());
        assertTrue(
                fit.notes().stream()
                        .anyMatch(note -> note.contains("could be anything, as no row is left that is not separated")),
                () -> fit.notes().toString());
    }
}
