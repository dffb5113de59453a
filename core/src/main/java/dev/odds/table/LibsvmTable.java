package dev.odds.table;

import java.util.ArrayList;
import java.util.List;

/** Reads LIBSVM's sparse rows into a table. The smallest index is 1, or 0 where the file has an index 0. */
final class LibsvmTable {
    static final FieldScan LINES = new FieldScan((byte) ' ', (byte) 0);

    private final TextInput input;
    private final ReadOptions options;
    private final ReadMonitor monitor;
    private final List<LibsvmPart> parts = new ArrayList<>();
    private long rows;

    LibsvmTable(TextInput input, ReadOptions options, ReadMonitor monitor) {
        this.input = input;
        this.options = options;
        this.monitor = monitor;
        boolean columnsAsked = options.only() != null
                || !options.drop().isEmpty()
                || !options.categorical().isEmpty()
                || !options.numeric().isEmpty();
        if (columnsAsked) {
            throw new InputException(
                    "%s: found sparse rows (LIBSVM), expected delimited text where columns are chosen or typed by name"
                            .formatted(input.name()));
        }
    }

    SparseTable read() {
        PieceCutter cutter = new PieceCutter(input, LINES, PieceCutter.TABLE_PIECE);
        long size = input.total();
        Pipeline.run(
                cutter,
                options.threads(),
                () -> {
                    monitor.bytes(input.done(), size);
                    return LibsvmParser::parse;
                },
                this::add);
        monitor.bytes(input.done(), size);
        if (rows == 0) {
            throw new InputException(
                    "%s: found no rows, expected a label and index:value pairs".formatted(input.name()));
        }
        return table();
    }

    private void add(LibsvmPart part) {
        rows += part.labels().length;
        if (rows > Integer.MAX_VALUE - 8) {
            throw new InputException("%s: found more than %d rows, which is the most a table holds; split the file"
                    .formatted(input.name(), Integer.MAX_VALUE - 8));
        }
        parts.add(part);
    }

    private SparseTable table() {
        int first = Math.min(1, parts.stream().mapToInt(LibsvmPart::least).min().orElse(1));
        int largest = parts.stream().mapToInt(LibsvmPart::largest).max().orElse(-1);
        double[] labels = new double[(int) rows];
        int at = 0;
        for (LibsvmPart part : parts) {
            System.arraycopy(part.labels(), 0, labels, at, part.labels().length);
            at += part.labels().length;
            int[] indices = part.rows().indices();
            for (int i = 0; first != 0 && i < indices.length; i++) {
                indices[i] -= first;
            }
        }
        List<SparseRows> chunks = parts.stream().map(LibsvmPart::rows).toList();
        return new SparseTable(input.name(), labels, chunks, new IndexNames(first, Math.max(0, largest + 1 - first)));
    }
}
