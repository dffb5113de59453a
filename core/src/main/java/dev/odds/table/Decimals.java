package dev.odds.table;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/**
 * Decimal numbers: an optional sign, digits with at most one point among or around them, an optional exponent. No
 * infinities, no hexadecimal, no type suffix.
 *
 * <p>Correctly rounded. A number of the form m / 10^k with m &lt;= 2^53 and k &lt;= 22 is one division of two exact
 * doubles (Clinger, "How to read floating point numbers accurately", 1990); any other goes to fastdoubleparser.
 */
public final class Decimals {
    private static final long LARGEST_EXACT = 1L << 53;
    private static final int DIGITS_WITHOUT_OVERFLOW = 18;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Decimals() {}

    /** The value of b[from..to), NaN where it is no number, infinite where it is too large for a double. */
    static double parse(char[] b, int from, int to) {
        int i = from < to && isSign(b[from]) ? from + 1 : from;
        int whole = i;
        long m = 0;
        for (; i < to && isDigit(b[i]); i++) {
            m = 10 * m + (b[i] - '0');
        }
        int digits = i - whole;
        int fraction = 0;
        if (i < to && b[i] == '.') {
            int point = i++;
            for (; i < to && isDigit(b[i]); i++) {
                m = 10 * m + (b[i] - '0');
            }
            fraction = i - point - 1;
            digits += fraction;
        }
        if (digits == 0 || i < to && !isExponent(b, i, to)) {
            return Double.NaN;
        }
        if (i < to || !isDivision(m, digits)) {
            return JavaDoubleParser.parseDouble(b, from, to - from);
        }
        double value = divided(m, fraction);
        return b[from] == '-' ? -value : value;
    }

    /** Whether digits that make up this integer, with a point among them, are one division of exact doubles. */
    static boolean isDivision(long m, int digits) {
        return digits <= DIGITS_WITHOUT_OVERFLOW && m <= LARGEST_EXACT;
    }

    /** m / 10^fraction. */
    static double divided(long m, int fraction) {
        return m / POWERS[fraction];
    }

    static double parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /** Whether a text is such a number, be it too large for a double. */
    public static boolean isNumber(String text) {
        return !Double.isNaN(parse(text));
    }

    private static boolean isExponent(char[] b, int from, int to) {
        if (b[from] != 'e' && b[from] != 'E') {
            return false;
        }
        int i = from + 1 < to && isSign(b[from + 1]) ? from + 2 : from + 1;
        int first = i;
        while (i < to && isDigit(b[i])) {
            i++;
        }
        return i == to && i > first;
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '+';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
