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
        double[] weights = weights();
        int read = filter.kept();
        Column found = Names.find(table, target.column());
        Column targetColumn = found instanceof NumericColumn numbers ? numbers.alone() : found;
        Labels labels = new Labels(table.source(), target, targetColumn, filter);
        Labelling labelling = labels.resolve(roles.positive(), notes);
        NumericColumn offset = role(roles.offset(), "offset");
        List<Column> columns = new FeatureColumns(table, roles, filter).select(target.column(), notes);
        Map<String, Integer> missing = missing(targetColumn, offset, columns);
        byte[] label = labels.of(labelling, notes);

        RowIndex rows = new RowIndex(filter.rows(), filter.kept());
        List<Term> terms = new ArrayList<>();
        Examples examples = examples(columns, weights, rows, terms);
        ArrayResponse response = Responses.of(label, weights, offset == null ? null : offset.toArray(), rows);
        TableEncoder encoder = new TableEncoder(terms, roles.offset());
        checkNames(encoder.features());
        return new Encoded(encoder, labelling, examples, response, rows.rows(), read, missing, notes);
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

    /** The weights, or null; a row of weight 0 is absent from here on. */
    private double[] weights() {
        if (roles.weights() == null) {
            return null;
        }
        double[] weights = role(roles.weights(), "weights").toArray();
        Responses.checkWeights(weights, roles.weights(), table.source());
        for (int row = 0; row < weights.length; row++) {
            if (weights[row] == 0) {
                filter.drop(row);
            }
        }
        if (filter.kept() < filter.total()) {
            notes.add("left out %s of weight 0".formatted(Numbers.rows(filter.total() - filter.kept())));
        }
        return weights;
    }

    private NumericColumn role(String name, String role) {
        if (name == null) {
            return null;
        }
        if (name.equals(target.column())) {
            throw new InputException(
                    "%s: column %s is asked to be target and %s, expected one".formatted(table.source(), name, role));
        }
        return Columns.numeric(Names.find(table, name), table.source());
    }

    private Map<String, Integer> missing(Column targetColumn, NumericColumn offset, List<Column> features) {
        List<Column> needed = new ArrayList<>(List.of(targetColumn));
        if (offset != null) {
            needed.add(offset);
        }
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
