package dev.odds.design;

import dev.odds.table.Data;
import dev.odds.table.InputException;
import dev.odds.table.NumericColumn;
import dev.odds.table.Schema;
import dev.odds.table.SparseTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The encoder of sparse rows, which are features already: it finds them again by name. A feature that it does not know
 * counts as not there, as it does in every model of such rows.
 *
 * @param features the names of the features
 */
public record SparseEncoder(List<String> features) implements Encoder {
    /** What the labels of sparse rows are called as a column. */
    static final String LABEL = "label";

    public SparseEncoder {
        features = List.copyOf(features);
        if (new HashSet<>(features).size() < features.size()) {
            throw new IllegalArgumentException("a feature is named twice");
        }
    }

    static Encoded fit(SparseTable table, Roles roles) {
        List<String> named = new ArrayList<>(roles.named());
        named.addAll(roles.drop());
        if (!named.isEmpty()) {
            throw new InputException(
                    "%s: found column %s in the options, expected none: sparse rows have no named columns"
                            .formatted(table.source(), named.get(0)));
        }
        if (table.features() == 0) {
            throw new InputException("%s: no row has a feature, expected at least one".formatted(table.source()));
        }
        Target target = Target.parse(roles.target() == null ? LABEL : roles.target(), List.of(LABEL));
        NumericColumn column = labels(table);
        RowFilter filter = new RowFilter(table.rows());
        List<String> notes = new ArrayList<>();
        Labels labels = new Labels(table.source(), target, column, filter);
        Labelling labelling = labels.resolve(roles.positive(), notes);
        MissingRows missing = MissingRows.of(List.of(column), filter);
        if (roles.missing() == Missing.ERROR) {
            missing.refuse(table.source());
        }
        missing.drop(table.source(), notes);
        RowIndex rows = new RowIndex(filter.rows(), filter.kept());
        ArrayResponse response = labels.response(labelling, null, null, rows, notes);
        return new Encoded(
                new SparseEncoder(table.names()),
                labelling,
                new SparseExamples(table.chunks(), rows, table.features(), null, false),
                response,
                Units.LABELS,
                rows.rows(),
                table.rows(),
                missing.counts(),
                notes);
    }

    static NumericColumn labels(SparseTable table) {
        return new NumericColumn(LABEL, table.labels());
    }

    @Override
    public List<Span> spans() {
        List<Span> spans = new ArrayList<>(features.size());
        for (int j = 0; j < features.size(); j++) {
            spans.add(new Span(features.get(j), j, j + 1, false));
        }
        return spans;
    }

    @Override
    public List<Schema.Field> fields() {
        return features.stream().<Schema.Field>map(Schema.Numbers::new).toList();
    }

    @Override
    public Encoding encode(Data data) {
        if (!(data instanceof SparseTable table)) {
            throw new InputException(
                    "%s: found a table, expected sparse rows as the model was fitted on".formatted(data.source()));
        }
        RowIndex rows = new RowIndex(null, table.rows());
        boolean[] usable = new boolean[table.rows()];
        Arrays.fill(usable, true);
        int[] renumbered = table.names().equals(features) ? null : renumbered(table);
        Examples examples = new SparseExamples(table.chunks(), rows, features.size(), renumbered, true);
        return new Encoding(examples, null, usable, List.of());
    }

    private int[] renumbered(SparseTable table) {
        Map<String, Integer> positions = new HashMap<>();
        for (int j = 0; j < features.size(); j++) {
            positions.put(features.get(j), j);
        }
        int[] renumbered = new int[table.features()];
        int last = -1;
        for (int j = 0; j < renumbered.length; j++) {
            renumbered[j] = positions.getOrDefault(table.names().get(j), -1);
            if (renumbered[j] >= 0 && renumbered[j] < last) {
                throw new InputException("%s: feature %s comes after %s, expected them in the model's order"
                        .formatted(table.source(), table.names().get(j), features.get(last)));
            }
            last = Math.max(last, renumbered[j]);
        }
        return renumbered;
    }
}
