package dev.odds.table;

import static dev.odds.table.Texts.OPTIONS;
import static dev.odds.table.Texts.bytes;
import static dev.odds.table.Texts.data;
import static dev.odds.table.Texts.gz;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MalformedTableTest {
    private static String error(byte[] bytes) {
        return assertThrows(InputException.class, () -> data(bytes, "t.csv", OPTIONS))
                .getMessage();
    }

    @Test
    void namesTheLineWithAWrongNumberOfFields() {
        assertEquals(
                "t.csv:4:1: found 3 fields, expected 2 as in the header; is the delimiter ',', and is a quote missing?",
                Texts.error("a,b\n1,2\n\n3,4,5\n6,7\n"));
        assertEquals(
                "t.csv:3:1: found 1 field, expected 2 as in the first row; is the delimiter ',', and is a quote missing?",
                Texts.error("1,2\n1,2\n3\n"));
    }

    @Test
    void namesThePlaceWhereAQuoteOpensThatIsNeverClosed() {
        assertEquals(
                "t.csv:3:3: the quote \" that opens here is never closed; close it, or write a quote inside quotes twice",
                Texts.error("a,b\n1,\"x\"\n2,\"y\n3,z\n4,u\n"));
    }

    @Test
    void namesThePlaceOfTextAfterAClosingQuote() {
        assertTrue(Texts.error("a,b\n1,\"x\" y\n").startsWith("t.csv:2:3: found text after the quote \""));
    }

    @Test
    void namesThePlaceOfANumberThatIsTooLarge() {
        assertEquals(
                "t.csv:3:4: found 1e400, expected a number below 1.8e308 in size", Texts.error("a,b\n1,2\n3, 1e400\n"));
        assertEquals(
                "t.csv:4:6: found -1e999, expected a number below 1.8e308 in size",
                Texts.error("a,b\n\"u\nv\",2\n\"\u00e9\", \"-1e999\"\n"));
    }

    @Test
    void allowsTooLargeANumberInTextColumns() {
        assertEquals(2, Texts.table("a,b\n1e400,2\nword,3\n").rows());
    }

    @Test
    void namesThePlaceOfAWordInAColumnThatMustBeNumeric() {
        assertEquals(
                "t.csv:3:1: found 'old' in column age, expected a number or a missing value",
                Texts.error("age,y\n1,2\nold,3\n", OPTIONS.withNumeric(Set.of("age"))));
    }

    @Test
    void namesColumnsThatAreNotThere() {
        String expected = "t.csv: found no column agee, expected one of age, y";
        Set<String> wrong = Set.of("agee");

        assertEquals(expected, Texts.error("age,y\n1,2\n", OPTIONS.withNumeric(wrong)));
        assertEquals(expected, Texts.error("age,y\n1,2\n", OPTIONS.withCategorical(wrong)));
        assertEquals(expected, Texts.error("age,y\n1,2\n", OPTIONS.withOnly(wrong)));
        assertEquals(expected, Texts.error("age,y\n1,2\n", OPTIONS.withDrop(wrong)));
    }

    @Test
    void refusesTheSameNameTwice() {
        assertTrue(Texts.error("a,b,a\n1,2,3\n").startsWith("t.csv: found two columns named a"));
        assertTrue(Texts.error("c2,\n1,2\n").startsWith("t.csv: found two columns named c2"));
    }

    @Test
    void refusesAnEmptyFileAndAHeaderAlone() {
        assertEquals("t.csv: found no rows, expected a table; the file is empty", Texts.error(""));
        assertEquals("t.csv: found no rows, expected a table; the file is empty", Texts.error("\n \n"));
        assertEquals("t.csv: found a header and no rows, expected at least one row", Texts.error("a,b\n"));
    }

    @Test
    void refusesToDropEveryColumn() {
        assertEquals(
                "t.csv: no column is left of a, b; drop fewer",
                Texts.error("a,b\n1,2\n", OPTIONS.withDrop(Set.of("a", "b"))));
    }

    @Test
    void refusesNulBytesWithAHint() {
        assertEquals(
                "t.csv:2:2: found a NUL byte, expected text; the file is binary, or UTF-16 without a byte order mark",
                Texts.error("a,b\n1\0,2\n"));
        assertTrue(
                error("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE)).contains("UTF-16 without a byte order mark"));
        assertTrue(Texts.error("a,b\n" + "1,2\n".repeat(500_000) + "1,\0\n")
                .startsWith("t.csv:500002:3: found a NUL byte"));
    }

    @Test
    void namesThePlaceOfBytesThatAreNoUtf8() {
        byte[] latin = "a,b\nx,1\n\u00e9,2\n".getBytes(StandardCharsets.ISO_8859_1);

        assertEquals("t.csv:3:1: found the byte 0xe9, which is no UTF-8 text; save the file as UTF-8", error(latin));
    }

    @Test
    void refusesBrokenUtf16() {
        byte[] broken = {(byte) 0xfe, (byte) 0xff, 0, 'a', (byte) 0xdc, 0, 0, '\n'};

        assertTrue(error(broken).startsWith("t.csv: found bytes that are no UTF-16 text"));
    }

    @Test
    void refusesGzThatIsCutOff() {
        byte[] whole = gz(bytes("a,b\n" + "1,2\n".repeat(1000)));

        for (int length : new int[] {2, 5, 12, whole.length / 2, whole.length - 1}) {
            assertTrue(error(Arrays.copyOf(whole, length)).contains("cut off"), "length " + length);
        }
    }

    @Test
    void refusesGzThatIsDamaged() {
        byte[] damaged = gz(bytes("a,b\n" + "1,2\n".repeat(1000)));
        damaged[damaged.length - 6] ^= 1;

        assertTrue(error(damaged).startsWith("t.csv: the gz data are damaged near byte"));
    }

    @Test
    void namesFilesThatCannotBeRead(@TempDir Path folder) {
        Path absent = folder.resolve("absent.csv");

        assertEquals(
                folder + ": found a directory, expected a file",
                assertThrows(InputException.class, () -> TableReader.read(folder, OPTIONS, ReadMonitor.NONE))
                        .getMessage());
        assertTrue(assertThrows(InputException.class, () -> TableReader.read(absent, OPTIONS, ReadMonitor.NONE))
                .getMessage()
                .startsWith(absent + ": found no such file"));
    }

    @Test
    void tellsTheFirstFaultWhateverTheNumberOfThreads() {
        String text = "a,b\n" + "1,2\n".repeat(400_000) + "1\n" + "1,2\n".repeat(400_000) + "1,2,3\n1,\"x\n";

        for (int threads = 1; threads <= 4; threads++) {
            assertTrue(Texts.error(text, OPTIONS.withThreads(threads)).startsWith("t.csv:400002:1: found 1 field"));
        }
    }

    @Test
    void refusesOptionsThatMakeNoSense() {
        assertThrows(InputException.class, () -> OPTIONS.withThreads(0));
        assertThrows(InputException.class, () -> OPTIONS.withDelimiter('\n'));
        assertThrows(InputException.class, () -> OPTIONS.withDelimiter('\u00e9'));
        assertThrows(
                InputException.class, () -> OPTIONS.withNumeric(Set.of("a")).withCategorical(Set.of("a")));
    }

    @Test
    void readsAFieldLongerThanAPiece() {
        for (int length : new int[] {8_190, 16_384, 65_530, PieceCutter.TABLE_PIECE, 3 * PieceCutter.TABLE_PIECE + 1}) {
            String text = "a,b\n1," + "x".repeat(length) + "\n2,y\n3,y\n";
            assertEquals(
                    length, Texts.levels(Texts.table(text), "b").levels().get(0).length());
            assertEquals(
                    4,
                    Texts.table(text + "4,\"" + "u,".repeat(length / 2) + "\"\n")
                            .rows());
        }
    }
}
