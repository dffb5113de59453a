package dev.odds.design;

import dev.odds.table.Column;
import dev.odds.table.InputException;
import java.util.List;
import java.util.Locale;

/** Finds the two labels of a target in the values that its column has. */
final class Labels implements Outcome {
    /** Pairs whose second is the obvious positive. */
    private static final List<List<String>> OBVIOUS =
            List.of(List.of("0", "1"), List.of("-1", "1"), List.of("false", "true"), List.of("no", "yes"));

    private final String source;
    private final Target target;
    private final Column column;
    private final RowFilter filter;

    Labels(String source, Target target, Column column, RowFilter filter) {
        this.source = source;
        this.target = target;
        this.column = column;
        this.filter = filter;
    }

    @Override
    public List<Column> columns() {
        return List.of(column);
    }

    /** Every row has a label or lacks it. */
    @Override
    public void dropEmpty(List<String> notes) {}

    @Override
    public double[] rowWeights(double[] weights) {
        return weights;
    }

    @Override
    public ArrayResponse response(
            Labelling labelling, double[] weights, double[] offsets, RowIndex rows, List<String> notes) {
        return Responses.of(of(labelling, notes), weights, offsets, rows);
    }

    @Override
    public Labelling resolve(String positive, List<String> notes) {
        if (target.comparison() != null) {
            return compared(positive);
        }
        ValueCounts counts = ValueCounts.of(column, filter, source);
        return positive == null ? inferred(counts, notes) : chosen(counts, positive);
    }

    /** The label of each row; both must occur in the rows that are kept now. */
    private byte[] of(Labelling labelling, List<String> notes) {
        byte[] labels = labelling.label(column, source, notes);
        int[] count = new int[2];
        for (int row = 0; row < labels.length; row++) {
            if (filter.keeps(row) && labels[row] >= 0) {
                count[labels[row]]++;
            }
        }
        if (count[0] == 0 || count[1] == 0) {
            throw new InputException("%s: target %s: of %s %d are %s and %d are %s; expected some of both; found %s"
                    .formatted(
                            source,
                            target.expression(),
                            Numbers.rows(count[0] + count[1]),
                            count[1],
                            labelling.positive(),
                            count[0],
                            labelling.negative(),
                            ValueCounts.of(column, filter, source).told()));
        }
        return labels;
    }

    private Labelling compared(String positive) {
        if (positive != null) {
            throw bad("the comparison says which rows are positive, expected no --positive %s beside it"
                    .formatted(positive));
        }
        Comparison c = target.comparison();
        String value = target.value();
        if (c.ordered() && Double.isNaN(Numbers.parse(value))) {
            throw bad("found %s, expected a number to compare with %s".formatted(value, c.symbol()));
        }
        return new Labelling(
                target,
                "%s %s %s".formatted(target.column(), c.symbol(), value),
                "%s %s %s".formatted(target.column(), c.negated().symbol(), value),
                false);
    }

    private Labelling chosen(ValueCounts counts, String positive) {
        String label = counts.values().stream()
                .filter(v -> Numbers.same(v, positive))
                .findFirst()
                .orElse(counts.capped() ? positive : null);
        if (label == null) {
            throw bad("no row is %s; found %s".formatted(positive, counts.told()));
        }
        if (counts.size() == 1) {
            throw bad("found %s; expected two".formatted(counts.told()));
        }
        if (counts.size() == 2 && !counts.capped()) {
            int other = 1 - counts.values().indexOf(label);
            return new Labelling(target, label, counts.values().get(other), false);
        }
        return new Labelling(target, label, "not " + label, true);
    }

    private Labelling inferred(ValueCounts counts, List<String> notes) {
        if (counts.size() < 2) {
            throw bad("found %s; expected two".formatted(counts.told()));
        }
        if (counts.size() > 2) {
            throw bad(
                    "found %s; expected two, or --positive VALUE for one against the rest, or a comparison such as '%s = %s'"
                            .formatted(
                                    counts.told(),
                                    target.column(),
                                    counts.values().get(0)));
        }
        String first = counts.values().get(0);
        String second = counts.values().get(1);
        for (List<String> pair : OBVIOUS) {
            if (is(first, pair.get(0)) && is(second, pair.get(1))) {
                return new Labelling(target, second, first, false);
            }
            if (is(first, pair.get(1)) && is(second, pair.get(0))) {
                return new Labelling(target, first, second, false);
            }
        }
        notes.add("positive is %s, the second of %s and %s; --positive decides otherwise"
                .formatted(second, first, second));
        return new Labelling(target, second, first, false);
    }

    private static boolean is(String value, String word) {
        return value.toLowerCase(Locale.ROOT).equals(word) || Numbers.same(value, word);
    }

    private InputException bad(String found) {
        return new InputException("%s: target %s: %s".formatted(source, target.expression(), found));
    }
}
