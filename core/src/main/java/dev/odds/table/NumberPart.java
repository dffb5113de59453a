package dev.odds.table;

import java.util.Arrays;

/** Numbers, NaN where missing or where the text is no number after all. */
final class NumberPart implements Part {
    private final Cursor at;
    private final MissingMarkers markers;
    private final String forced;
    private double[] values;
    private boolean contradicted;
    private InputException overflow;

    /** @param forced the column's name where other text is an error, else null */
    NumberPart(Cursor at, MissingMarkers markers, String forced, int capacity) {
        this.at = at;
        this.markers = markers;
        this.forced = forced;
        values = new double[capacity];
    }

    @Override
    public void add(char[] b, int from, int to) {
        double value = Decimals.parse(b, from, to);
        if (value - value != 0 || markers.someNumber()) {
            value = lookCloser(value, b, from, to);
        }
        values[at.row] = value;
    }

    @Override
    public void end(int rows) {
        values = values.length == rows ? values : Arrays.copyOf(values, rows);
    }

    @Override
    public boolean missing(int row) {
        return Double.isNaN(values[row]);
    }

    double[] values() {
        return values;
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
        for (double value : values) {
            if (!Double.isNaN(value)) {
                return true;
            }
        }
        return false;
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
