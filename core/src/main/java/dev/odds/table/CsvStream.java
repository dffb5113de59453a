package dev.odds.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads a delimited text piece by piece, its columns typed by a schema. */
final class CsvStream {
    private final TextInput input;
    private final ReadOptions options;
    private final Schema schema;
    private final Map<String, Map<String, Integer>> levels = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private Layout layout;
    private long rows;

    CsvStream(TextInput input, ReadOptions options, Schema schema) {
        this.input = input;
        this.options = options;
        this.schema = schema;
        for (Schema.Field field : schema.fields()) {
            if (field instanceof Schema.Text text) {
                levels.put(
                        text.name(),
                        IntStream.range(0, text.levels().size())
                                .boxed()
                                .collect(Collectors.toMap(text.levels()::get, i -> i)));
            }
        }
    }

    void read(Consumer<TablePiece> consumer) {
        Map<String, Schema.Field> wanted = schema.fields().stream()
                .collect(Collectors.toMap(Schema.Field::name, field -> field, (a, b) -> a, LinkedHashMap::new));
        ReadOptions plain = options.withOnly(null)
                .withDrop(Set.of())
                .withCategorical(Set.of())
                .withNumeric(Set.of());
        Layout guess = new LayoutGuess(input.name(), plain, wanted.keySet()).layout(input);
        layout = guess.withKinds(
                guess.names().stream().map(name -> kind(wanted.get(name))).toList());
        for (int j = 0; j < layout.columns(); j++) {
            positions.put(layout.names().get(j), j);
        }
        PieceCutter cutter = PieceCutter.ofStream(input, layout);
        Pipeline.run(
                cutter,
                options.threads(),
                () -> piece -> typed(CsvParser.parse(piece, layout, schema.keepTexts())),
                piece -> {
                    rows += piece.rows().rows();
                    consumer.accept(piece);
                });
        if (rows == 0) {
            throw new InputException(
                    "%s: found a header and no rows, expected at least one row".formatted(input.name()));
        }
    }

    private static Part.Kind kind(Schema.Field field) {
        if (field == null) {
            return Part.Kind.SKIP;
        }
        return field instanceof Schema.Text ? Part.Kind.TEXT : Part.Kind.FORCED_NUMBER;
    }

    private TablePiece typed(CsvPart part) {
        Map<String, Map<String, Integer>> unknown = new LinkedHashMap<>();
        List<Column> columns = new ArrayList<>();
        for (Schema.Field field : schema.fields()) {
            columns.add(column(field, part.parts()[positions.get(field.name())], unknown));
        }
        return new TablePiece(new Table(input.name(), part.rows(), columns), layout.names(), part.texts(), unknown);
    }

    private Column column(Schema.Field field, Part part, Map<String, Map<String, Integer>> unknown) {
        if (field instanceof Schema.Text text) {
            int[] codes = recoded((TextPart) part, text, unknown);
            return new CategoricalColumn(text.name(), codes, text.levels());
        }
        NumberPart numbers = (NumberPart) part;
        if (numbers.overflow() != null) {
            throw numbers.overflow();
        }
        return numbers.column(field.name());
    }

    private int[] recoded(TextPart part, Schema.Text field, Map<String, Map<String, Integer>> unknown) {
        Map<String, Integer> codes = levels.get(field.name());
        List<String> local = part.texts();
        int[] here = new int[local.size()];
        Arrays.setAll(here, i -> local.get(i) == null ? -1 : codes.getOrDefault(local.get(i), -2));
        for (int code : part.codes()) {
            if (code >= 0 && here[code] == -2) {
                unknown.computeIfAbsent(field.name(), name -> new TreeMap<>(Levels.CODE_POINT_ORDER))
                        .merge(local.get(code), 1, Integer::sum);
            }
        }
        part.recode(here);
        return part.codes();
    }
}
