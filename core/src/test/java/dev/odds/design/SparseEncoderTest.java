package dev.odds.design;

import static dev.odds.design.Tables.dense;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.table.InputException;
import dev.odds.table.SparseRows;
import dev.odds.table.SparseTable;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SparseEncoderTest {
    private static final SparseRows HEAD = new SparseRows(new int[] {0, 2, 2}, new int[] {0, 2}, new double[] {5, 6});
    private static final SparseRows EMPTY = new SparseRows(new int[] {0}, new int[0], null);
    private static final SparseRows TAIL = new SparseRows(new int[] {1, 2}, new int[] {9, 1}, null);
    private static final double[][] X = {{5, 0, 6}, {0, 0, 0}, {0, 1, 0}};

    @Test
    void readsAcrossChunks() {
        Encoded fit = Encoder.fit(table(3, 1, -1, -1), Roles.labelled());
        assertEquals(List.of("1", "2", "3"), fit.encoder().features());
        assertArrayEquals(X, dense(fit.examples()));
        assertFalse(fit.examples().isSparse(), "three features");
        SparseRows all = fit.examples().sparse(0, 3);
        assertArrayEquals(new int[] {0, 2, 2, 3}, all.starts());
        assertArrayEquals(new int[] {0, 2, 1}, all.indices());
        assertArrayEquals(new double[] {5, 6, 1}, all.values());
        assertArrayEquals(new int[] {0, 0, 1}, fit.examples().sparse(1, 2).starts());
        assertArrayEquals(new double[] {1, 0, 0}, fit.response().success());
        assertTrue(
                Encoder.fit(table(17, 1, -1, -1), Roles.labelled()).examples().isSparse());
    }

    @Test
    void rowsWithoutALabelAreDropped() {
        Encoded fit = Encoder.fit(table(3, 1, Double.NaN, 2), Roles.labelled());
        assertArrayEquals(new double[][] {X[0], X[2]}, dense(fit.examples()));
        assertEquals(1, fit.dropped());
        assertEquals(
                List.of(
                        "positive is 2, the second of 1 and 2; --positive decides otherwise",
                        "dropped 1 of 3 rows for missing values: label in 1"),
                fit.notes());
        assertThrows(
                InputException.class,
                () -> Encoder.fit(table(3, 1, Double.NaN, 2), Roles.labelled().withMissing(Missing.ERROR)));
    }

    @Test
    void oneLabelAgainstTheRest() {
        assertArrayEquals(
                new double[] {0, 1, 0},
                Encoder.fit(table(3, 1, 2, 3), Roles.labelled().withPositive("2"))
                        .response()
                        .success());
        assertArrayEquals(
                new double[] {0, 1, 1},
                Encoder.fit(table(3, 1, 2, 3), Roles.target("label >= 2"))
                        .response()
                        .success());
        String message = assertThrows(InputException.class, () -> Encoder.fit(table(3, 1, 2, 3), Roles.labelled()))
                .getMessage();
        assertTrue(message.contains("found 3 values: 1 (1 row)"), message);
    }

    @Test
    void featuresAreFoundAgainByName() {
        Encoder encoder = new SparseEncoder(List.of("2", "3", "4"));
        Encoding encoding = encoder.encode(table(3, 0, 0, 0));
        assertArrayEquals(new double[][] {{0, 6, 0}, {0, 0, 0}, {1, 0, 0}}, dense(encoding.examples()));
        assertArrayEquals(new int[] {1, 0}, encoding.examples().sparse(0, 3).indices());
        assertArrayEquals(new boolean[] {true, true, true}, encoding.usable());
        assertTrue(encoding.examples().isSparse());
        assertThrows(InputException.class, () -> new SparseEncoder(List.of("3", "1")).encode(table(3, 0, 0, 0)));
        assertThrows(IllegalArgumentException.class, () -> new SparseEncoder(List.of("3", "3")));
    }

    @Test
    void tablesAndSparseRowsAreNotMixed() {
        SparseTable rows = table(3, 0, 1, 1);
        InputException table = assertThrows(
                InputException.class,
                () -> new SparseEncoder(List.of("1")).encode(Tables.table(Tables.numbers("1", 2))));
        assertTrue(table.getMessage().contains("expected sparse rows"));
        Encoder encoder = new TableEncoder(List.of(new NumericTerm("x", Double.NaN, false)), null);
        assertTrue(assertThrows(InputException.class, () -> encoder.encode(rows))
                .getMessage()
                .contains("expected a table"));
        assertThrows(
                InputException.class, () -> Encoder.fit(rows, Roles.labelled().withDrop(List.of("1"))));
        assertThrows(
                InputException.class, () -> Encoder.fit(rows, Roles.labelled().withWeights("1")));
        assertThrows(InputException.class, () -> Encoder.fit(rows, Roles.target("1")));
        assertThrows(InputException.class, () -> Encoder.fit(table(0, 0, 1, 1), Roles.labelled()));
    }

    private static SparseTable table(int features, double... labels) {
        List<String> names =
                IntStream.rangeClosed(1, features).mapToObj(Integer::toString).toList();
        List<SparseRows> chunks = features == 0 ? List.of() : List.of(EMPTY, HEAD, EMPTY, EMPTY, TAIL);
        return new SparseTable("a.svm", labels, chunks, names);
    }
}
