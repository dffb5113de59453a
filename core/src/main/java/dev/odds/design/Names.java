package dev.odds.design;

import dev.odds.table.Column;
import dev.odds.table.InputException;
import dev.odds.table.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Columns by name, and what to say where there is none. */
final class Names {
    private static final int LISTED = 30;

    private Names() {}

    static List<String> of(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    /** The columns under their names, for who looks up many: one look-up in a table goes through all its columns. */
    static Map<String, Column> columns(Table table) {
        return table.columns().stream().collect(Collectors.toMap(Column::name, column -> column));
    }

    static Column find(Table table, Map<String, Column> columns, String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new InputException(unknown(table.source() + ": ", name, of(table)));
        }
        return column;
    }

    static Column find(Table table, String name) {
        return table.find(name).orElseThrow(() -> new InputException(unknown(table.source() + ": ", name, of(table))));
    }

    static String unknown(String where, String name, List<String> columns) {
        String numbered = name.matches("c[0-9]+") ? "; if the first row holds no names, say --no-header" : "";
        String hint = columns.stream()
                .filter(c -> c.equalsIgnoreCase(name))
                .findFirst()
                .map(c -> "; did you mean " + c + "?")
                .orElse(numbered);
        return "%sno column %s, expected one of %s%s".formatted(where, name, list(columns), hint);
    }

    static String list(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(names.size(), LISTED)));
        return names.size() <= LISTED ? shown : shown + " and " + (names.size() - LISTED) + " more";
    }
}
