package dev.odds.design;

import dev.odds.table.CategoricalColumn;
import dev.odds.table.Column;
import dev.odds.table.NumericColumn;
import dev.odds.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Small tables for tests. */
public final class Tables {
    private Tables() {}

    public static Table table(Column... columns) {
        return new Table("t.csv", columns[0].rows(), List.of(columns));
    }

    /** Numbers, NaN where missing. */
    public static NumericColumn numbers(String name, double... values) {
        return new NumericColumn(name, values);
    }

    /** Texts, null where missing. */
    public static CategoricalColumn texts(String name, String... values) {
        List<String> levels = Arrays.stream(values)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        int[] codes = Arrays.stream(values)
                .mapToInt(v -> v == null ? -1 : levels.indexOf(v))
                .toArray();
        return new CategoricalColumn(name, codes, levels);
    }

    /** The table with its rows in that order, each as often as it is named; the levels stay. */
    public static Table rows(Table table, int... rows) {
        List<Column> columns = table.columns().stream().map(c -> rows(c, rows)).toList();
        return new Table(table.source(), rows.length, columns);
    }

    private static Column rows(Column column, int[] rows) {
        if (column instanceof NumericColumn numbers) {
            return new NumericColumn(
                    column.name(),
                    Arrays.stream(rows).mapToDouble(r -> numbers.value(r)).toArray());
        }
        CategoricalColumn texts = (CategoricalColumn) column;
        return new CategoricalColumn(
                column.name(), Arrays.stream(rows).map(r -> texts.codes()[r]).toArray(), texts.levels());
    }

    /** X as rows, read through {@link Examples#dense}. */
    public static double[][] dense(Examples examples) {
        int d = examples.features();
        double[][] x = new double[(int) examples.count()][d];
        for (int i = 0; i < x.length; i++) {
            examples.dense(i, 1, x[i], d);
        }
        return x;
    }
}
