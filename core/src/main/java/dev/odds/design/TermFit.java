package dev.odds.design;

import dev.odds.table.CategoricalColumn;
import dev.odds.table.Column;
import dev.odds.table.InputException;
import dev.odds.table.NumericColumn;
import java.util.ArrayList;
import java.util.List;

/** The term of a column, from the rows that count. */
final class TermFit {
    private final RowFilter filter;
    private final RowIndex rows;
    private final double[] weights;
    private final Roles roles;
    private final String source;

    TermFit(RowFilter filter, RowIndex rows, double[] weights, Roles roles, String source) {
        this.filter = filter;
        this.rows = rows;
        this.weights = weights;
        this.roles = roles;
        this.source = source;
    }

    /** The term, or null where the rows have no value of the column, or one level only, which a note tells. */
    Term term(Column column, List<String> notes) {
        if (!filter.anyValue(column)) {
            notes.add(FeatureColumns.nothing(column.name(), rows.count()));
            return null;
        }
        return column instanceof NumericColumn numbers
                ? numeric(numbers)
                : categorical((CategoricalColumn) column, notes);
    }

    /** A reference for a column that is not among the categorical terms is a mistake. */
    void checkReferences(List<Term> terms) {
        for (String column : roles.references().keySet()) {
            if (terms.stream()
                    .noneMatch(t -> t instanceof CategoricalTerm && t.column().equals(column))) {
                throw new InputException(
                        "%s: --reference %s=%s: %s is not a categorical feature; numbers become one with --categorical %s"
                                .formatted(source, column, roles.references().get(column), column, column));
            }
        }
    }

    private Term numeric(NumericColumn column) {
        return switch (roles.missing()) {
            case DROP, ERROR -> new NumericTerm(column.name(), Double.NaN, false);
            case MEAN -> new NumericTerm(column.name(), mean(column), false);
            case INDICATOR -> new NumericTerm(column.name(), mean(column), filter.missing(column) > 0);
        };
    }

    /** The weighted mean of the values that are there, as a compensated sum of shares of it, which cannot overflow. */
    private double mean(NumericColumn column) {
        double weight = 0;
        for (int i = 0; i < rows.count(); i++) {
            weight += Double.isNaN(column.value(rows.row(i))) ? 0 : weight(i);
        }
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < rows.count(); i++) {
            double value = column.value(rows.row(i));
            if (!Double.isNaN(value)) {
                double share = value * (weight(i) / weight);
                double next = sum + share;
                lost += Math.abs(sum) >= Math.abs(share) ? (sum - next) + share : (share - next) + sum;
                sum = next;
            }
        }
        return sum + lost;
    }

    private double weight(int example) {
        return weights == null ? 1 : weights[rows.row(example)];
    }

    private Term categorical(CategoricalColumn column, List<String> notes) {
        double[] weightOf = new double[column.levels().size() + 1];
        for (int i = 0; i < rows.count(); i++) {
            weightOf[column.codes()[rows.row(i)] + 1] += weight(i);
        }
        List<String> levels = new ArrayList<>();
        int frequent = -1;
        double most = 0;
        for (int code = 0; code < column.levels().size(); code++) {
            double weight = weightOf[code + 1];
            if (weight > 0) {
                frequent = weight > most ? levels.size() : frequent;
                most = Math.max(weight, most);
                levels.add(column.levels().get(code));
            }
        }
        int fill = roles.missing() == Missing.MEAN ? frequent : -1;
        if (roles.missing() == Missing.INDICATOR && weightOf[0] > 0) {
            fill = missingLevel(levels);
        }
        if (levels.size() < 2) {
            notes.add("left out %s: one value, %s, in %s"
                    .formatted(column.name(), levels.get(0), Numbers.rows(rows.count())));
            return null;
        }
        return new CategoricalTerm(column.name(), levels, reference(column.name(), levels), fill);
    }

    private static int missingLevel(List<String> levels) {
        if (!levels.contains(CategoricalTerm.MISSING)) {
            levels.add(CategoricalTerm.MISSING);
        }
        return levels.indexOf(CategoricalTerm.MISSING);
    }

    private int reference(String column, List<String> levels) {
        String wanted = roles.references().get(column);
        if (wanted == null) {
            return 0;
        }
        for (int level = 0; level < levels.size(); level++) {
            if (Numbers.same(levels.get(level), wanted)) {
                return level;
            }
        }
        throw new InputException("%s: --reference %s=%s: no row has that level, expected one of %s"
                .formatted(source, column, wanted, Names.list(levels)));
    }
}
