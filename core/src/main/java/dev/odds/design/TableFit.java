package dev.odds.design;

import dev.odds.table.Column;
import dev.odds.table.InputException;
import dev.odds.table.NumericColumn;
import dev.odds.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fits an encoder to a table: first which columns and rows count, and for which label, then the term of each column. */
final class TableFit {
    private final Table table;
    private final Roles roles;
    private final Target target;
    private final RowFilter filter;
    private final List<String> notes = new ArrayList<>();

    TableFit(Table table, Roles roles) {
        this.table = table;
        this.roles = roles;
        this.filter = new RowFilter(table.rows());
        Map<String, Column> columns = Names.columns(table);
        for (String name : roles.named()) {
            Names.find(table, columns, name);
        }
        if (roles.target() == null) {
            throw new InputException("%s: no target given, expected one of the columns %s"
                    .formatted(table.source(), Names.list(Names.of(table))));
        }
        this.target = Target.parse(roles.target(), Names.of(table));
    }

    Encoded encoded() {
        OtherColumns others = new OtherColumns(table, roles, target);
        double[] weights = others.weights(filter, notes);
        Outcome outcome = outcome();
        outcome.dropEmpty(notes);
        int read = filter.kept();
        Labelling labelling = outcome.resolve(roles.positive(), notes);
        List<Column> columns = new FeatureColumns(table, roles, filter).select(target.columns(), notes);
        Map<String, Integer> missing = missing(outcome, others, columns);

        RowIndex rows = new RowIndex(filter.rows(), filter.kept());
        ArrayResponse response = outcome.response(labelling, weights, others.offsets(), rows, notes);
        List<Term> terms = new ArrayList<>();
        Examples examples = examples(columns, outcome.rowWeights(weights), rows, terms);
        TableEncoder encoder = new TableEncoder(terms, roles.offset());
        checkNames(encoder.features());
        Units units = others.units(weights, rows);
        return new Encoded(encoder, labelling, examples, response, units, rows.rows(), read, missing, notes);
    }

    private Outcome outcome() {
        if (target.isGrouped()) {
            return new Counts(table, target, filter);
        }
        Column column = Names.find(table, target.column());
        Column alone = column instanceof NumericColumn numbers ? numbers.alone() : column;
        return new Labels(table.source(), target, alone, filter);
    }

    /** A feature is known by its name, to the reader and to the model file. */
    private void checkNames(List<String> features) {
        Set<String> seen = new HashSet<>(Set.of(Coefficients.BIAS));
        for (String name : features) {
            if (!seen.add(name)) {
                throw new InputException(
                        "%s: two coefficients would be called %s, expected distinct names: rename a column or drop one"
                                .formatted(table.source(), name));
            }
        }
    }

    private Map<String, Integer> missing(Outcome outcome, OtherColumns others, List<Column> features) {
        List<Column> needed = new ArrayList<>(outcome.columns());
        needed.addAll(others.needed());
        if (roles.missing() == Missing.DROP || roles.missing() == Missing.ERROR) {
            needed.addAll(features);
        }
        MissingRows rows = MissingRows.of(needed, filter);
        if (roles.missing() == Missing.ERROR) {
            rows.refuse(table.source());
        }
        rows.drop(table.source(), notes);
        return rows.counts();
    }

    private Examples examples(List<Column> columns, double[] weights, RowIndex rows, List<Term> terms) {
        TermFit fit = new TermFit(filter, rows, weights, roles, table.source());
        List<Part> parts = new ArrayList<>();
        for (Column column : columns) {
            Term term = fit.term(column, notes);
            if (term != null) {
                Part part = Part.fitted(term, column, rows);
                terms.add(term);
                parts.add(part);
            }
        }
        fit.checkReferences(terms);
        if (parts.isEmpty()) {
            throw new InputException("%s: no feature is left beside target %s, expected at least one; columns: %s"
                    .formatted(table.source(), target.expression(), Names.list(Names.of(table))));
        }
        return TableExamples.fitted(parts, rows);
    }
}
