package dev.odds.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Joins the parts of one column, in the order of the text. */
final class ColumnBuilder {
    private final String name;
    private final int mostLevels;
    private final List<Part> parts = new ArrayList<>();
    private final Levels levels = new Levels();
    private Part.Kind kind;
    private boolean tooMany;

    /** @param mostLevels the number of levels from which on they are no longer stored */
    ColumnBuilder(String name, Part.Kind kind, int mostLevels) {
        this.name = name;
        this.kind = kind;
        this.mostLevels = mostLevels;
    }

    /** How the next pieces had best be read. */
    Part.Kind kind() {
        return tooMany ? Part.Kind.MISSING : kind;
    }

    void add(Part part) {
        if (part instanceof TextPart text) {
            kind = Part.Kind.TEXT;
            if (!tooMany) {
                levels.recode(text);
                tooMany = levels.size() > mostLevels;
            }
        }
        parts.add(part);
    }

    int distinctAtLeast() {
        return levels.size();
    }

    boolean tooMany() {
        return tooMany;
    }

    /** Whether numbers were stored before the column turned out to be text: their spelling is lost. */
    boolean contradicted() {
        return kind == Part.Kind.TEXT
                && !tooMany
                && parts.stream().anyMatch(part -> part instanceof NumberPart numbers && numbers.hasNumbers());
    }

    /** The error of the first number that is too large, null if there is none or the column is text. */
    InputException overflow() {
        if (kind == Part.Kind.TEXT) {
            return null;
        }
        return parts.stream()
                .map(part -> part instanceof NumberPart numbers ? numbers.overflow() : null)
                .filter(fault -> fault != null)
                .findFirst()
                .orElse(null);
    }

    /**
     * The column; the parts are given up one by one, so that no column is held twice.
     *
     * @param rows of each part
     * @param numbers of all parts that are numbers
     */
    Column build(int[] rows, NumberBlocks numbers) {
        int n = Arrays.stream(rows).sum();
        if (tooMany) {
            return new TextColumn(name, n, levels.size(), missing(rows, n, numbers));
        }
        return kind == Part.Kind.TEXT ? categorical(rows, n) : numeric(numbers);
    }

    private NumericColumn numeric(NumberBlocks numbers) {
        int slot = 0;
        int missing = 0;
        int zeros = 0;
        for (Part part : parts) {
            NumberPart some = (NumberPart) part;
            slot = some.slot();
            missing += some.missing();
            zeros += some.zeros();
        }
        return new NumericColumn(name, numbers, slot, missing, zeros);
    }

    private CategoricalColumn categorical(int[] rows, int n) {
        int[] codes = new int[n];
        int at = 0;
        for (int i = 0; i < rows.length; i++) {
            if (parts.set(i, null) instanceof TextPart text) {
                System.arraycopy(text.codes(), 0, codes, at, rows[i]);
            } else {
                Arrays.fill(codes, at, at + rows[i], -1);
            }
            at += rows[i];
        }
        List<String> sorted = levels.sort(codes);
        return new CategoricalColumn(name, codes, sorted);
    }

    private BitSet missing(int[] rows, int n, NumberBlocks numbers) {
        BitSet missing = new BitSet(n);
        int at = 0;
        for (int i = 0; i < rows.length; i++) {
            Part part = parts.set(i, null);
            for (int row = 0; row < rows[i]; row++) {
                missing.set(at + row, missing(part, row, at + row, numbers));
            }
            at += rows[i];
        }
        return missing;
    }

    private static boolean missing(Part part, int row, int rowOfAll, NumberBlocks numbers) {
        return part instanceof NumberPart some
                ? Double.isNaN(numbers.at(rowOfAll, some.slot()))
                : part instanceof TextPart text ? text.missing(row) : ((MissingPart) part).missing(row);
    }
}
