package dev.odds.design;

import static dev.odds.design.Tables.numbers;
import static dev.odds.design.Tables.table;
import static dev.odds.design.Tables.texts;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.table.Column;
import dev.odds.table.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
    @ParameterizedTest
    @CsvSource({"0,1", "-1,+1", "-1,1", "false,true", "FALSE,True", "no,yes", "No,YES", "No,yes"})
    void somePairsHaveAnObviousPositive(String negative, String positive) {
        Encoded fit = fit(texts("y", positive, negative, positive), "y", null);
        assertEquals(positive, fit.labelling().positive());
        assertEquals(negative, fit.labelling().negative());
        assertArrayEquals(new double[] {1, 0, 1}, fit.response().success());
        assertEquals(List.of(), fit.notes());
    }

    @Test
    void otherwiseTheSecondInOrderIsPositiveAndThatIsSaid() {
        Encoded text = fit(texts("y", ">50K", "<=50K", ">50K"), "y", null);
        assertEquals(">50K", text.labelling().positive());
        assertTrue(
                text.notes().get(0).startsWith("positive is >50K, the second of <=50K and >50K;"),
                text.notes()::toString);
        Encoded number = fit(numbers("y", 10, 9, 9), "y", null);
        assertEquals("10", number.labelling().positive());
        assertEquals(1, number.notes().size());
        assertEquals("1", fit(numbers("y", 1, -1, -1), "y", null).labelling().positive());
    }

    @Test
    void theUserDecides() {
        Encoded fit = fit(texts("y", "b", "a", "b"), "y", "a");
        assertArrayEquals(new double[] {0, 1, 0}, fit.response().success());
        assertEquals("b", fit.labelling().negative());
        Encoded rest = fit(numbers("y", 1, 2, 3, 2), "y", "2.0");
        assertArrayEquals(new double[] {0, 1, 0, 1}, rest.response().success());
        assertEquals("2", rest.labelling().positive());
        assertEquals("not 2", rest.labelling().negative());
    }

    @Test
    void comparesNumbersAndTexts() {
        assertArrayEquals(
                new double[] {0, 1, 0},
                fit(numbers("y", 15, 16, -3), "y > 15", null).response().success());
        assertArrayEquals(
                new double[] {0, 1, 1},
                fit(numbers("y", 15, 16, -3), "y != 15", null).response().success());
        Encoded text = fit(texts("y", "normal.", "smurf.", "x"), "y = normal.", null);
        assertArrayEquals(new double[] {1, 0, 0}, text.response().success());
        assertEquals("y = normal.", text.labelling().positive());
        assertEquals("y != normal.", text.labelling().negative());
    }

    @Test
    void aRowWithoutTargetIsDroppedAndCounted() {
        Encoded fit = fit(numbers("y", 1, Double.NaN, 0), "y", null);
        assertArrayEquals(new int[] {0, 2}, fit.rows());
        assertEquals(1, fit.dropped());
        assertEquals(List.of("dropped 1 of 3 rows for missing values: y in 1"), fit.notes());
        assertEquals(1, fit(texts("y", "no", null, "yes"), "y = yes", null).dropped());
    }

    @Test
    void refusesWhatGivesNoTwoLabelsAndListsWhatWasFound() {
        assertEquals(
                "t.csv: target y: found one value: 1 (3 rows); expected two",
                refused(numbers("y", 1, 1, 1), "y", null));
        String three = refused(texts("y", "a", "b", "c", "c"), "y", null);
        assertTrue(three.contains("found 3 values: a (1 row), b (1 row), c (2 rows)"), three);
        assertTrue(three.contains("--positive"), three);
        String absent = refused(texts("y", "a", "b", "c"), "y", "d");
        assertTrue(absent.contains("no row is d") && absent.contains("a (1 row)"), absent);
        String oneSided = refused(numbers("y", 1, 2, 3), "y > 5", null);
        assertTrue(oneSided.contains("of 3 rows 0 are y > 5 and 3 are y <= 5"), oneSided);
        String absentText = refused(texts("y", "a", "b"), "y = c", null);
        assertTrue(absentText.endsWith("found 2 values: a (1 row), b (1 row)"), absentText);
        assertTrue(refused(texts("y", "a", "b"), "y > 5", null).contains("holds the text a"));
        assertTrue(refused(numbers("y", 1, 2), "y = a", null).contains("expected a number instead of a"));
        assertTrue(refused(numbers("y", 1, 2), "y < a", null).contains("expected a number"));
        assertTrue(refused(numbers("y", 1, 2), "y < 2", "1").contains("--positive"));
        assertTrue(refused(numbers("y", Double.NaN), "y", null).contains("no value"));
    }

    @Test
    void manyNumbersAreNotAllCounted() {
        double[] values = new double[5000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        assertTrue(refused(numbers("y", values), "y", null).contains("more than 1000 values, such as 0, 1"));
        assertEquals(1, fit(numbers("y", values), "y", "4000").response().successes());
    }

    @Test
    void countsOnlyRowsThatWeighSomething() {
        Encoded fit = Encoder.fit(
                table(numbers("y", 1, 0, 7), numbers("x", 1, 2, 3), numbers("w", 2, 3, 0)),
                Roles.target("y").withWeights("w"));
        assertArrayEquals(new double[] {2, 0}, fit.response().success());
        assertArrayEquals(new double[] {0, 3}, fit.response().failure());
        assertEquals(0, fit.dropped());
    }

    private static Encoded fit(Column y, String target, String positive) {
        double[] x = new double[y.rows()];
        return Encoder.fit(table(y, numbers("x", x)), Roles.target(target).withPositive(positive));
    }

    private static String refused(Column y, String target, String positive) {
        return assertThrows(InputException.class, () -> fit(y, target, positive))
                .getMessage();
    }
}
