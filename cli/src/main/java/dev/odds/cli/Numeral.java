package dev.odds.cli;

import java.util.regex.Pattern;

/** Numbers as users type them: decimal digits, and none of what else Java takes for a number. */
final class Numeral {
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private Numeral() {}

    /** The finite number that the text writes, NaN where it is anything else. */
    static double parse(String text) {
        double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
