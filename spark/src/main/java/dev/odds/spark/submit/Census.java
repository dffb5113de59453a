package dev.odds.spark.submit;

import dev.odds.table.InputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;

/**
 * What the values of a table decide.
 *
 * @param rows those without a missing value
 * @param columns those that count
 * @param dropped how many rows had one
 * @param labels the values of the target, in their order
 * @param levels those of each column of text, in code-point order
 */
record Census(Dataset<Row> rows, Columns columns, long dropped, List<Object> labels, Map<String, List<String>> levels) {
    private static final int MOST_LABELS = 1000;
    private static final int LEVELS = 50;
    private static final int ROWS_PER_LEVEL = 20;

    /**
     * Reads the data twice: how many values there are, then which.
     *
     * @param notes a sentence is added for each column left out, and one for dropped rows
     * @throws InputException if no column, or no row, is left
     */
    static Census of(Dataset<Row> data, Columns all, List<String> notes) {
        List<StructField> texts =
                all.features().stream().filter(Columns::isText).toList();
        List<Column> counts = new ArrayList<>();
        counts.add(functions.countDistinct(Columns.values(all.target())));
        texts.forEach(text -> counts.add(functions.countDistinct(Columns.values(text))));
        Row found = data.agg(functions.count(functions.lit(1)), counts.toArray(Column[]::new))
                .first();
        long total = found.getLong(0);
        if (found.getLong(1) > MOST_LABELS) {
            throw new InputException("--target is %s: found %d values; expected two labels"
                    .formatted(all.target().name(), found.getLong(1)));
        }
        Set<String> crowded = new HashSet<>();
        for (int k = 0; k < texts.size(); k++) {
            long levels = found.getLong(k + 2);
            if (levels > Math.max(LEVELS, total / ROWS_PER_LEVEL)) {
                crowded.add(texts.get(k).name());
                notes.add("left out %s: %d values in %d rows"
                        .formatted(texts.get(k).name(), levels, total));
            }
        }
        return of(data, all.without(crowded), total, notes);
    }

    private static Census of(Dataset<Row> data, Columns columns, long total, List<String> notes) {
        List<StructField> texts =
                columns.features().stream().filter(Columns::isText).toList();
        Dataset<Row> rows = data.filter(functions.not(isMissing(columns.needed())));
        List<Column> sets = new ArrayList<>();
        sets.add(set(columns.target()));
        texts.forEach(text -> sets.add(set(text)));
        Row found = rows.agg(functions.count(functions.lit(1)), sets.toArray(Column[]::new))
                .first();
        long kept = found.getLong(0);
        if (kept == 0) {
            throw new InputException(
                    "found %d rows, each with a missing value; expected some without".formatted(total));
        }
        if (kept < total) {
            notes.add("dropped %d of %d rows for a missing value".formatted(total - kept, total));
        }
        Map<String, List<String>> levels = new LinkedHashMap<>();
        for (int k = 0; k < texts.size(); k++) {
            levels.put(texts.get(k).name(), found.getList(k + 2));
        }
        Set<String> constant = new LinkedHashSet<>(levels.keySet());
        constant.removeIf(name -> levels.get(name).size() > 1);
        constant.forEach(name -> notes.add("left out %s: 1 value in %d rows".formatted(name, kept)));
        levels.keySet().removeAll(constant);
        return new Census(rows, columns.without(constant), total - kept, found.getList(1), levels);
    }

    /** Whether one of the columns has no value: a flat expression, since Spark's planner descends into a chain of hundreds until its stack is full. */
    private static Column isMissing(List<String> names) {
        Column[] each =
                names.stream().map(name -> Columns.column(name).isNull()).toArray(Column[]::new);
        return functions.array_contains(functions.array(each), true);
    }

    /** In the order of numbers, or of code points. */
    private static Column set(StructField field) {
        return functions.sort_array(functions.collect_set(Columns.values(field)));
    }
}
