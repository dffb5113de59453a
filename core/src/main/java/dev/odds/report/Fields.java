package dev.odds.report;

import com.fasterxml.jackson.core.io.NumberOutput;

/** Fields of a CSV line (RFC 4180). */
final class Fields {
    private Fields() {}

    /** A number in the shortest form that reads back to the same bits; nothing for NaN. */
    static String number(double value) {
        return Double.isNaN(value) ? "" : NumberOutput.toString(value, true);
    }

    /** A text, in quotes where it needs them. */
    static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && field.strip().length() == field.length();
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
