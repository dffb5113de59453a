package dev.odds.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.ExampleTable;
import dev.odds.Reference;
import org.junit.jupiter.api.Test;

class ConfusionTest {
    private static final Confusion EXAMPLE = new Confusion(0.5, 6, 2, 3, 9);

    @Test
    void ratiosByHand() {
        assertEquals(15 / 20.0, EXAMPLE.accuracy());
        assertEquals(6 / 8.0, EXAMPLE.precision());
        assertEquals(6 / 9.0, EXAMPLE.recall());
        assertEquals(9 / 11.0, EXAMPLE.specificity());
        assertEquals(12 / 17.0, EXAMPLE.f1());
    }

    @Test
    void cellsByWeightAndTheThresholdItselfPredictsOne() {
        double[] label = {1, 1, 0, 0, 1};
        double[] probability = {0.3, 0.29, 0.31, 0, 1};
        double[] weights = {1, 2, 4, 8, 16};
        Confusion confusion = Confusion.of(Predictions.labelled(label, probability, weights), 0.3);
        assertEquals(new Confusion(0.3, 17, 4, 2, 8), confusion);
    }

    @Test
    void ratioOfNothingIsNaN() {
        Confusion confusion = Confusion.of(Predictions.labelled(new double[] {0}, new double[] {0.1}, null), 0.5);
        assertTrue(Double.isNaN(confusion.precision()));
        assertTrue(Double.isNaN(confusion.recall()));
        assertTrue(Double.isNaN(confusion.f1()));
        assertEquals(1, confusion.specificity());
    }

    /** The prediction table that Stata prints for its fit of Spector and Mazzeo's data. */
    @Test
    void predictionTableOfStata() {
        Reference stata = Reference.load("spector-stata");
        double[] table = stata.array("predictionTable");
        double[] grade = ExampleTable.read("spector").column("grade");
        assertEquals(
                new Confusion(0.5, table[3], table[1], table[2], table[0]),
                Confusion.of(Predictions.labelled(grade, stata.fitted(), null), 0.5));
    }
}
