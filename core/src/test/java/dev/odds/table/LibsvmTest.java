package dev.odds.table;

import static dev.odds.table.Texts.OPTIONS;
import static dev.odds.table.Texts.bytes;
import static dev.odds.table.Texts.data;
import static dev.odds.table.Texts.gz;
import static dev.odds.table.Texts.sparse;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibsvmTest {
    private static String error(String text) {
        return assertThrows(InputException.class, () -> sparse(text)).getMessage();
    }

    @Test
    void readsLabelsAndEntries() {
        SparseTable table = sparse("+1 1:0.5 3:-2e1 \n\n-1\t2:7 # a remark 9:9\r\n# nothing\n2.5\n");

        assertArrayEquals(new double[] {1, -1, 2.5}, table.labels());
        assertEquals(List.of("1", "2", "3"), table.names());
        SparseRows rows = table.chunks().get(0);
        assertArrayEquals(new int[] {0, 2, 3, 3}, rows.starts());
        assertArrayEquals(new int[] {0, 2, 1}, rows.indices());
        assertArrayEquals(new double[] {.5, -20, 7}, rows.values());
    }

    @Test
    void storesNoValuesWhereAllAreOne() {
        assertNull(sparse("1 1:1 2:1.0\n0 2:1e0\n").chunks().get(0).values());
    }

    @Test
    void startsAtZeroWhereAnIndexIsZero() {
        SparseTable table = sparse("1 1:1 2:1\n0 0:1 2:1\n");

        assertEquals(List.of("0", "1", "2"), table.names());
        assertArrayEquals(new int[] {1, 2, 0, 2}, table.chunks().get(0).indices());
    }

    @Test
    void makesNoNamesBeforeTheyAreAskedFor() {
        SparseTable table = sparse("1 2000000000:1\n");

        assertEquals(2_000_000_000, table.features());
        assertEquals("2000000000", table.names().get(1_999_999_999));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 1:2 3:4\n-1 2:1\n", "1\n-1 7:0.5\n", "# head\n+1 1:1\n", "3 qid:1 1:2\n"})
    void isFoundByContent(String text) {
        if (text.contains("qid")) {
            assertThrows(InputException.class, () -> data(bytes(text), "data", OPTIONS));
        } else {
            assertInstanceOf(SparseTable.class, data(gz(bytes(text)), "data", OPTIONS));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1 2 3\n4 5 6\n", "1,2:3\n4,5:6\n", "a 1:2\nb 3:4\n", "1\n2\n", "12:30 12:40\n13:00 14:00\n"})
    void isNotSeenInOtherTexts(String text) {
        assertInstanceOf(Table.class, data(bytes(text), "data", OPTIONS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 1:1 3:1 2:1 | t.svm:1:11: found index 2 after index 3, expected increasing indices; sort the entries of the row",
                "1 1:1 1:1     | t.svm:1:7: found index 1 after index 1, expected increasing indices; sort the entries of the row",
                "1 -1:1        | t.svm:1:3: found '-1:1', expected index:value with an index from 0 on",
                "1 a           | t.svm:1:3: found 'a', expected index:value with an index from 0 on",
                "1 3           | t.svm:1:3: found '3', expected index:value with an index from 0 on",
                "1 2:x         | t.svm:1:3: found '2:x', expected index:value with a number as value",
                "1 2:          | t.svm:1:3: found '2:', expected index:value with a number as value",
                "1 2:nan       | t.svm:1:3: found '2:nan', expected index:value with a number as value",
                "1 2:1e400     | t.svm:1:5: found 1e400, expected a number below 1.8e308 in size",
                "1 2:1:2       | t.svm:1:3: found '2:1:2', expected index:value with a number as value",
                "yes 2:1       | t.svm:1:1: found the label 'yes', expected a number",
                "'1,2 2:1'     | t.svm:1:1: found the label '1,2', expected a number",
                "1 2147483647:1 | t.svm:1:3: found '2147483647:1', expected an index of at most 2147483639",
                "1 99999999999999999999:1 | t.svm:1:3: found '99999999999999999999:1', expected an index of at most 2147483639"
            })
    void namesThePlaceOfAFault(String row, String message) {
        assertEquals(message, error(row + "\n"));
        assertEquals(message.replace("svm:1:", "svm:3:"), error("1 1:1\n# \u00e9\n" + row + "\n"));
    }

    @Test
    void refusesRankings() {
        assertTrue(error("3 qid:1 1:1\n").startsWith("t.svm:1:3: found 'qid:1', a query of a ranking problem"));
    }

    @Test
    void refusesAnEmptyFile() {
        assertEquals("t.svm: found no rows, expected a label and index:value pairs", error("\n# nothing\n"));
    }

    @Test
    void refusesOptionsForColumnsByName() {
        assertThrows(InputException.class, () -> data(bytes("1 1:1\n"), "t.svm", OPTIONS.withDrop(Set.of("1"))));
    }
}
