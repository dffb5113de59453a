package dev.odds.design;

import dev.odds.table.CategoricalColumn;
import dev.odds.table.Column;
import dev.odds.table.InputException;
import dev.odds.table.NumericColumn;
import java.util.List;

/**
 * A target whose two labels are known.
 *
 * @param target the column or comparison
 * @param positive what label 1 is called: a value of the column, the comparison, or a success
 * @param negative what label 0 is called
 * @param rest whether label 0 is any value but {@code positive}
 */
public record Labelling(Target target, String positive, String negative, boolean rest) {
    static final byte MISSING = -1;
    static final byte UNKNOWN = -2;

    public Labelling {
        if (positive.equals(negative)) {
            throw new IllegalArgumentException(
                    "target %s: both labels are %s".formatted(target.expression(), positive));
        }
    }

    /** Of a target that counts. */
    static Labelling counts(Target target) {
        return new Labelling(target, "success", "failure", false);
    }

    /**
     * The label of each row: 1, 0, {@link #MISSING} or {@link #UNKNOWN}.
     *
     * @param source the table's name, for messages
     * @param notes a sentence is added where a label is taken for another
     */
    byte[] label(Column column, String source, List<String> notes) {
        return column instanceof NumericColumn numbers
                ? numbers(numbers)
                : levels(ColumnValues.coded(column, source), notes);
    }

    private byte[] numbers(NumericColumn column) {
        Comparison comparison = target.comparison();
        double one = Numbers.parse(comparison == null ? positive : target.value());
        if (comparison != null && Double.isNaN(one)) {
            throw new InputException("target %s: column %s holds numbers, expected a number instead of %s"
                    .formatted(target.expression(), column.name(), target.value()));
        }
        double zero = comparison == null && !rest ? Numbers.parse(negative) : Double.NaN;
        double[] values = column.toArray();
        byte[] labels = new byte[values.length];
        for (int row = 0; row < labels.length; row++) {
            double value = values[row];
            if (Double.isNaN(value)) {
                labels[row] = MISSING;
            } else if (comparison == null) {
                labels[row] = value == one ? 1 : value == zero ? 0 : other();
            } else {
                labels[row] = (byte) (comparison.holds(value, one) ? 1 : 0);
            }
        }
        return labels;
    }

    private byte[] levels(CategoricalColumn column, List<String> notes) {
        byte[] ofLevel = ofLevels(column, notes);
        byte[] labels = new byte[column.rows()];
        for (int row = 0; row < labels.length; row++) {
            int code = column.codes()[row];
            labels[row] = code >= 0 ? ofLevel[code] : code == -1 ? MISSING : other();
        }
        return labels;
    }

    private byte[] ofLevels(CategoricalColumn column, List<String> notes) {
        List<String> levels = column.levels();
        byte[] labels = new byte[levels.size()];
        for (int code = 0; code < labels.length; code++) {
            String level = levels.get(code);
            String twin = twin(level, levels);
            if (twin != null) {
                notes.add("took %s in column %s for %s".formatted(level, column.name(), twin));
            }
            labels[code] = ofLevel(twin == null ? level : twin, column.name());
        }
        return labels;
    }

    private byte ofLevel(String level, String column) {
        Comparison comparison = target.comparison();
        if (comparison == null) {
            return Numbers.same(level, positive) ? 1 : !rest && Numbers.same(level, negative) ? 0 : other();
        }
        if (!comparison.ordered()) {
            return Numbers.same(level, target.value()) == (comparison == Comparison.EQUAL) ? (byte) 1 : 0;
        }
        double number = Numbers.parse(level);
        if (Double.isNaN(number)) {
            throw new InputException("target %s: column %s holds the text %s, expected numbers to compare with %s"
                    .formatted(target.expression(), column, level, comparison.symbol()));
        }
        return (byte) (comparison.holds(number, Numbers.parse(target.value())) ? 1 : 0);
    }

    /** The label of a value that is none of those known. */
    private byte other() {
        return target.comparison() == Comparison.NOT_EQUAL
                ? 1
                : rest || target.comparison() == Comparison.EQUAL ? 0 : UNKNOWN;
    }

    /** The known value that {@code level} is but for a point at the end of one of them, where both are not in the column. */
    private String twin(String level, List<String> levels) {
        for (String known : known()) {
            boolean alike = level.equals(known + ".") || known.equals(level + ".");
            if (alike && !levels.contains(known) && !known().contains(level)) {
                return known;
            }
        }
        return null;
    }

    /** The values of the column that the labels speak of; none where they are compared by order. */
    List<String> known() {
        if (target.comparison() != null) {
            return target.comparison().ordered() ? List.of() : List.of(target.value());
        }
        return rest ? List.of(positive) : List.of(positive, negative);
    }
}
