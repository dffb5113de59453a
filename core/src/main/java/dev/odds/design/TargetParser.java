package dev.odds.design;

import dev.odds.table.InputException;
import java.util.List;

/** Reads the expression of a {@link Target}. */
final class TargetParser {
    private static final List<String> OPERATORS = List.of("==", "!=", "<=", ">=", "=", "<", ">");
    private static final char STROKE = '/';

    private final String expression;
    private final String text;
    private final List<String> columns;

    TargetParser(String expression, List<String> columns) {
        this.expression = expression;
        this.text = expression.strip();
        this.columns = columns;
    }

    Target target() {
        if (columns.contains(expression) || columns.contains(text)) {
            return Target.column(columns.contains(expression) ? expression : text);
        }
        Target found = counts();
        if (found == null) {
            found = text.startsWith("`") ? quoted() : plain();
        }
        if (found == null) {
            throw new InputException(unknown());
        }
        return found;
    }

    /** Two names around a stroke, or null. */
    private Target counts() {
        for (int at = text.lastIndexOf(STROKE); at > 0; at = text.lastIndexOf(STROKE, at - 1)) {
            String successes = name(text.substring(0, at));
            String trials = name(text.substring(at + 1));
            if (columns.contains(successes) && columns.contains(trials)) {
                if (successes.equals(trials)) {
                    throw new InputException(
                            "target %s: found one column twice, expected successes / trials".formatted(text));
                }
                return new Target(text, successes, null, null, trials);
            }
        }
        return null;
    }

    /** Without blanks and backquotes around it, unless a column is so called. */
    private String name(String part) {
        String name = part.strip();
        boolean quoted = name.length() > 2 && name.startsWith("`") && name.endsWith("`") && !columns.contains(name);
        return quoted ? name.substring(1, name.length() - 1) : name;
    }

    private Target quoted() {
        for (int end = text.lastIndexOf('`'); end > 0; end = text.lastIndexOf('`', end - 1)) {
            String name = text.substring(1, end);
            String rest = text.substring(end + 1).strip();
            String operator = operatorAt(rest, 0);
            if (columns.contains(name) && (rest.isEmpty() || operator != null)) {
                return rest.isEmpty() ? new Target(text, name, null, null) : comparison(name, operator, rest, 0);
            }
        }
        return null;
    }

    private Target plain() {
        for (int at = text.length() - 1; at > 0; at--) {
            String operator = operatorAt(text, at);
            String name = text.substring(0, at).strip();
            if (operator != null && columns.contains(name)) {
                return comparison(name, operator, text, at);
            }
        }
        return null;
    }

    private Target comparison(String name, String operator, String from, int at) {
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

    /** Names what stands before the first operator; of two names around a stroke, the one that there is not. */
    private String unknown() {
        String name = text;
        for (int at = text.length() - 1; at > 0; at--) {
            if (operatorAt(text, at) != null) {
                name = text.substring(0, at).strip();
            } else if (text.charAt(at) == STROKE) {
                String successes = name(text.substring(0, at));
                name = columns.contains(successes) ? name(text.substring(at + 1)) : successes;
            }
        }
        return Names.unknown("target " + text + ": ", name, columns);
    }
}
