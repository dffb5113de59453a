package dev.odds.design;

import dev.odds.table.InputException;
import java.util.List;

/**
 * What is predicted: a column, or a comparison of a column with a value.
 *
 * @param expression as the user wrote it
 * @param column the column
 * @param comparison how it is compared, or null where the column itself holds the labels
 * @param value what it is compared with, or null
 */
public record Target(String expression, String column, Comparison comparison, String value) {
    private static final List<String> OPERATORS = List.of("==", "!=", "<=", ">=", "=", "<", ">");

    public Target {
        if ((comparison == null) != (value == null)) {
            throw new IllegalArgumentException("a comparison needs a value, and a value a comparison");
        }
    }

    /** A column of labels. */
    static Target column(String name) {
        return new Target(name, name, null, null);
    }

    /**
     * Reads {@code COLUMN} or {@code COLUMN OP VALUE}, OP one of = == != &lt; &lt;= &gt; &gt;=.
     *
     * <p>The name of a column as it stands wins over any other reading; of several columns that could stand before an
     * operator, the longest name wins. Backquotes around a name and quotes around a value are taken off.
     *
     * @param expression what the user wrote
     * @param columns the names there are
     * @throws InputException if no column is meant
     */
    public static Target parse(String expression, List<String> columns) {
        String text = expression.strip();
        if (columns.contains(expression) || columns.contains(text)) {
            return column(columns.contains(expression) ? expression : text);
        }
        Target found = text.startsWith("`") ? quoted(text, columns) : plain(text, columns);
        if (found == null) {
            throw new InputException(unknown(text, columns));
        }
        return found;
    }

    private static Target quoted(String text, List<String> columns) {
        for (int end = text.lastIndexOf('`'); end > 0; end = text.lastIndexOf('`', end - 1)) {
            String name = text.substring(1, end);
            String rest = text.substring(end + 1).strip();
            String operator = operatorAt(rest, 0);
            if (columns.contains(name) && (rest.isEmpty() || operator != null)) {
                return rest.isEmpty() ? new Target(text, name, null, null) : comparison(text, name, operator, rest, 0);
            }
        }
        return null;
    }

    private static Target plain(String text, List<String> columns) {
        for (int at = text.length() - 1; at > 0; at--) {
            String operator = operatorAt(text, at);
            String name = text.substring(0, at).strip();
            if (operator != null && columns.contains(name)) {
                return comparison(text, name, operator, text, at);
            }
        }
        return null;
    }

    private static Target comparison(String text, String name, String operator, String from, int at) {
        String value = unquote(from.substring(at + operator.length()).strip());
        if (value.isEmpty()) {
            throw new InputException("target %s: nothing after %s; expected a value, as in '%s %s 1'"
                    .formatted(text, operator, name, operator));
        }
        String symbol = operator.equals("==") ? "=" : operator;
        for (Comparison comparison : Comparison.values()) {
            if (comparison.symbol().equals(symbol)) {
                return new Target(text, name, comparison, value);
            }
        }
        throw new IllegalArgumentException(operator);
    }

    private static String operatorAt(String text, int at) {
        return OPERATORS.stream()
                .filter(o -> text.startsWith(o, at))
                .findFirst()
                .orElse(null);
    }

    private static String unquote(String value) {
        boolean quoted = value.length() >= 2
                && (value.startsWith("'") || value.startsWith("\""))
                && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static String unknown(String text, List<String> columns) {
        String name = text;
        for (int at = text.length() - 1; at > 0; at--) {
            if (operatorAt(text, at) != null) {
                name = text.substring(0, at).strip();
            }
        }
        return Names.unknown("target " + text + ": ", name, columns);
    }
}
