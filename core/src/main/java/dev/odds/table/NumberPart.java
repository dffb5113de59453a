package dev.odds.table;

/** Numbers, NaN where missing or where the text is no number after all. */
final class NumberPart implements Part {
    private final Cursor at;
    private final MissingMarkers markers;
    private final String forced;
    private final PieceNumbers numbers;
    private final int slot;
    private final boolean plain;
    private int rows;
    private int missing;
    private int zeros;
    private boolean contradicted;
    private InputException overflow;

    /**
     * Of one column.
     *
     * @param forced the column's name where other text is an error, else null
     * @param numbers where the numbers go
     * @param slot the column's place in a row of them
     */
    NumberPart(Cursor at, MissingMarkers markers, String forced, PieceNumbers numbers, int slot) {
        this.at = at;
        this.markers = markers;
        this.forced = forced;
        this.numbers = numbers;
        this.slot = slot;
        this.plain = !markers.someNumber();
    }

    @Override
    public void add(char[] b, int from, int to) {
        double value = Decimals.parse(b, from, to);
        if (value - value != 0 || !plain) {
            value = lookCloser(value, b, from, to);
        }
        numbers.block(at.row)[numbers.position(at.row, slot)] = value;
        zeros += value == 0 ? 1 : 0;
        missing += value == value ? 0 : 1;
    }

    /** The missing value that was added last stood in no row. */
    void takeBackMissing() {
        missing--;
    }

    /** Whether every plain number is that number, and none means a missing value. */
    boolean takesNumbers() {
        return plain;
    }

    /** As {@link #add}, where {@link #takesNumbers}. */
    void add(double value) {
        numbers.block(at.row)[numbers.position(at.row, slot)] = value;
        zeros += value == 0 ? 1 : 0;
    }

    /** A zero was put among the numbers. */
    void countZero() {
        zeros++;
    }

    @Override
    public void end(int count) {
        rows = count;
    }

    int slot() {
        return slot;
    }

    int missing() {
        return missing;
    }

    int zeros() {
        return zeros;
    }

    /** Whether some text is neither a number nor missing. */
    boolean contradicted() {
        return contradicted;
    }

    /** The error of the first number that is too large for a double, null if there is none. */
    InputException overflow() {
        return overflow;
    }

    boolean hasNumbers() {
        return missing < rows;
    }

    /** The column of the piece alone. */
    NumericColumn column(String name) {
        return new NumericColumn(name, numbers.of(rows), slot, missing, zeros);
    }

    private double lookCloser(double parsed, char[] b, int from, int to) {
        if (markers.matches(b, from, to)) {
            return Double.NaN;
        }
        if (Double.isFinite(parsed)) {
            return parsed;
        }
        String text = new String(b, from, to - from);
        double value = Decimals.parse(text.strip());
        if (Double.isInfinite(value) && overflow == null) {
            overflow = at.fault("found %s, expected a number below 1.8e308 in size".formatted(text));
        }
        if (Double.isNaN(value)) {
            contradicted = true;
            if (forced != null) {
                throw at.fault("found '%s' in column %s, expected a number or a missing value".formatted(text, forced));
            }
        }
        return value;
    }
}
