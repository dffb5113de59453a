package dev.odds.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What a delimited text holds, column by column.
 *
 * @param dialect how it is written
 * @param header whether its first record holds the names
 * @param names one per column, distinct
 * @param kinds how each column is to be read
 * @param markers what means a missing value
 */
record Layout(Dialect dialect, boolean header, List<String> names, List<Part.Kind> kinds, MissingMarkers markers) {
    Layout {
        names = List.copyOf(names);
        kinds = List.copyOf(kinds);
    }

    int columns() {
        return names.size();
    }

    Layout withKinds(List<Part.Kind> others) {
        return new Layout(dialect, header, names, others, markers);
    }

    /** An empty part for each column of a piece of at most {@code capacity} rows. */
    Part[] parts(Cursor at, int capacity) {
        Part[] parts = new Part[columns()];
        Arrays.setAll(parts, j -> switch (kinds.get(j)) {
            case SKIP -> new SkippedPart();
            case NUMBER -> new NumberPart(at, markers, null, capacity);
            case FORCED_NUMBER -> new NumberPart(at, markers, names.get(j), capacity);
            case TEXT -> new TextPart(at, markers, capacity);
            case MISSING -> new MissingPart(at, markers, new BitSet(capacity));
        });
        return parts;
    }
}
