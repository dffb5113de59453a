package dev.odds.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of cells in aligned columns: the first column to the left, numbers at their decimal points.
 *
 * <p>Not thread-safe.
 */
final class TextTable {
    private static final String BETWEEN = "  ";

    private final List<String[]> rows = new ArrayList<>();
    private final int columns;

    /** A table with that head; an empty head is not printed. */
    TextTable(String... head) {
        columns = head.length;
        rows.add(head);
    }

    TextTable row(String... cells) {
        rows.add(cells);
        return this;
    }

    /** Prints the table, each line between the indent and a line end; O(cells). */
    void print(String indent, StringBuilder out) {
        int[] before = new int[columns];
        int[] after = new int[columns];
        int[] width = new int[columns];
        for (String[] cells : rows.subList(1, rows.size())) {
            for (int j = 0; j < columns; j++) {
                before[j] = Math.max(before[j], point(cells[j]));
                after[j] = Math.max(after[j], Shown.width(cells[j]) - point(cells[j]));
            }
        }
        Arrays.setAll(width, j -> Math.max(j == 0 ? firstWidth() : before[j] + after[j], Shown.width(rows.get(0)[j])));
        for (String[] cells : rows) {
            boolean head = cells == rows.get(0);
            if (head && String.join("", cells).isEmpty()) {
                continue;
            }
            StringBuilder line = new StringBuilder(indent);
            for (int j = 0; j < columns; j++) {
                String cell = cells[j];
                int behind = head || cell.isEmpty() ? 0 : after[j] - (Shown.width(cell) - point(cell));
                line.append(j == 0 ? left(cell, width[0]) : BETWEEN + right(cell + " ".repeat(behind), width[j]));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private int firstWidth() {
        return rows.stream().mapToInt(cells -> Shown.width(cells[0])).max().orElse(0);
    }

    /** How many characters stand before the decimal point; what has none ends there. */
    private static int point(String cell) {
        int point = cell.indexOf('.');
        int exponent = cell.indexOf('e');
        if (point >= 0) {
            return point;
        }
        return exponent > 0 && Character.isDigit(cell.charAt(exponent - 1)) ? exponent : Shown.width(cell);
    }

    private static String left(String cell, int width) {
        return cell + " ".repeat(width - Shown.width(cell));
    }

    private static String right(String cell, int width) {
        return " ".repeat(Math.max(0, width - Shown.width(cell))) + cell;
    }
}
