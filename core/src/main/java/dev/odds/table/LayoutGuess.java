package dev.odds.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Infers the layout of a delimited text from its beginning, as far as the options leave it open. */
final class LayoutGuess {
    static final int SAMPLE = 1 << 16;
    private static final int RECORDS = 200;
    private static final int NAMES_IN_A_MESSAGE = 20;

    private final String source;
    private final ReadOptions options;
    private final Set<String> wanted;
    private final MissingMarkers markers;

    /** @param wanted names that the caller needs: a first row that has them all is the header */
    LayoutGuess(String source, ReadOptions options, Set<String> wanted) {
        this.source = source;
        this.options = options;
        this.wanted = wanted;
        markers = MissingMarkers.of(options);
    }

    /** Looks at the text as far as it takes to see two records. */
    Layout layout(TextInput input) {
        for (int size = SAMPLE; ; size *= 4) {
            byte[] bytes = input.peek(size);
            boolean whole = bytes.length < size;
            Dialect dialect = new DialectGuess(bytes, whole).dialect(delimiter());
            RecordEnds ends = new RecordEnds(source, dialect.scan());
            TextPiece sample = ends.cut(bytes, bytes.length, whole, 1);
            List<List<String>> records = CsvTexts.of(sample, dialect, RECORDS);
            if (records.size() > 1 || whole) {
                return layout(dialect, records);
            }
            if (size >= PieceCutter.LONGEST_RECORD) {
                throw ends.tooLong(bytes, bytes.length, 1);
            }
        }
    }

    private Character delimiter() {
        boolean tab = options.delimiter() == null && options.format() == ReadOptions.Format.TSV;
        return tab ? Character.valueOf('\t') : options.delimiter();
    }

    private Layout layout(Dialect dialect, List<List<String>> records) {
        if (records.isEmpty()) {
            throw new InputException("%s: found no rows, expected a table; the file is empty".formatted(source));
        }
        List<String> first = records.get(0);
        List<List<String>> others = records.subList(1, records.size());
        boolean header = options.header() != null ? options.header() : isHeader(first, others);
        List<String> names = names(header ? first : List.of(), first.size());
        checkNames(names);
        List<List<String>> rows = header ? others : records;
        List<Part.Kind> kinds = IntStream.range(0, names.size())
                .mapToObj(j -> kind(names.get(j), j, rows))
                .toList();
        if (kinds.stream().allMatch(kind -> kind == Part.Kind.SKIP)) {
            throw new InputException("%s: no column is left of %s; drop fewer".formatted(source, listed(names)));
        }
        return new Layout(dialect, header, names, kinds, markers);
    }

    /** No field is a number, and either they are distinct or numbers stand below them. */
    private boolean isHeader(List<String> first, List<List<String>> others) {
        List<String> names = first.stream().map(String::strip).toList();
        if (!wanted.isEmpty() && new HashSet<>(names).containsAll(wanted)) {
            return true;
        }
        if (names.stream().anyMatch(Decimals::isNumber)) {
            return false;
        }
        List<String> written = names.stream().filter(name -> !name.isEmpty()).toList();
        return new HashSet<>(written).size() == written.size()
                || others.stream().anyMatch(row -> row.stream().anyMatch(Decimals::isNumber));
    }

    private List<String> names(List<String> header, int columns) {
        List<String> names = new ArrayList<>();
        for (int j = 0; j < columns; j++) {
            String name = header.isEmpty() ? "" : header.get(j).strip();
            names.add(name.isEmpty() ? "c" + (j + 1) : name);
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new InputException("%s: found two columns named %s, expected distinct names; rename one%s"
                        .formatted(source, name, options.header() == null ? ", or say that there is no header" : ""));
            }
        }
        return names;
    }

    private void checkNames(List<String> names) {
        Set<String> asked = new LinkedHashSet<>(wanted);
        asked.addAll(options.categorical());
        asked.addAll(options.numeric());
        asked.addAll(options.drop());
        asked.addAll(options.only() == null ? Set.of() : options.only());
        names.forEach(asked::remove);
        if (!asked.isEmpty()) {
            String missing = asked.stream().sorted().findFirst().orElseThrow();
            throw new InputException(
                    "%s: found no column %s, expected one of %s".formatted(source, missing, listed(names)));
        }
    }

    private Part.Kind kind(String name, int column, List<List<String>> rows) {
        if (options.drop().contains(name)
                || options.only() != null && !options.only().contains(name)) {
            return Part.Kind.SKIP;
        }
        if (options.categorical().contains(name)) {
            return Part.Kind.TEXT;
        }
        if (options.numeric().contains(name)) {
            return Part.Kind.FORCED_NUMBER;
        }
        boolean numbers = rows.stream()
                .filter(row -> column < row.size())
                .map(row -> row.get(column))
                .allMatch(text -> markers.matches(text) || Decimals.isNumber(text.strip()));
        return numbers ? Part.Kind.NUMBER : Part.Kind.TEXT;
    }

    private static String listed(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(names.size(), NAMES_IN_A_MESSAGE)));
        return names.size() <= NAMES_IN_A_MESSAGE
                ? shown
                : shown + " and %d more".formatted(names.size() - NAMES_IN_A_MESSAGE);
    }
}
