package dev.odds.table;

import static dev.odds.table.Texts.OPTIONS;
import static dev.odds.table.Texts.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Random tables against FastCSV's own records and BigDecimal. */
class CsvOracleTest {
    private static final String HOSTILE = "ab\"\"',; \t\n\r\u00e9\uD83D\uDE00";

    @Test
    void readsRandomTablesLikeFastCsvAndBigDecimal() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            String text = table(random);
            Table table = Texts.table(
                    text, OPTIONS.withHeader(true).withMissing(List.of()).withDelimiter(','));
            List<CsvRecord> records = records(text);

            assertEquals(records.size() - 1, table.rows(), "seed " + seed);
            for (int j = 0; j < table.columns().size(); j++) {
                int field = j;
                List<String> texts = records.stream()
                        .skip(1)
                        .map(record -> record.getField(field))
                        .toList();
                compare(texts, table.columns().get(j), "seed " + seed + ", column " + j);
            }
        }
    }

    /** Cutting a text anywhere between records changes nothing: pieces of every small size hold the same records. */
    @Test
    void cutsHostileTextsOnlyBetweenRecords() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            String text = table(random);
            Dialect dialect = new Dialect(',', '"');
            List<List<String>> whole = pieces(text, dialect, 1 << 20);
            for (int size = 1; size < 40; size += 1 + random.nextInt(5)) {
                assertEquals(whole, pieces(text, dialect, size), "seed " + seed + ", pieces of " + size);
            }
        }
    }

    private static List<List<String>> pieces(String text, Dialect dialect, int size) {
        List<List<String>> records = new ArrayList<>();
        Source source = new OnceSource(new ByteArrayInputStream(bytes(text)), "t.csv");
        PieceCutter cutter = new PieceCutter(new TextInput(source), dialect.scan(), size);
        long line = 1;
        for (TextPiece piece = cutter.next(); piece != null; piece = cutter.next()) {
            assertEquals(line, piece.firstLine());
            line += piece.lines();
            records.addAll(CsvTexts.of(piece, dialect, Integer.MAX_VALUE));
            cutter.recycle(piece);
        }
        return records;
    }

    private static void compare(List<String> texts, Column column, String message) {
        if (column instanceof NumericColumn numeric) {
            double[] expected = texts.stream()
                    .mapToDouble(text -> text.isEmpty() ? Double.NaN : new BigDecimal(text.strip()).doubleValue())
                    .toArray();
            assertArrayEquals(expected, numeric.toArray(), message);
        } else {
            CategoricalColumn levels = (CategoricalColumn) column;
            List<String> found = new ArrayList<>();
            for (int code : levels.codes()) {
                found.add(code < 0 ? "" : levels.levels().get(code));
            }
            assertEquals(texts, found, message);
        }
    }

    private static List<CsvRecord> records(String text) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            return reader.stream().collect(Collectors.toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String table(Random random) {
        int columns = 2 + random.nextInt(4);
        String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 2 + random.nextInt(30); row++) {
            for (int j = 0; j < columns; j++) {
                text.append(j == 0 ? "" : ",").append(row == 0 ? "name" + j : field(random, j));
            }
            text.append(end);
        }
        return text.toString();
    }

    private static String field(Random random, int column) {
        if (random.nextInt(8) == 0) {
            return "";
        }
        if (column % 2 == 0) {
            String digits = Long.toString(random.nextLong());
            int keep = digits.length() - random.nextInt(digits.length() - 1);
            return digits.substring(0, keep)
                    + (random.nextBoolean() ? "" : "." + random.nextInt(1000))
                    + (random.nextInt(4) == 0 ? "e" + (random.nextInt(100) - 50) : "");
        }
        StringBuilder content = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            content.appendCodePoint(HOSTILE.codePointAt(
                    HOSTILE.offsetByCodePoints(0, random.nextInt(HOSTILE.codePointCount(0, HOSTILE.length())))));
        }
        return "\"" + content.toString().replace("\"", "\"\"") + "\"";
    }
}
