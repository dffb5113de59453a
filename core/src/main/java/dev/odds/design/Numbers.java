package dev.odds.design;

import com.fasterxml.jackson.core.io.NumberOutput;

/** Numbers as words, the same on every JDK. */
final class Numbers {
    private static final double EXACT = 1e15;

    private Numbers() {}

    /** The shortest text that reads back as {@code value}; whole numbers without a point. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < EXACT
                ? Long.toString((long) value)
                : NumberOutput.toString(value, true);
    }

    /** Such as {@code 1 row} or {@code 2 rows}. */
    static String rows(long count) {
        return count == 1 ? "1 row" : count + " rows";
    }

    /** The finite number that {@code text} writes in decimal digits, or NaN where it is anything else. */
    static double parse(String text) {
        if (text.isEmpty()) {
            return Double.NaN;
        }
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789.+-eE".indexOf(text.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    /** Whether two texts are equal or write the same number. */
    static boolean same(String a, String b) {
        return a.equals(b) || parse(a) == parse(b);
    }
}
