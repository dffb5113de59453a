package dev.odds.design;

import dev.odds.table.Column;
import dev.odds.table.Data;
import dev.odds.table.InputException;
import dev.odds.table.NumericColumn;
import dev.odds.table.Schema;
import dev.odds.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The encoder of a table: one term for each column that counts.
 *
 * @param terms in the order of their features
 * @param offset the column added to the logit, or null
 */
public record TableEncoder(List<Term> terms, String offset) implements Encoder {
    public TableEncoder {
        terms = List.copyOf(terms);
    }

    @Override
    public List<String> features() {
        return terms.stream().flatMap(term -> term.features().stream()).toList();
    }

    @Override
    public List<Span> spans() {
        List<Span> spans = new ArrayList<>(terms.size());
        int from = 0;
        for (Term term : terms) {
            int to = from + term.features().size();
            spans.add(new Span(term.column(), from, to, term instanceof CategoricalTerm));
            from = to;
        }
        return spans;
    }

    @Override
    public List<Schema.Field> fields() {
        List<Schema.Field> fields = new ArrayList<>();
        for (Term term : terms) {
            fields.add(
                    term instanceof CategoricalTerm levels
                            ? new Schema.Text(term.column(), levels.levels())
                            : new Schema.Numbers(term.column()));
        }
        if (offset != null) {
            fields.add(new Schema.Numbers(offset));
        }
        return fields;
    }

    @Override
    public Encoding encode(Data data) {
        if (!(data instanceof Table table)) {
            throw new InputException("%s: found sparse rows, expected a table with the columns %s"
                    .formatted(
                            data.source(),
                            Names.list(terms.stream().map(Term::column).toList())));
        }
        RowIndex rows = new RowIndex(null, table.rows());
        boolean[] usable = new boolean[table.rows()];
        Arrays.fill(usable, true);
        List<Gap> gaps = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        Map<String, Column> columns = Names.columns(table);
        for (Term term : terms) {
            Part part = Part.of(term, Names.find(table, columns, term.column()), rows, table.source());
            parts.add(part);
            add(part.gap(usable), gaps);
        }
        double[] offsets = offsets(table, columns, usable, gaps);
        return new Encoding(new TableExamples(parts, rows, sparse(), null), offsets, usable, gaps);
    }

    /** The numbers of the offset column, or null where there is none. */
    private double[] offsets(Table table, Map<String, Column> columns, boolean[] usable, List<Gap> gaps) {
        if (offset == null) {
            return null;
        }
        NumericColumn column = ColumnValues.numeric(Names.find(table, columns, offset), table.source());
        add(NumericPart.full(new NumericTerm(offset, Double.NaN, false), column).gap(usable), gaps);
        return column.toArray();
    }

    private static void add(Gap gap, List<Gap> gaps) {
        if (gap != null) {
            gaps.add(gap);
        }
    }

    /** Decided from the terms alone: a row becomes the same numbers in the same order whatever rows are beside it. */
    private boolean sparse() {
        int features = 0;
        int stored = 0;
        for (Term term : terms) {
            features += term.features().size();
            stored += term instanceof NumericTerm ? term.features().size() : 1;
        }
        return Examples.suitSparse(stored, features, features);
    }
}
