package dev.odds.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void significantDigitsAreAsManyAsAsked() {
        assertEquals("1.75", Numbers.significant(1.7528, 3));
        assertEquals("1.80", Numbers.significant(1.7999, 3));
        assertEquals("0.00692", Numbers.significant(0.0069193, 3));
        assertEquals("12346", Numbers.significant(12345.6, 5));
        assertEquals("12350", Numbers.significant(12345.6, 4));
        assertEquals("10.0", Numbers.significant(9.999, 3));
        assertEquals("5.15e-6", Numbers.significant(5.15e-6, 3));
        assertEquals("-1.0e12", Numbers.significant(-1e12, 2));
        assertEquals("1.0e10", Numbers.significant(9.99e9, 2));
        assertEquals("0", Numbers.significant(0, 3));
        assertEquals("Inf", Numbers.significant(Double.POSITIVE_INFINITY, 3));
        assertEquals("-Inf", Numbers.significant(Double.NEGATIVE_INFINITY, 3));
        assertEquals("", Numbers.significant(Double.NaN, 3));
    }

    /** z where an effect and its error are 0, or its error alone. */
    @Test
    void whatIsNoNumberIsBlank() {
        assertEquals("-0.34", Numbers.fixed(-0.3399, 2));
        assertEquals("", Numbers.fixed(Double.NaN, 2));
        assertEquals("Inf", Numbers.fixed(Double.POSITIVE_INFINITY, 2));
    }

    @Test
    void significantNumbersReadBackCloseEnough() {
        long seed = 20261124;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(600) - 300);
            int digits = 1 + random.nextInt(8);
            double read = Double.parseDouble(Numbers.significant(value, digits));
            double bound = Math.abs(value) * 0.5000001 * Math.pow(10, 1 - digits);
            assertTrue(Math.abs(read - value) <= bound, value + " at " + digits + " digits, seed " + seed);
        }
    }

    @Test
    void decimalsNeverHideANumber() {
        assertEquals("-0.030", Numbers.decimals(-0.02955, 3));
        assertEquals("3", Numbers.decimals(2.7, 0));
        assertEquals("3", Numbers.decimals(2.7, -2));
        assertEquals("1.2e-7", Numbers.decimals(1.23e-7, 3));
        assertEquals("0.000", Numbers.decimals(0, 3));
    }

    @Test
    void smallProbabilitiesAreBounds() {
        assertEquals("<0.001", Numbers.p(0.000999));
        assertEquals("0.001", Numbers.p(0.001));
        assertEquals("1.000", Numbers.p(0.99999));
        assertEquals("", Numbers.p(Double.NaN));
    }

    @Test
    void boundsAreNeverRoundedDown() {
        assertEquals("4e-15", Numbers.bound(3.0001e-15));
        assertEquals("1e1", Numbers.bound(9.1));
        assertEquals("0", Numbers.bound(0));
        assertEquals("Inf", Numbers.bound(Double.POSITIVE_INFINITY));
    }

    @Test
    void countsAreGroupedAndPlural() {
        assertEquals("9999", Numbers.count(9999));
        assertEquals("10,000", Numbers.count(10_000));
        assertEquals("1,234,567", Numbers.count(1_234_567));
        assertEquals("2.50000", Numbers.count(2.5));
        assertEquals("1 row", Numbers.of(1, "row"));
        assertEquals("0 rows", Numbers.of(0, "row"));
    }

    @Test
    void shortestIsShort() {
        assertEquals("1e-4", Numbers.shortest(1e-4));
        assertEquals("0.1", Numbers.shortest(0.1));
        assertEquals("3", Numbers.shortest(3));
    }

    @Test
    void localesChangeNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals("1.75", Numbers.significant(1.7528, 3));
            assertEquals("12,345", Numbers.count(12_345));
            assertEquals("3e-15", Numbers.bound(3e-15));
        } finally {
            Locale.setDefault(before);
        }
    }
}
