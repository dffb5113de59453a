package dev.odds.design;

import dev.odds.table.CategoricalColumn;
import dev.odds.table.Column;
import dev.odds.table.NumericColumn;
import dev.odds.table.Table;
import dev.odds.table.TextColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Chooses the columns that become features, each as the kind that it will have. */
final class FeatureColumns {
    /** A text column of more levels than this, and than one in {@link #ROWS_PER_LEVEL} rows, is left out. */
    private static final int LEVELS = 50;

    private static final int ROWS_PER_LEVEL = 20;

    /** Where fewer levels than one in so many are no number, they are a slip in a column of numbers. */
    private static final int LEVELS_PER_STRAY = 5;

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+");

    private final Table table;
    private final Roles roles;
    private final RowFilter filter;

    FeatureColumns(Table table, Roles roles, RowFilter filter) {
        this.table = table;
        this.roles = roles;
        this.filter = filter;
    }

    /**
     * The columns in the order of the table.
     *
     * @param target the columns of the target
     * @param notes a sentence is added for each column left out on its own account
     */
    List<Column> select(List<String> target, List<String> notes) {
        List<Column> columns = new ArrayList<>();
        Set<String> only = new HashSet<>(roles.only());
        Set<String> others = new HashSet<>(roles.others());
        others.addAll(target);
        for (Column column : table.columns()) {
            String name = column.name();
            boolean wanted = only.isEmpty() || only.contains(name);
            if (!others.contains(name) && wanted && !roles.drop().contains(name) && holdsValues(column, notes)) {
                add(column, columns, notes);
            }
        }
        return columns;
    }

    private boolean holdsValues(Column column, List<String> notes) {
        boolean any = filter.anyValue(column);
        if (!any) {
            notes.add(nothing(column.name(), filter.kept()));
        }
        return any;
    }

    private void add(Column column, List<Column> columns, List<String> notes) {
        boolean forced = roles.categorical().contains(column.name());
        if (column instanceof TextColumn text && !forced) {
            notes.add(crowded(text.name(), "more than " + text.distinctAtLeast()));
            return;
        }
        if (roles.numeric().contains(column.name()) || (column instanceof NumericColumn && !forced)) {
            columns.add(ColumnValues.numeric(column, table.source()));
            return;
        }
        CategoricalColumn levels = ColumnValues.levels(column, table.source());
        int found = forced ? 0 : occurring(levels);
        boolean crowded = found > Math.max(LEVELS, filter.kept() / ROWS_PER_LEVEL);
        List<String> strays = forced ? List.of() : strays(levels);
        String verdict = (crowded ? "left out " : "made levels of ") + column.name();
        if (!strays.isEmpty()) {
            notes.add(verdict + stray(strays));
        } else if (!forced
                && levels.levels().stream()
                        .allMatch(level -> DECIMAL_COMMA.matcher(level).matches())) {
            notes.add("%s: its values, such as %s, are no numbers; write decimal points for decimal commas"
                    .formatted(verdict, levels.levels().get(0)));
        } else if (crowded) {
            notes.add(crowded(column.name(), Integer.toString(found)));
        }
        if (!crowded) {
            columns.add(levels);
        }
    }

    /** The levels that are no numbers where nearly all are: there a slip makes levels of numbers. Else none. */
    private static List<String> strays(CategoricalColumn column) {
        List<String> texts = column.levels().stream()
                .filter(level -> Double.isNaN(Numbers.parse(level)))
                .toList();
        return texts.size() * LEVELS_PER_STRAY <= column.levels().size() ? texts : List.of();
    }

    private static String stray(List<String> strays) {
        String first = strays.get(0);
        return strays.size() == 1
                ? ": its values are numbers but for %s; --na %s takes it for missing".formatted(first, first)
                : ": its values are numbers but for %d such as %s; --na %s,... takes them for missing"
                        .formatted(strays.size(), first, first);
    }

    private String crowded(String column, String values) {
        return "left out %s: %s values in %s; keep it with --categorical %s"
                .formatted(column, values, Numbers.rows(filter.kept()), column);
    }

    private int occurring(CategoricalColumn column) {
        boolean[] seen = new boolean[column.levels().size()];
        int count = 0;
        for (int row = 0; row < column.rows(); row++) {
            int code = column.codes()[row];
            if (code >= 0 && !seen[code] && filter.keeps(row)) {
                seen[code] = true;
                count++;
            }
        }
        return count;
    }

    /** Why a column without values is left out. */
    static String nothing(String column, int rows) {
        return "left out %s: no value in %s".formatted(column, Numbers.rows(rows));
    }
}
