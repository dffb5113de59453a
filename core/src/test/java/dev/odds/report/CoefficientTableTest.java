package dev.odds.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.inference.Estimate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoefficientTableTest {
    private static Estimate estimate(String name, double estimate, double error) {
        return new Estimate(name, estimate, error, 0.95, false);
    }

    private static String print(List<Estimate> estimates, boolean all) {
        StringBuilder out = new StringBuilder();
        new CoefficientTable(estimates, false, false).print(all, out);
        return out.toString();
    }

    @Test
    void anEstimateHasTheDecimalsOfItsError() {
        String text = print(List.of(estimate("age", -0.0295490271, 0.0370314174)), false);
        assertTrue(text.contains("-0.0295 "), text);
        assertTrue(text.contains("0.0370"), text);
    }

    @Test
    void anIntervalNearOneShowsBothItsEnds() {
        String text = print(List.of(estimate("pounds", 0.00001284, 0.00000515)), false);
        assertTrue(text.contains("1.000003") && text.contains("1.000023"), text);
    }

    @Test
    void infiniteAndAliasedAreWords() {
        Estimate aliased = new Estimate("twice", Double.NaN, Double.NaN, 0.95, true);
        String text = print(
                List.of(
                        estimate("(bias)", 1, 0.5),
                        estimate("x", Double.POSITIVE_INFINITY, Double.NaN),
                        estimate("y", Double.NEGATIVE_INFINITY, Double.NaN),
                        aliased),
                false);
        List<String> lines = text.lines().toList();
        assertTrue(lines.get(2).matches("x +Inf +Inf"), text);
        assertTrue(lines.get(3).matches("y +-Inf +0"), text);
        assertTrue(lines.get(4).matches("twice +aliased"), text);
    }

    @Test
    void withoutErrorsThereAreOddsRatiosOnly() {
        String text = print(List.of(estimate("x", 0.5, Double.NaN)), false);
        assertEquals(
                List.of("   estimate  odds ratio", "x   0.50000       1.649"),
                text.lines().toList());
    }

    @Test
    void theLevelIsSaid() {
        String text = print(List.of(new Estimate("x", 0.5, 0.1, 0.9, false)), false);
        assertTrue(text.contains("90 % from"), text);
    }

    @Test
    void theStrongestAreShownInTheirOrder() {
        List<Estimate> many = new ArrayList<>();
        for (int j = 0; j < 100; j++) {
            many.add(estimate("x" + j, j % 2 == 0 ? j : 0.001, 1));
        }
        List<String> lines = print(many, false).lines().toList();
        assertEquals(42, lines.size());
        assertTrue(lines.get(1).startsWith("x20 "), lines.get(1));
        assertTrue(lines.get(40).startsWith("x98 "), lines.get(40));
        assertTrue(lines.get(41).contains("40 of 100"), lines.get(41));
        assertFalse(print(many, true).contains("40 of 100"));
        assertEquals(101, print(many, true).lines().count());
    }

    @Test
    void noLineIsLongerThanAHundred() {
        String name = "a name that is far too long for any table, and goes on and on and never comes to an end";
        for (double estimate : new double[] {-1e-300, 1e-9, -12345.678, 700, -700, 1e15}) {
            for (double error : new double[] {1e-12, 0.123, 98765.4}) {
                String text = print(List.of(estimate(name, estimate, error), estimate("x", 0.5, 0.25)), true);
                assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
            }
        }
    }
}
