package dev.odds.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of cells in aligned columns, no wider than {@link #WIDTH}: names in the first column, which is to the left and gives
 * way, numbers in the others with their decimal points below one another.
 *
 * <p>Not thread-safe.
 */
final class TextTable {
    /** The longest line. */
    static final int WIDTH = 100;

    private static final int SHORTEST_NAME = 12;
    private static final String BETWEEN = "  ";

    private final String[] head;
    private final List<String[]> rows = new ArrayList<>();

    /** A table with a word above each column. */
    TextTable(String... head) {
        this.head = head;
    }

    TextTable row(String... cells) {
        rows.add(cells);
        return this;
    }

    /** Prints the table, each line after the indent; O(cells). */
    void print(String indent, StringBuilder out) {
        List<Column> columns = new ArrayList<>();
        int left = WIDTH - Shown.width(indent);
        for (int j = 1; j < head.length; j++) {
            columns.add(column(j));
            left -= BETWEEN.length() + columns.get(j - 1).width;
        }
        columns.add(0, names(Math.max(left, SHORTEST_NAME)));
        line(indent, out, columns, head, true);
        for (String[] cells : rows) {
            line(indent, out, columns, cells, false);
        }
    }

    private static void line(String indent, StringBuilder out, List<Column> columns, String[] cells, boolean isHead) {
        StringBuilder line = new StringBuilder(indent);
        for (int j = 0; j < cells.length; j++) {
            Column column = columns.get(j);
            line.append(j == 0 ? column.name(cells[j]) : BETWEEN + column.number(cells[j], isHead));
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private Column names(int most) {
        int longest = Shown.width(head[0]);
        for (String[] cells : rows) {
            longest = Math.max(longest, Shown.width(cells[0]));
        }
        return new Column(0, Math.min(longest, most));
    }

    private Column column(int j) {
        int before = 0;
        int after = 0;
        int longest = Shown.width(head[j]);
        for (String[] cells : rows) {
            String cell = cells[j];
            longest = Math.max(longest, Shown.width(cell));
            if (isNumber(cell)) {
                before = Math.max(before, point(cell));
                after = Math.max(after, Shown.width(cell) - point(cell));
            }
        }
        return new Column(after, Math.max(before + after, longest));
    }

    /** The room of a column, and how much of it lies behind the decimal points. */
    private record Column(int after, int width) {
        String name(String cell) {
            String shown = Shown.name(cell, width);
            return shown + " ".repeat(width - Shown.width(shown));
        }

        /** A number at its decimal point, a word at the right. */
        String number(String cell, boolean isHead) {
            int behind = isHead || !isNumber(cell) ? 0 : after - (Shown.width(cell) - point(cell));
            return " ".repeat(width - Shown.width(cell) - behind) + cell + " ".repeat(behind);
        }
    }

    private static boolean isNumber(String cell) {
        return cell.chars().anyMatch(Character::isDigit);
    }

    /** How many characters stand before the decimal point; a number without one ends there. */
    private static int point(String cell) {
        int point = cell.indexOf('.');
        int exponent = cell.indexOf('e');
        if (point >= 0) {
            return point;
        }
        return exponent >= 0 ? exponent : Shown.width(cell);
    }
}
