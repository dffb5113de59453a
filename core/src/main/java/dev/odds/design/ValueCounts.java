package dev.odds.design;

import dev.odds.table.CategoricalColumn;
import dev.odds.table.Column;
import dev.odds.table.NumericColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * The values of a column and how many rows have each, numbers in numeric order, levels in theirs.
 *
 * @param values the values as text
 * @param rows one per value
 * @param capped whether there are more values than these: numbers are counted up to {@value #CAP} different ones
 */
record ValueCounts(List<String> values, List<Integer> rows, boolean capped) {
    static final int CAP = 1000;
    private static final int LISTED = 6;

    /** The values in the kept rows. */
    static ValueCounts of(Column column, RowFilter filter, String source) {
        return column instanceof NumericColumn numbers
                ? numbers(numbers, filter)
                : levels(ColumnValues.coded(column, source), filter);
    }

    private static ValueCounts levels(CategoricalColumn column, RowFilter filter) {
        int[] counts = new int[column.levels().size()];
        for (int row = 0; row < column.rows(); row++) {
            if (filter.keeps(row) && column.codes()[row] >= 0) {
                counts[column.codes()[row]]++;
            }
        }
        List<String> values = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                values.add(column.levels().get(code));
                rows.add(counts[code]);
            }
        }
        return new ValueCounts(values, rows, false);
    }

    private static ValueCounts numbers(NumericColumn column, RowFilter filter) {
        double[] distinct = new double[CAP + 1];
        int[] counts = new int[CAP + 1];
        double[] values = column.toArray();
        boolean all = filter.kept() == filter.total();
        int size = 0;
        int at = 0;
        int before = 0;
        for (int row = 0; row < values.length && size <= CAP; row++) {
            double value = values[row] + 0.0;
            if (value == value && (all || filter.keeps(row))) {
                if (distinct[at] != value || size == 0) {
                    int other = before;
                    before = at;
                    at = distinct[other] == value && size > 0 ? other : Arrays.binarySearch(distinct, 0, size, value);
                }
                if (at < 0) {
                    at = -at - 1;
                    System.arraycopy(distinct, at, distinct, at + 1, size - at);
                    System.arraycopy(counts, at, counts, at + 1, size - at);
                    distinct[at] = value;
                    counts[at] = 0;
                    size++;
                }
                counts[at]++;
            }
        }
        List<String> texts =
                Arrays.stream(distinct, 0, size).mapToObj(Numbers::text).toList();
        return new ValueCounts(texts, Arrays.stream(counts, 0, size).boxed().toList(), size > CAP);
    }

    int size() {
        return values.size();
    }

    /** Such as {@code 3 values: 1 (216 rows), 2 (184 rows), 3 (491 rows)}. */
    String told() {
        if (capped) {
            return "more than %d values, such as %s".formatted(CAP, String.join(", ", values.subList(0, LISTED)));
        }
        StringJoiner list = new StringJoiner(", ");
        for (int i = 0; i < Math.min(size(), LISTED); i++) {
            list.add("%s (%s)".formatted(values.get(i), Numbers.rows(rows.get(i))));
        }
        if (size() > LISTED) {
            list.add("...");
        }
        return switch (size()) {
            case 0 -> "no value";
            case 1 -> "one value: " + list;
            default -> size() + " values: " + list;
        };
    }
}
