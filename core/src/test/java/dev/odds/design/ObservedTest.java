package dev.odds.design;

import static dev.odds.design.Tables.numbers;
import static dev.odds.design.Tables.table;
import static dev.odds.design.Tables.texts;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.table.CategoricalColumn;
import dev.odds.table.Column;
import dev.odds.table.InputException;
import dev.odds.table.SparseRows;
import dev.odds.table.SparseTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservedTest {
    private static final Labelling INCOME = pair(">50K", "<=50K");

    @Test
    void findsTheLabelsOfTheFit() {
        Observed observed = of(texts("y", ">50K", null, "<=50K"), INCOME);
        assertArrayEquals(new double[] {1, Double.NaN, 0}, observed.success());
        assertEquals(1, observed.missing());
        assertEquals(List.of(), observed.notes());
    }

    @Test
    void aPointAtTheEndDoesNotMakeAnotherLabel() {
        Observed observed = of(texts("y", ">50K.", "<=50K."), INCOME);
        assertArrayEquals(new double[] {1, 0}, observed.success());
        assertTrue(observed.notes().contains("took >50K. in column y for >50K"), observed.notes()::toString);
        Observed other = of(texts("y", "a", "b"), pair("b.", "a."));
        assertArrayEquals(new double[] {0, 1}, other.success());
        Labelling compared = new Labelling(new Target("y = a", "y", Comparison.EQUAL, "a"), "y = a", "y != a", false);
        assertArrayEquals(
                new double[] {1, 0}, of(texts("y", "a.", "b."), compared).success());
        Labelling rest = new Labelling(Target.column("y"), "a", "not a", true);
        assertArrayEquals(new double[] {1, 0}, of(texts("y", "a.", "b."), rest).success());
        assertArrayEquals(new double[] {1, 0}, of(texts("y", "a", "a."), rest).success());
    }

    @Test
    void anUnknownLabelIsRefused() {
        String message = assertThrows(InputException.class, () -> of(texts("y", ">50K", "more"), INCOME))
                .getMessage();
        assertEquals("t.csv: target y, row 2: found more, expected >50K or <=50K", message);
        assertThrows(InputException.class, () -> of(numbers("y", 1, 2), INCOME));
        assertThrows(InputException.class, () -> of(numbers("y", 1, 2), pair("1", "0")));
        Column unknown = new CategoricalColumn("y", new int[] {-2}, List.of(">50K", "<=50K"));
        assertThrows(InputException.class, () -> of(unknown, INCOME));
    }

    @Test
    void numbersAreTheSameHoweverTheyAreWritten() {
        assertArrayEquals(
                new double[] {1, 0}, of(texts("y", "1.0", "0"), pair("1", "0")).success());
        assertArrayEquals(
                new double[] {1, 0}, of(numbers("y", 1, 0), pair("1.0", "0")).success());
    }

    @Test
    void unknownCodesAreTheRest() {
        Column column = new CategoricalColumn("y", new int[] {0, -2, -1}, List.of("a"));
        Labelling rest = new Labelling(Target.column("y"), "a", "not a", true);
        assertArrayEquals(new double[] {1, 0, Double.NaN}, of(column, rest).success());
        Labelling differs =
                new Labelling(new Target("y != a", "y", Comparison.NOT_EQUAL, "a"), "y != a", "y = a", false);
        assertArrayEquals(new double[] {0, 1, Double.NaN}, of(column, differs).success());
    }

    @Test
    void sparseRowsBringTheirLabels() {
        SparseTable rows = new SparseTable(
                "a.svm", new double[] {1, -1}, List.of(new SparseRows(new int[3], new int[0], null)), List.of("1"));
        Labelling labelling = new Labelling(Target.column("label"), "1", "-1", false);
        assertArrayEquals(
                new double[] {1, 0}, Observed.of(rows, labelling, null).success());
        assertThrows(InputException.class, () -> Observed.of(rows, labelling, "w"));
    }

    @Test
    void weightsAreChecked() {
        Column y = texts("y", ">50K", "<=50K");
        assertArrayEquals(
                new double[] {0, 2.5},
                Observed.of(table(y, numbers("w", 0, 2.5)), INCOME, "w").failure());
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            String message = assertThrows(
                            InputException.class, () -> Observed.of(table(y, numbers("w", 1, bad)), INCOME, "w"))
                    .getMessage();
            assertTrue(message.startsWith("t.csv: column w, row 2: found"), message);
        }
        assertThrows(InputException.class, () -> Observed.of(table(y), INCOME, "w"));
    }

    private static Labelling pair(String positive, String negative) {
        return new Labelling(Target.column("y"), positive, negative, false);
    }

    private static Observed of(Column y, Labelling labelling) {
        return Observed.of(table(y), labelling, null);
    }
}
