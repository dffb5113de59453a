package dev.odds.table;

import static dev.odds.table.Texts.OPTIONS;
import static dev.odds.table.Texts.bytes;
import static dev.odds.table.Texts.data;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of several pieces, whose numbers are where a design wants them, or are moved there. */
class NumberJoinTest {
    private static final long SEED = 31;
    private static final int ROWS = 150_000;

    private final Random random = new Random(SEED);
    private final double[] x = random.doubles(ROWS, -99, 99)
            .map(v -> Math.rint(v * 1e6) / 1e6)
            .map(v -> Math.abs(v) < 2 ? 0 : v)
            .toArray();

    private String text(String end, boolean header, IntPredicate blankBefore, IntPredicate missing) {
        StringBuilder text = new StringBuilder(header ? "x,g,k" + end : "");
        for (int i = 0; i < ROWS; i++) {
            text.append(blankBefore.test(i) ? end : "");
            text.append(missing.test(i) ? "NA" : Double.toString(x[i]));
            text.append(",g").append(i % 3).append(',').append(i).append(end);
        }
        return text.toString();
    }

    private void check(Table table, IntPredicate missing) {
        assertEquals(ROWS, table.rows());
        NumericColumn column = (NumericColumn) table.columns().get(0);
        double[] expected = x.clone();
        int zeros = 0;
        int gaps = 0;
        for (int i = 0; i < ROWS; i++) {
            expected[i] = missing.test(i) ? Double.NaN : x[i];
            zeros += expected[i] == 0 ? 1 : 0;
            gaps += missing.test(i) ? 1 : 0;
        }
        assertArrayEquals(expected, column.toArray(), "seed " + SEED);
        assertEquals(zeros, column.zeros());
        assertEquals(gaps, column.missing());
        double[] k = ((NumericColumn) table.columns().get(2)).toArray();
        for (int i = 0; i < ROWS; i++) {
            assertEquals(i, k[i]);
        }
        int[] codes = ((CategoricalColumn) table.columns().get(1)).codes();
        for (int i = 0; i < ROWS; i++) {
            assertEquals(i % 3, codes[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void piecesJoinWhateverTheLineEndAndTheBlankLinesAmongThem(String end) {
        IntPredicate missing = i -> i % 1013 == 5;
        for (boolean header : new boolean[] {true, false}) {
            check((Table) data(bytes(text(end, header, i -> false, missing)), "t.csv", OPTIONS), missing);
            check((Table) data(bytes(text(end, header, i -> i % 20_011 == 7, missing)), "t.csv", OPTIONS), missing);
        }
    }

    @Test
    void aPieceEndsWhereABlockEnds() {
        byte[] bytes = bytes(text("\n", true, i -> false, i -> false));
        FieldScan scan = new Dialect(',', '"').scan();
        RecordEnds ends = new RecordEnds("t.csv", scan);
        TextPiece whole = ends.cut(bytes, 1 << 20, false, 1);
        int surplus = (whole.lines() - 1) % NumberBlocks.ROWS;
        TextPiece cut = RecordEnds.without(whole, surplus);
        assertTrue(whole.plain() && surplus > 0);
        assertEquals(0, (cut.lines() - 1) % NumberBlocks.ROWS);
        assertEquals(cut.lines(), LineScan.of(bytes, cut.length(), (byte) '"').lineFeeds());
        assertEquals('\n', bytes[cut.length() - 1]);
    }

    @Test
    void bytesAreSeenEightAtATimeAsOneByOne() {
        for (int round = 0; round < 20_000; round++) {
            byte[] b = new byte[random.nextInt(40)];
            int range = 1 + random.nextInt(255);
            IntUnaryOperator near = c -> (byte) (c + random.nextInt(range) - range / 2);
            for (int i = 0; i < b.length; i++) {
                b[i] = (byte) near.applyAsInt("\n\r\"a\0".charAt(random.nextInt(5)));
            }
            String text = new String(b, java.nio.charset.StandardCharsets.ISO_8859_1);
            LineScan found = LineScan.of(b, b.length, (byte) '"');
            assertEquals(text.chars().filter(c -> c == '\n').count(), found.lineFeeds(), "seed " + SEED);
            assertEquals(text.indexOf('"') >= 0, found.quoted(), "seed " + SEED);
            assertEquals(text.chars().allMatch(c -> c < 128), found.ascii(), "seed " + SEED);
            assertEquals(text.indexOf('\r') >= 0 || text.indexOf(0) >= 0, found.odd(), "seed " + SEED);
        }
    }
}
