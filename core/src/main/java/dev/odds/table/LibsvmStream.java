package dev.odds.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Reads a LIBSVM file piece by piece. Features are those of the schema in the order of their indices; entries of other
 * indices, which a model has no coefficient for, are left out.
 */
final class LibsvmStream {
    private final TextInput input;
    private final ReadOptions options;
    private final int[] indices;
    private final List<String> names;
    private long rows;

    LibsvmStream(TextInput input, ReadOptions options, Schema schema) {
        this.input = input;
        this.options = options;
        Map<Integer, String> byIndex = new TreeMap<>();
        for (Schema.Field field : schema.fields()) {
            byIndex.put(index(field), field.name());
        }
        indices = byIndex.keySet().stream().mapToInt(Integer::intValue).toArray();
        names = List.copyOf(byIndex.values());
    }

    void read(Consumer<TablePiece> consumer) {
        PieceCutter cutter = new PieceCutter(input, LibsvmTable.LINES, PieceCutter.STREAM_PIECE);
        Pipeline.run(cutter, options.threads(), () -> LibsvmParser::parse, part -> {
            rows += part.labels().length;
            SparseTable table = new SparseTable(input.name(), part.labels(), List.of(known(part.rows())), names);
            consumer.accept(new TablePiece(table, List.of(), List.of(), Map.of()));
        });
        if (rows == 0) {
            throw new InputException(
                    "%s: found no rows, expected a label and index:value pairs".formatted(input.name()));
        }
    }

    private SparseRows known(SparseRows written) {
        int[] starts = written.starts().clone();
        int[] features = new int[written.indices().length];
        double[] values = written.values() == null ? null : written.values().clone();
        int entries = 0;
        for (int row = 0; row < written.rows(); row++) {
            for (int k = written.starts()[row]; k < written.starts()[row + 1]; k++) {
                int feature = Arrays.binarySearch(indices, written.indices()[k]);
                if (feature >= 0) {
                    features[entries] = feature;
                    if (values != null) {
                        values[entries] = written.values()[k];
                    }
                    entries++;
                }
            }
            starts[row + 1] = entries;
        }
        return new SparseRows(
                starts, Arrays.copyOf(features, entries), values == null ? null : Arrays.copyOf(values, entries));
    }

    private int index(Schema.Field field) {
        boolean isIndex = field instanceof Schema.Numbers && field.name().matches("0|[1-9][0-9]{0,8}|1[0-9]{9}");
        if (!isIndex) {
            throw new InputException(
                    "%s: found sparse rows (LIBSVM), whose features are numbered, expected a table with a column %s"
                            .formatted(input.name(), field.name()));
        }
        return Integer.parseInt(field.name());
    }
}
