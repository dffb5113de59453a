package dev.odds.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads a delimited text into a table.
 *
 * <p>One pass, in which the first rows and then the pieces so far say how a column is read. Where a later piece
 * contradicts, so that the spelling of a text was lost, that column alone is read in a second pass.
 */
final class CsvTable {
    /** Some 30 MB of strings: the most levels of a column to store before it is known whether they are of use. */
    static final int MOST_LEVELS = 250_000;

    private final Source source;
    private final ReadOptions options;
    private final ReadMonitor monitor;
    private final int mostLevels;

    /** @param mostLevels from so many levels on a text column is no longer stored, as long as no more are of use */
    CsvTable(Source source, ReadOptions options, ReadMonitor monitor, int mostLevels) {
        this.source = source;
        this.options = options;
        this.monitor = monitor;
        this.mostLevels = mostLevels;
    }

    /** @param input the source, not yet read; it is read to its end */
    Table read(TextInput input) {
        Layout layout = new LayoutGuess(source.name(), options, Set.of()).layout(input);
        Pass first = new Pass(layout, mostLevels);
        first.run(input);
        if (first.rows() == 0) {
            throw new InputException(
                    "%s: found a header and no rows, expected at least one row".formatted(source.name()));
        }
        first.checkOverflow();
        int useful = usefulLevels(first.rows());
        List<Part.Kind> again = first.kindsToReadAgain(useful);
        Column[] columns = first.columns(again);
        if (again.contains(Part.Kind.TEXT)) {
            Pass second = new Pass(layout.withKinds(again), Math.max(mostLevels, useful));
            try (TextInput reopened = new TextInput(source)) {
                second.run(reopened);
            }
            Column[] texts = second.columns(List.of());
            Arrays.setAll(columns, j -> texts[j] == null ? columns[j] : texts[j]);
        }
        return new Table(
                source.name(),
                first.rows(),
                Arrays.stream(columns).filter(Objects::nonNull).toList());
    }

    /** The number of levels with which a text column is still of use: a twentieth of the rows, but at least 50. */
    private static int usefulLevels(int rows) {
        return Math.max(50, rows / 20);
    }

    /** One pass over the text. */
    private final class Pass {
        private final Layout layout;
        private final List<ColumnBuilder> builders;
        private final List<Integer> rows = new ArrayList<>();
        private final NumberJoin numbers;
        private long total;

        Pass(Layout layout, int mostLevels) {
            this.layout = layout;
            numbers = new NumberJoin(layout.numbers());
            builders = IntStream.range(0, layout.columns())
                    .mapToObj(j -> new ColumnBuilder(
                            layout.names().get(j),
                            layout.kinds().get(j),
                            options.categorical().contains(layout.names().get(j)) ? Integer.MAX_VALUE : mostLevels))
                    .toList();
        }

        void run(TextInput input) {
            PieceCutter cutter = PieceCutter.ofTable(input, layout);
            long size = input.total();
            Pipeline.run(
                    cutter,
                    options.threads(),
                    () -> {
                        monitor.bytes(input.done(), size);
                        Layout now = layout.withFewerNumbers(kinds());
                        return piece -> CsvParser.parse(piece, now, false);
                    },
                    this::add);
            monitor.bytes(input.done(), size);
        }

        private List<Part.Kind> kinds() {
            List<Part.Kind> kinds = new ArrayList<>(builders.size());
            for (ColumnBuilder builder : builders) {
                kinds.add(builder.kind());
            }
            return kinds;
        }

        private void add(CsvPart part) {
            total += part.rows();
            if (total > Integer.MAX_VALUE - 8) {
                throw new InputException("%s: found more than %d rows, which is the most a table holds; split the file"
                        .formatted(source.name(), Integer.MAX_VALUE - 8));
            }
            rows.add(part.rows());
            numbers.add(part.numbers(), part.rows());
            for (int j = 0; j < builders.size(); j++) {
                builders.get(j).add(part.parts()[j]);
            }
        }

        int rows() {
            return (int) total;
        }

        void checkOverflow() {
            for (ColumnBuilder builder : builders) {
                if (builder.overflow() != null) {
                    throw builder.overflow();
                }
            }
        }

        List<Part.Kind> kindsToReadAgain(int usefulLevels) {
            return builders.stream()
                    .map(builder ->
                            builder.contradicted() || builder.tooMany() && builder.distinctAtLeast() <= usefulLevels
                                    ? Part.Kind.TEXT
                                    : Part.Kind.SKIP)
                    .toList();
        }

        /** One per column of the text, null where it is skipped or is among the texts to be read again. */
        Column[] columns(List<Part.Kind> again) {
            int[] counts = rows.stream().mapToInt(Integer::intValue).toArray();
            NumberBlocks joined = numbers.joined();
            Column[] columns = new Column[builders.size()];
            for (int j = 0; j < columns.length; j++) {
                boolean wanted =
                        layout.kinds().get(j) != Part.Kind.SKIP && (again.isEmpty() || again.get(j) == Part.Kind.SKIP);
                columns[j] = wanted ? builders.get(j).build(counts, joined) : null;
            }
            return columns;
        }
    }
}
