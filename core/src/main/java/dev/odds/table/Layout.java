package dev.odds.table;

import java.util.ArrayList;
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
 * @param slots the place of each column of numbers in a row of them, -1 for other columns
 * @param markers what means a missing value
 */
record Layout(
        Dialect dialect,
        boolean header,
        List<String> names,
        List<Part.Kind> kinds,
        List<Integer> slots,
        MissingMarkers markers) {
    Layout {
        names = List.copyOf(names);
        kinds = List.copyOf(kinds);
        slots = List.copyOf(slots);
    }

    Layout(Dialect dialect, boolean header, List<String> names, List<Part.Kind> kinds, MissingMarkers markers) {
        this(dialect, header, names, kinds, slots(kinds), markers);
    }

    private static List<Integer> slots(List<Part.Kind> kinds) {
        List<Integer> slots = new ArrayList<>();
        int next = 0;
        for (Part.Kind kind : kinds) {
            slots.add(kind.isNumber() ? next++ : -1);
        }
        return slots;
    }

    int columns() {
        return names.size();
    }

    Layout withKinds(List<Part.Kind> others) {
        return new Layout(dialect, header, names, others, markers);
    }

    /** With columns that turned out to be no numbers, whose slots stay unused. */
    Layout withFewerNumbers(List<Part.Kind> others) {
        return new Layout(dialect, header, names, others, slots, markers);
    }

    /** How many numbers there are in a row. */
    int numbers() {
        int most = -1;
        for (int slot : slots) {
            most = Math.max(most, slot);
        }
        return most + 1;
    }

    /** An empty part for each column of a piece of at most {@code capacity} rows. */
    Part[] parts(Cursor at, PieceNumbers numbers, int capacity) {
        Part[] parts = new Part[columns()];
        Arrays.setAll(parts, j -> switch (kinds.get(j)) {
            case SKIP -> new SkippedPart();
            case NUMBER -> new NumberPart(at, markers, null, numbers, slots.get(j));
            case FORCED_NUMBER -> new NumberPart(at, markers, names.get(j), numbers, slots.get(j));
            case TEXT -> new TextPart(at, markers, capacity);
            case MISSING -> new MissingPart(at, markers, new BitSet(capacity));
        });
        return parts;
    }
}
