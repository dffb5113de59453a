package dev.odds.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.table.InputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that someone broke, by accident or with a right checksum on purpose: refused in one sentence, whatever they hold. */
class HostileModelFileTest {
    private static final byte[] GOOD = ModelWriter.bytes(Models.withCovariance());
    private static final String TEXT = new String(GOOD, StandardCharsets.UTF_8);

    @Test
    void everyTruncationIsRefused() {
        for (int length = 0; length < GOOD.length; length++) {
            refused(Arrays.copyOf(GOOD, length));
        }
    }

    @Test
    void everyFlippedBitIsRefused() {
        for (int at = 0; at < GOOD.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] bytes = GOOD.clone();
                bytes[at] ^= (byte) (1 << bit);
                refused(bytes);
            }
        }
    }

    @Test
    void everyFlippedBitUnderARightChecksumIsRefusedOrAModel() {
        int start = TEXT.indexOf("\"version\"");
        int models = 0;
        for (int at = start; at < GOOD.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] bytes = GOOD.clone();
                bytes[at] ^= (byte) (1 << bit);
                models += refusedOrModel(resealed(bytes));
            }
        }
        assertTrue(models > 100, "letters of names may change: " + models);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "formatVersion": 1                  | "formatVersion": 2                    | format version 2
            "formatVersion": 1                  | "formatVersion": "1"                  | whole number
            odds-model                          | odds-table                            | found another format
            "rest": false                       | "rest": 0                             | expected true or false
            "rest": false                       | "rest": false, "rest": false          | expected }
            "estimate": -2.0                    | "estimate": "-2.0"                    | expected a number
            "estimate": -2.0                    | "estimate": NaN                       | not valid JSON
            "estimate": -2.0                    | "estimate": "NaN"                     | expected a number
            "estimate": -2.0                    | "estimate": "+Infinity"               | expected a number
            "estimate": -2.0                    | "estimate": 1e999                     | a double can hold
            "estimate": -2.0                    | "estimate": null                      | expected a number
            "estimate": -2.0                    | "estimate": [-2.0]                    | expected a number
            "estimate": -2.0                    | "extra": 1, "estimate": -2.0          | found extra
            "name": "g=b"                       | "name": "g=d"                         | coefficient of another feature
            {"name": "g=b", "estimate": -2.0},  | ~~                                    | coefficient of another feature
            {"name": "(bias)", "estimate": -1.0}| {"name": "g=d", "estimate": 1}        | expected (bias)
            "name": "(bias)", "estimate": -1.0} | "name": "(bias)", "estimate": -1.0}, {"name": "(bias)", "estimate": -1.0} | expected no more
            ["a", "b", "c"]                     | ["a", "b", "b"]                       | a level twice
            ["a", "b", "c"]                     | {"a": "b"}                            | expected [
            ["a", "b", "c"]                     | ["a", "b", 3]                         | expected text
            ["a", "b", "c"]                     | ["a", "b"                             | not valid JSON
            "reference": "a"                    | "reference": "z"                      | none of the column's
            "fill": "b"                         | "fill": "z"                           | none of the column's
            "fill": 0.5                         | "fill": "Infinity"                    | nothing finite
            "fill": 0.5, "indicator": false     | "indicator": true                     | nothing finite
            "type": "numeric"                   | "type": "magic"                       | found another type
            "negative": "0"                     | "negative": "1"                       | both labels are 1
            "column": "y",                      | "column": "y", "comparison": "~", "value": "1", | another comparison
            "column": "y",                      | "column": "y", "comparison": "<",     | entry "value"
            "iterations": 5                     | "iterations": 5.5                     | whole number
            "iterations": 5                     | "iterations": -5                      | from 0 to
            "iterations": 5                     | "iterations": 99999999999999999999    | from 0 to
            "iterations": 5                     | "iterations": 3000000000              | from 0 to
            "examples": 189,                    | ~~                                    | entry "examples"
            "name": "fisher"                    | "name": 1                             | expected text
            ["x", "g=c", "(bias)"]              | ["x", "g=c", "(bias)", "(bias)"]      | of other coefficients
            ["x", "g=c", "(bias)"]              | ["g=c", "x", "(bias)"]                | of other coefficients
            ["x", "g=c", "(bias)"]              | ["x", "g=d", "(bias)"]                | of other coefficients
            ["x", "g=c", "(bias)"]              | ["x", "(bias)"]                       | 3 centers and 6 covariances of 2
            "center": [10.0, 0.0, 0.0]          | "center": [10.0, 0.0]                 | 2 centers
            "center": [10.0, 0.0, 0.0]          | "center": ["Infinity", 0.0, 0.0]      | not finite
            "packed": [0.25,                    | "packed": [                           | 5 covariances
            "packed": [0.25,                    | "packed": [-1e999,                    | a double can hold
            "packed": [0.25,                    | "packed": ["x",                       | expected a number
            "packed": [0.25,                    | "packed": [[],                        | expected a number
            """)
    void everyInconsistencyIsToldWithItsPlace(String part, String instead, String told) {
        assertTrue(TEXT.contains(part), part);
        String message = refused(resealed(TEXT.replace(part, instead).getBytes(StandardCharsets.UTF_8)));
        assertTrue(message.contains(told), message);
        if (!told.startsWith("format version")) {
            assertTrue(message.matches("(?s)m\\.json:\\d+:\\d+: .*"), message);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "[]",
                "{}",
                "\"x\"",
                "{\"format\": 1}",
                "\u0000\u0000",
                "a,b\n1,2\n",
                "{\"format\""
            })
    void whatIsNoModelIsRefused(String text) {
        refused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anythingBehindTheEndIsRefused() {
        assertTrue(refused(resealed((TEXT + "{}").getBytes(StandardCharsets.UTF_8)))
                .contains("expected the end of the file"));
        assertTrue(refused(resealed((TEXT + "\u0001").getBytes(StandardCharsets.UTF_8)))
                .contains("not valid JSON"));
    }

    @Test
    void otherEncodingsAreRefused() {
        refused(TEXT.getBytes(StandardCharsets.UTF_16));
        refused(TEXT.getBytes(StandardCharsets.UTF_16LE));
        refused(resealed(TEXT.replace("t.csv", "\u00e9").getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void bombsAreRefusedBeforeTheyGrow() {
        refused(replaced("[\"a\", \"b\", \"c\"]", "[".repeat(1_000_000)));
        refused(replaced("[\"a\", \"b\", \"c\"]", "[" + "\"a\",".repeat(1_000_000) + "\"b\"]"));
        refused(replaced("[\"a\", \"b\", \"c\"]", "[\"" + "a".repeat(2_000_000) + "\"]"));
        refused(replaced("\"estimate\": -2.0", "\"estimate\": 1" + "0".repeat(1_000_000)));
        refused(replaced("\"estimate\": -2.0", "\"" + "e".repeat(1_000_000) + "\": -2.0"));
        refused(replaced("{\"name\": \"(bias)\", \"estimate\": -1.0}", "{},".repeat(1_000_000)));
        refused(replaced("\"separation\"", "{\"a\":".repeat(100_000)));
    }

    @Test
    void spacesMayChangeWhereTheChecksumIsRight() {
        Model model = ModelReader.read(resealed(TEXT.replace(": ", ":").getBytes(StandardCharsets.UTF_8)), "m.json");
        assertArrayEquals(GOOD, ModelWriter.bytes(model));
    }

    private static byte[] replaced(String part, String instead) {
        assertTrue(TEXT.contains(part), part);
        return resealed(TEXT.replace(part, instead).getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes under a checksum that is right for them. */
    static byte[] resealed(byte[] bytes) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("sha256:");
        byte[] blank = Checksum.BLANK.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(blank, 0, bytes, at, blank.length);
        return Checksum.seal(bytes);
    }

    private static int refusedOrModel(byte[] bytes) {
        try {
            return ModelReader.read(bytes, "m.json").names().size() == 4 ? 1 : 0;
        } catch (InputException refused) {
            return 0;
        }
    }

    private static String refused(byte[] bytes) {
        String message = assertThrows(InputException.class, () -> ModelReader.read(bytes, "m.json"))
                .getMessage();
        assertTrue(message.startsWith("m.json:"), message);
        assertEquals(-1, message.indexOf('\n'), message);
        assertTrue(message.length() < 300, message);
        return message;
    }
}
