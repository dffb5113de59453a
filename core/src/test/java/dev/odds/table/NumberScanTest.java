package dev.odds.table;

import static dev.odds.table.Texts.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numbers read eight digits at a time. */
class NumberScanTest {
    private static final long SEED = 31;
    private static final String OTHER = "-+.eE ,;\t\n/:a\0\177";

    private final Random random = new Random(SEED);

    private String digits(int most) {
        StringBuilder digits = new StringBuilder();
        for (int left = random.nextInt(most); left > 0; left--) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private String number() {
        String minus = random.nextInt(2) == 0 ? "-" : "";
        String point = random.nextInt(3) == 0 ? "" : ".";
        return minus + digits(12) + point + digits(12);
    }

    private char other() {
        return OTHER.charAt(random.nextInt(OTHER.length()));
    }

    @Test
    void aNumberIsReadFromBytesAsFromCharacters() {
        int taken = 0;
        for (int round = 0; round < 200_000; round++) {
            String before = digits(9);
            String number = number();
            String after = random.nextInt(4) == 0 ? "" : other() + digits(9);
            byte[] b = bytes(before + number + after + "77777777");
            int end = b.length - 8;
            NumberScan scan = new NumberScan(new TextPiece("text", b, end, 1, 1, false, true));
            int to = scan.read(before.length());
            String read = new String(b, before.length(), to - before.length(), StandardCharsets.US_ASCII);
            if (to > before.length()) {
                assertEquals(Decimals.parse(read), scan.value(), number + " seed " + SEED);
                boolean more = to < end && (b[to] >= '0' && b[to] <= '9' || b[to] == '.' && !read.contains("."));
                assertTrue(!more, number + " ends too early, seed " + SEED);
                taken++;
            } else {
                boolean one = number.chars().anyMatch(Character::isDigit) && number.length() < 16 && after.isEmpty();
                assertTrue(!one, number + " is refused, seed " + SEED);
            }
        }
        assertTrue(taken > 100_000, taken + " taken, seed " + SEED);
    }

    @Test
    void whatIsNoPlainNumberAmongNumbersIsTakenFieldByField() {
        String[] odd = {"1e3", "+4", " 7 ", "", "NA", "12345678901234567890", "0.1e-3", "-0", "0"};
        int rows = 3_000;
        String[][] fields = new String[rows][3];
        StringBuilder text = new StringBuilder("a,b,c\n");
        for (String[] row : fields) {
            for (int j = 0; j < 3; j++) {
                row[j] = random.nextInt(8) == 0 ? odd[random.nextInt(odd.length)] : random.nextInt(99) + ".25";
            }
            text.append(String.join(",", row)).append(random.nextInt(9) == 0 ? "\n\n" : "\n");
        }
        Table table = Texts.table(text.toString());
        assertEquals(rows, table.rows());
        for (int j = 0; j < 3; j++) {
            NumericColumn column = (NumericColumn) table.columns().get(j);
            int zeros = 0;
            int missing = 0;
            for (int i = 0; i < rows; i++) {
                double expected = Decimals.parse(fields[i][j].strip());
                assertEquals(expected, column.value(i), "row " + i + ", seed " + SEED);
                zeros += expected == 0 ? 1 : 0;
                missing += Double.isNaN(expected) ? 1 : 0;
            }
            assertEquals(zeros, column.zeros(), "seed " + SEED);
            assertEquals(missing, column.missing(), "seed " + SEED);
        }
    }
}
