package dev.odds.report;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them: no more digits than mean something, the same in every locale. */
final class Numbers {
    private static final double SMALLEST_PLAIN = 1e-5;
    private static final double LARGEST_PLAIN = 1e9;
    private static final double SMALLEST_P = 0.001;

    private Numbers() {}

    /** Rounded to some significant digits; plain, or with an exponent where it is very large or very small. */
    static String significant(double value, int digits) {
        if (!Double.isFinite(value) || value == 0) {
            return special(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int decimals = digits - 1 - exponent(rounded);
        return plain(value) ? rounded.setScale(Math.max(decimals, 0)).toPlainString() : scientific(rounded, digits);
    }

    /** Rounded to some decimals; with an exponent where that would show no digit, or far too many. */
    static String decimals(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return special(value);
        }
        BigDecimal rounded = new BigDecimal(value).setScale(Math.max(decimals, 0), RoundingMode.HALF_EVEN);
        boolean lost = rounded.signum() == 0 && value != 0;
        if (lost || Math.abs(value) >= LARGEST_PLAIN) {
            return significant(value, 2);
        }
        return rounded.toPlainString();
    }

    /** Rounded to some decimals, however small that makes it look. */
    static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return special(value);
        }
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** The decimals at which a number other than 0 shows so many significant digits. */
    static int decimalsFor(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return digits - 1 - exponent(rounded);
    }

    /** A probability of the test, which nobody needs beyond a thousandth. */
    static String p(double p) {
        if (Double.isNaN(p)) {
            return "";
        }
        return p < SMALLEST_P ? "<" + decimals(SMALLEST_P, 3) : decimals(p, 3);
    }

    /** As few digits as read back to the same number. */
    static String shortest(double value) {
        return NumberOutput.toString(value, true).replaceAll("\\.0(?=$|E)", "").replace('E', 'e');
    }

    /** A bound: one digit, never rounded to its advantage. */
    static String bound(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return special(value);
        }
        return scientific(new BigDecimal(value).round(new MathContext(1, RoundingMode.UP)), 1);
    }

    /** A count, with commas between thousands from 10,000 on. */
    static String count(double value) {
        if (value != Math.rint(value) || Math.abs(value) >= LARGEST_PLAIN) {
            return significant(value, 6);
        }
        String digits = Long.toString((long) value);
        return digits.length() < 5 ? digits : grouped(digits);
    }

    /** How many of a thing, with its plural. */
    static String of(double count, String thing) {
        return count(count) + " " + thing + (count == 1 ? "" : "s");
    }

    private static String grouped(String digits) {
        StringBuilder text = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    private static boolean plain(double value) {
        double size = Math.abs(value);
        return size >= SMALLEST_PLAIN && size < LARGEST_PLAIN;
    }

    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static String scientific(BigDecimal value, int digits) {
        int exponent = exponent(value);
        return value.movePointLeft(exponent).setScale(digits - 1, RoundingMode.UNNECESSARY) + "e" + exponent;
    }

    private static String special(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (value == 0) {
            return "0";
        }
        return value > 0 ? "Inf" : "-Inf";
    }
}
