package dev.odds.design;

import static dev.odds.design.Tables.dense;
import static dev.odds.design.Tables.numbers;
import static dev.odds.design.Tables.table;
import static dev.odds.design.Tables.texts;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.table.CategoricalColumn;
import dev.odds.table.InputException;
import dev.odds.table.Schema;
import dev.odds.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodingTest {
    private static final Encoder ENCODER = Encoder.fit(
                    table(
                            numbers("y", 0, 1, 1),
                            numbers("x", 1, 2, 3),
                            texts("g", "a", "b", "c"),
                            numbers("o", 1, 1, 1)),
                    Roles.target("y").withOffset("o"))
            .encoder();

    @Test
    void columnsAreFoundByNameAndLevelsByText() {
        Encoding encoding = ENCODER.encode(
                table(numbers("o", 4, 5), texts("g", "c", "b"), numbers("other", 0, 0), numbers("x", 7, 8)));
        assertArrayEquals(new double[][] {{7, 0, 1}, {8, 1, 0}}, dense(encoding.examples()));
        assertArrayEquals(new double[] {4, 5}, encoding.offset());
        assertEquals(List.of(), encoding.gaps());
    }

    @Test
    void rowsThatLackAValueOrHaveAnUnknownLevelAreNotUsable() {
        double none = Double.NaN;
        Table table = table(
                numbers("x", 7, none, 8, 9, 1), texts("g", "c", "b", "z", null, "a"), numbers("o", 4, 5, 6, 7, none));
        Encoding encoding = ENCODER.encode(table);
        assertArrayEquals(new boolean[] {true, false, false, false, false}, encoding.usable());
        assertEquals(
                List.of(new Gap("x", 1, 0, null), new Gap("g", 1, 1, "z"), new Gap("o", 1, 0, null)), encoding.gaps());
    }

    @Test
    void aCodeThatItsReaderDidNotKnowIsUnknown() {
        Table table = table(
                numbers("x", 1, 1),
                new CategoricalColumn("g", new int[] {-2, 1}, List.of("a", "b")),
                numbers("o", 0, 0));
        Encoding encoding = ENCODER.encode(table);
        assertArrayEquals(new boolean[] {false, true}, encoding.usable());
        assertEquals(List.of(new Gap("g", 0, 1, null)), encoding.gaps());
    }

    @Test
    void aColumnMayArriveAsTheOtherKind() {
        Encoder encoder = Encoder.fit(
                        table(numbers("y", 0, 1, 1), numbers("x", 1, 2, 3), texts("g", "1", "02", "3")),
                        Roles.target("y"))
                .encoder();
        assertEquals(List.of("x", "g=02", "g=3"), encoder.features());
        Encoding encoding = encoder.encode(table(texts("x", "5", "6.5"), numbers("g", 2, 3)));
        assertArrayEquals(new double[][] {{5, 1, 0}, {6.5, 0, 1}}, dense(encoding.examples()));
        String message = assertThrows(
                        InputException.class, () -> encoder.encode(table(texts("x", "5", "old"), numbers("g", 2, 3))))
                .getMessage();
        assertEquals("t.csv: column x, row 2: found old, expected a number", message);
    }

    @Test
    void aColumnThatIsNotThereIsTold() {
        String message = assertThrows(
                        InputException.class, () -> ENCODER.encode(table(numbers("x", 1), numbers("G", 2))))
                .getMessage();
        assertEquals("t.csv: no column g, expected one of x, G; did you mean G?", message);
    }

    @Test
    void tellsAReaderWhatToRead() {
        assertEquals(
                List.of(new Schema.Numbers("x"), new Schema.Text("g", List.of("a", "b", "c")), new Schema.Numbers("o")),
                ENCODER.fields());
    }

    @Test
    void whetherItIsSparseDependsOnTheTermsAlone() {
        String[] levels = new String[40];
        double[] y = new double[40];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = "l" + i;
            y[i] = i % 2;
        }
        Encoder wide = Encoder.fit(table(numbers("y", y), numbers("x", y), texts("g", levels)), Roles.target("y"))
                .encoder();
        assertTrue(
                wide.encode(table(numbers("x", 0), texts("g", "l3"))).examples().isSparse());
        Examples rows =
                wide.encode(table(numbers("x", 0, 5), texts("g", "l0", "l1"))).examples();
        assertArrayEquals(new int[] {0, 1, 3}, rows.sparse(0, 2).starts(), "a zero is stored, a reference is not");
    }
}
