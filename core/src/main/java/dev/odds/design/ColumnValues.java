package dev.odds.design;

import dev.odds.table.CategoricalColumn;
import dev.odds.table.Column;
import dev.odds.table.InputException;
import dev.odds.table.NumericColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A column read as numbers or as levels, whichever a term needs. */
final class ColumnValues {
    private ColumnValues() {}

    /** The column as numbers; levels that are all numbers are read as such. */
    static NumericColumn numeric(Column column, String source) {
        if (column instanceof NumericColumn numbers) {
            return numbers;
        }
        CategoricalColumn levels = coded(column, source);
        double[] ofLevel = numbers(levels.levels());
        double[] values = new double[levels.rows()];
        for (int row = 0; row < values.length; row++) {
            int code = levels.codes()[row];
            values[row] = code == -1 ? Double.NaN : code < 0 ? Double.POSITIVE_INFINITY : ofLevel[code];
            if (code != -1 && !Double.isFinite(values[row])) {
                throw new InputException("%s: column %s, row %d: found %s, expected a number"
                        .formatted(
                                source,
                                column.name(),
                                row + 1,
                                code < 0 ? "text" : levels.levels().get(code)));
            }
        }
        return new NumericColumn(column.name(), values);
    }

    /** The column as levels; numbers become levels in numeric order, and so do levels that are all numbers. */
    static CategoricalColumn levels(Column column, String source) {
        if (column instanceof NumericColumn numbers) {
            return levels(numbers);
        }
        CategoricalColumn levels = coded(column, source);
        double[] numbers = numbers(levels.levels());
        boolean text = Arrays.stream(numbers).anyMatch(Double::isNaN);
        return text || isSorted(numbers) ? levels : sorted(levels, numbers);
    }

    /** The column as text with codes, as it is; refused where there are too many values for that. */
    static CategoricalColumn coded(Column column, String source) {
        if (column instanceof CategoricalColumn levels) {
            return levels;
        }
        throw new InputException("%s: found text of more values in column %s than are kept, expected fewer or numbers"
                .formatted(source, column.name()));
    }

    /** What the row holds, as words. */
    static String text(Column column, int row) {
        if (column instanceof NumericColumn numbers) {
            return column.missing(row) ? "no value" : Numbers.text(numbers.value(row));
        }
        CategoricalColumn levels = (CategoricalColumn) column;
        int code = levels.codes()[row];
        return code >= 0 ? levels.levels().get(code) : code == -1 ? "no value" : "another value";
    }

    private static CategoricalColumn levels(NumericColumn column) {
        double[] values = column.toArray();
        double[] distinct = Arrays.stream(values)
                .filter(v -> !Double.isNaN(v))
                .map(v -> v + 0.0)
                .sorted()
                .distinct()
                .toArray();
        int[] codes = new int[values.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = Double.isNaN(values[row]) ? -1 : Arrays.binarySearch(distinct, values[row] + 0.0);
        }
        return new CategoricalColumn(
                column.name(),
                codes,
                Arrays.stream(distinct).mapToObj(Numbers::text).toList());
    }

    private static CategoricalColumn sorted(CategoricalColumn column, double[] numbers) {
        List<Integer> order = new ArrayList<>();
        for (int code = 0; code < numbers.length; code++) {
            order.add(code);
        }
        order.sort(Comparator.comparingDouble(code -> numbers[code]));
        int[] position = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            position[order.get(i)] = i;
        }
        int[] codes = column.codes().clone();
        for (int row = 0; row < codes.length; row++) {
            codes[row] = codes[row] < 0 ? codes[row] : position[codes[row]];
        }
        return new CategoricalColumn(
                column.name(), codes, order.stream().map(column.levels()::get).toList());
    }

    private static double[] numbers(List<String> levels) {
        return levels.stream().mapToDouble(Numbers::parse).toArray();
    }

    private static boolean isSorted(double[] numbers) {
        for (int i = 1; i < numbers.length; i++) {
            if (numbers[i - 1] > numbers[i]) {
                return false;
            }
        }
        return true;
    }
}
