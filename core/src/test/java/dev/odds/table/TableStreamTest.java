package dev.odds.table;

import static dev.odds.table.Texts.OPTIONS;
import static dev.odds.table.Texts.bytes;
import static dev.odds.table.Texts.gz;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableStreamTest {
    private static final Schema SCHEMA =
            new Schema(List.of(new Schema.Text("sex", List.of("female", "male")), new Schema.Numbers("age")), false);

    private static List<TablePiece> pieces(String text, String name, Schema schema) {
        List<TablePiece> pieces = new ArrayList<>();
        Thread caller = Thread.currentThread();
        TableStream.read(new ByteArrayInputStream(bytes(text)), name, OPTIONS, schema, piece -> {
            assertEquals(caller, Thread.currentThread());
            pieces.add(piece);
        });
        return pieces;
    }

    private static String error(String text, Schema schema) {
        return assertThrows(InputException.class, () -> pieces(text, "t.csv", schema))
                .getMessage();
    }

    @Test
    void typesColumnsByTheSchema() {
        String text = "age,name,sex\n20,x,male\nNA,y,female\n7,z,?\n1,u,other\n2,v,other\n";
        TablePiece piece = pieces(text, "t.csv", SCHEMA).get(0);

        Table table = (Table) piece.rows();
        assertEquals(List.of("sex", "age"), Texts.names(table));
        assertArrayEquals(
                new int[] {1, 0, -1, -2, -2}, Texts.levels(table, "sex").codes());
        assertTrue(table.columns().get(0).missing(3));
        assertArrayEquals(new double[] {20, Double.NaN, 7, 1, 2}, Texts.numbers(table, "age"));
        assertEquals(Map.of("sex", Map.of("other", 2)), piece.unknown());
        assertEquals(List.of("age", "name", "sex"), piece.header());
        assertEquals(List.of(), piece.texts());
    }

    @Test
    void keepsTheTextsOfAllFields() {
        Schema schema = new Schema(SCHEMA.fields(), true);
        TablePiece piece = pieces("age, name ,sex\n020, \"x, y\" ,male\n,,\n", "t.csv", schema)
                .get(0);

        assertEquals(List.of(List.of("020", "x, y", "male"), List.of("", "", "")), piece.texts());
    }

    @Test
    void takesNumbersForLevelsWhereTheSchemaSaysSo() {
        Schema schema = new Schema(List.of(new Schema.Text("zip", List.of("007", "10"))), false);
        Table table =
                (Table) pieces("zip\n10\n7\n007\n", "t.csv", schema).get(0).rows();

        assertArrayEquals(new int[] {1, -2, 0}, Texts.levels(table, "zip").codes());
    }

    @Test
    void takesAFirstRowWithTheNamesForTheHeader() {
        Schema schema = new Schema(List.of(new Schema.Numbers("2001")), false);

        assertArrayEquals(
                new double[] {5},
                Texts.numbers(
                        (Table) pieces("2000,2001\n4,5\n", "t.csv", schema)
                                .get(0)
                                .rows(),
                        "2001"));
    }

    @Test
    void handsOverPiecesInOrder() {
        StringBuilder text = new StringBuilder("age,sex\n");
        for (int i = 0; i < 300_000; i++) {
            text.append(i).append(",male\n");
        }
        List<TablePiece> pieces = pieces(text.toString(), "t.csv", SCHEMA);

        assertTrue(pieces.size() > 5);
        int row = 0;
        for (TablePiece piece : pieces) {
            for (double age : Texts.numbers((Table) piece.rows(), "age")) {
                assertEquals(row++, age);
            }
        }
        assertEquals(300_000, row);
    }

    @Test
    void namesWhatIsWrong() {
        assertEquals("t.csv: found no column age, expected one of years, sex", error("years,sex\n1,male\n", SCHEMA));
        assertEquals(
                "t.csv:3:1: found 'old' in column age, expected a number or a missing value",
                error("age,sex\n1,male\nold,male\n", SCHEMA));
        assertEquals(
                "t.csv:2:1: found 1e999, expected a number below 1.8e308 in size",
                error("age,sex\n1e999,male\n", SCHEMA));
        assertEquals("t.csv: found a header and no rows, expected at least one row", error("age,sex\n", SCHEMA));
    }

    @Test
    void readsSparseRowsByTheNamesOfTheSchema() {
        Schema schema = new Schema(List.of(new Schema.Numbers("10"), new Schema.Numbers("2")), false);
        SparseTable table = (SparseTable) pieces("1 1:5 2:6 10:7\n0 11:1\n1 10:8\n", "t.svm", schema)
                .get(0)
                .rows();

        assertEquals(List.of("2", "10"), table.names());
        assertArrayEquals(new double[] {1, 0, 1}, table.labels());
        assertArrayEquals(new int[] {0, 2, 2, 3}, table.chunks().get(0).starts());
        assertArrayEquals(new int[] {0, 1, 1}, table.chunks().get(0).indices());
        assertArrayEquals(new double[] {6, 7, 8}, table.chunks().get(0).values());
    }

    @Test
    void refusesSparseRowsForNamedColumns() {
        assertEquals(
                "t.svm: found sparse rows (LIBSVM), whose features are numbered, expected a table with a column sex",
                assertThrows(InputException.class, () -> pieces("1 1:5\n", "t.svm", SCHEMA))
                        .getMessage());
    }

    @Test
    void readsASlowCompressedPipe() {
        List<TablePiece> pieces = new ArrayList<>();
        TableStream.read(new Trickle(gz(bytes("age,sex\n1,male\n"))), "-", OPTIONS, SCHEMA, pieces::add);

        assertEquals(1, pieces.get(0).rows().rows());
    }

    @Test
    void refusesASchemaWithTheSameNameTwice() {
        List<Schema.Field> twice = List.of(new Schema.Numbers("a"), new Schema.Text("a", List.of()));

        assertThrows(IllegalArgumentException.class, () -> new Schema(twice, false));
    }
}
