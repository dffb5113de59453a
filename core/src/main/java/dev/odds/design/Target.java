package dev.odds.design;

import dev.odds.table.InputException;
import java.util.List;

/**
 * What is predicted: a column of labels, a comparison of a column with a value, or counts of successes among trials.
 *
 * @param expression as the user wrote it
 * @param column the column; of counts, that of the successes
 * @param comparison how it is compared, or null
 * @param value what it is compared with, or null
 * @param trials the column of the trials, or null where a row has one label
 */
public record Target(String expression, String column, Comparison comparison, String value, String trials) {
    public Target {
        if ((comparison == null) != (value == null)) {
            throw new IllegalArgumentException("a comparison needs a value, and a value a comparison");
        }
        if (trials != null && (comparison != null || trials.equals(column))) {
            throw new IllegalArgumentException(
                    "counts of %s among %s: expected two columns, compared with nothing".formatted(column, trials));
        }
    }

    /** A target of one label a row. */
    public Target(String expression, String column, Comparison comparison, String value) {
        this(expression, column, comparison, value, null);
    }

    /** A column of labels. */
    static Target column(String name) {
        return new Target(name, name, null, null);
    }

    /** Whether a row counts successes among trials. */
    public boolean isGrouped() {
        return trials != null;
    }

    /** The columns that hold it. */
    public List<String> columns() {
        return isGrouped() ? List.of(column, trials) : List.of(column);
    }

    /**
     * Reads {@code COLUMN}, {@code COLUMN OP VALUE}, OP one of = == != &lt; &lt;= &gt; &gt;=, or {@code COLUMN / COLUMN}.
     *
     * <p>The name of a column as it stands wins over any other reading, two names around a stroke over a comparison; of several
     * columns that could stand before an operator, the longest name wins. Backquotes around a name and quotes around a value are
     * taken off.
     *
     * @param expression what the user wrote
     * @param columns the names there are
     * @throws InputException if no column is meant
     */
    public static Target parse(String expression, List<String> columns) {
        return new TargetParser(expression, columns).target();
    }
}
