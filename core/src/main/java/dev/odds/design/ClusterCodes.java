package dev.odds.design;

import dev.odds.table.CategoricalColumn;
import dev.odds.table.Column;
import dev.odds.table.InputException;
import dev.odds.table.NumericColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The cluster of each example, numbered in the order of their first examples, so that clusters that lie together have numbers that
 * do.
 *
 * @param codes one per example
 * @param count how many clusters
 */
record ClusterCodes(int[] codes, int count) {
    /** From a column of which no row that is an example lacks a value. O(n). */
    static ClusterCodes of(Column column, RowIndex rows, String source) {
        if (column instanceof NumericColumn numbers) {
            return numbers(numbers, rows);
        }
        if (column instanceof CategoricalColumn levels) {
            return levels(levels, rows);
        }
        throw new InputException(
                "%s: cluster column %s holds text of more values than were kept, expected it to be read as levels"
                        .formatted(source, column.name()));
    }

    private static ClusterCodes numbers(NumericColumn column, RowIndex rows) {
        Map<Double, Integer> known = new HashMap<>();
        int[] codes = new int[rows.count()];
        for (int i = 0; i < codes.length; i++) {
            Integer next = known.size();
            Integer code = known.putIfAbsent(column.value(rows.row(i)) + 0.0, next);
            codes[i] = code == null ? next : code;
        }
        return new ClusterCodes(codes, known.size());
    }

    private static ClusterCodes levels(CategoricalColumn column, RowIndex rows) {
        int[] known = new int[column.levels().size()];
        Arrays.fill(known, -1);
        int[] codes = new int[rows.count()];
        int count = 0;
        for (int i = 0; i < codes.length; i++) {
            int level = column.codes()[rows.row(i)];
            if (known[level] < 0) {
                known[level] = count++;
            }
            codes[i] = known[level];
        }
        return new ClusterCodes(codes, count);
    }
}
