package dev.odds.design;

import dev.odds.table.Column;
import dev.odds.table.InputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows that lack a value of a column they need. */
final class MissingRows {
    private final List<Column> columns;
    private final RowFilter filter;
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    private MissingRows(List<Column> columns, RowFilter filter) {
        this.columns = columns;
        this.filter = filter;
    }

    /** Counts, for each column, the kept rows without a value of it. */
    static MissingRows of(List<Column> columns, RowFilter filter) {
        MissingRows rows = new MissingRows(columns, filter);
        for (Column column : columns) {
            int count = filter.missing(column);
            if (count > 0) {
                rows.counts.put(column.name(), count);
            }
        }
        return rows;
    }

    /** Columns in order, each with its number of rows; only those that lack any. */
    Map<String, Integer> counts() {
        return Collections.unmodifiableMap(counts);
    }

    void refuse(String source) {
        if (!counts.isEmpty()) {
            throw new InputException(
                    "%s: missing values: %s; expected none with --missing error, else choose drop, mean or indicator"
                            .formatted(source, told()));
        }
    }

    void drop(String source, List<String> notes) {
        if (counts.isEmpty()) {
            return;
        }
        int before = filter.kept();
        for (Column column : columns) {
            if (counts.containsKey(column.name())) {
                filter.dropMissing(column);
            }
        }
        if (filter.kept() == 0) {
            throw new InputException(
                    "%s: none of %d rows has all its values: missing are %s; leave columns out with --drop, or fill them with --missing mean"
                            .formatted(source, before, told()));
        }
        notes.add("dropped %d of %d rows for missing values: %s".formatted(before - filter.kept(), before, told()));
    }

    private String told() {
        return counts.entrySet().stream()
                .map(e -> "%s in %d".formatted(e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
    }
}
