package dev.odds.design;

import dev.odds.table.Column;
import dev.odds.table.InputException;
import dev.odds.table.NumericColumn;
import dev.odds.table.Table;
import java.util.List;

/** Rows that count successes among trials. */
final class Counts implements Outcome {
    private final String source;
    private final Target target;
    private final NumericColumn successes;
    private final NumericColumn trials;
    private final RowFilter filter;

    Counts(Table table, Target target, RowFilter filter) {
        this.source = table.source();
        this.target = target;
        this.successes = ColumnValues.numeric(Names.find(table, target.column()), source);
        this.trials = ColumnValues.numeric(Names.find(table, target.trials()), source);
        this.filter = filter;
    }

    @Override
    public List<Column> columns() {
        return List.of(successes, trials);
    }

    @Override
    public void dropEmpty(List<String> notes) {
        int before = filter.kept();
        for (int row = 0; row < trials.rows(); row++) {
            if (trials.value(row) == 0 && !(successes.value(row) > 0)) {
                filter.drop(row);
            }
        }
        if (filter.kept() < before) {
            notes.add("left out %s of 0 trials".formatted(Numbers.rows(before - filter.kept())));
        }
    }

    @Override
    public Labelling resolve(String positive, List<String> notes) {
        if (positive != null) {
            throw new InputException(
                    "%s: target %s: the counts say what is positive, expected no --positive %s beside it"
                            .formatted(source, target.expression(), positive));
        }
        return Labelling.counts(target);
    }

    @Override
    public double[] rowWeights(double[] weights) {
        double[] of = trials.toArray();
        for (int row = 0; row < of.length && weights != null; row++) {
            of[row] *= weights[row];
        }
        return of;
    }

    @Override
    public ArrayResponse response(
            Labelling labelling, double[] weights, double[] offsets, RowIndex rows, List<String> notes) {
        double[] success = new double[rows.count()];
        double[] failure = new double[rows.count()];
        double[] offset = offsets == null ? null : new double[rows.count()];
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.row(i);
            check(row);
            double weight = weights == null ? 1 : weights[row];
            success[i] = weight * successes.value(row);
            failure[i] = weight * (trials.value(row) - successes.value(row));
            if (offset != null) {
                offset[i] = offsets[row];
            }
        }
        ArrayResponse response = ArrayResponse.weighted(success, failure, offset);
        if (response.successes() == 0 || response.failures() == 0) {
            throw new InputException("%s: target %s: found no %s in %s, expected some of both labels"
                    .formatted(
                            source,
                            target.expression(),
                            response.successes() == 0 ? labelling.positive() : labelling.negative(),
                            Numbers.rows(rows.count())));
        }
        return response;
    }

    /**
     * What every row came to, whichever are kept.
     *
     * @param weights of the rows, or null for 1
     */
    Observed observed(double[] weights) {
        double[] success = new double[trials.rows()];
        double[] failure = new double[trials.rows()];
        long missing = 0;
        for (int row = 0; row < success.length; row++) {
            boolean none = successes.missing(row) || trials.missing(row);
            if (none) {
                missing++;
            } else {
                check(row);
            }
            double weight = none ? Double.NaN : weights == null ? 1 : weights[row];
            success[row] = weight * successes.value(row);
            failure[row] = weight * (trials.value(row) - successes.value(row));
        }
        return new Observed(success, failure, missing, List.of());
    }

    private void check(int row) {
        double s = successes.value(row);
        double t = trials.value(row);
        if (!(s >= 0 && s <= t) || s != Math.rint(s) || t != Math.rint(t)) {
            throw new InputException(
                    "%s: target %s, row %d: found %s successes of %s trials, expected whole numbers, no fewer trials than successes"
                            .formatted(source, target.expression(), row + 1, Numbers.text(s), Numbers.text(t)));
        }
    }
}
