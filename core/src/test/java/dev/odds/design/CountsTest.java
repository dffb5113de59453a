package dev.odds.design;

import static dev.odds.design.Tables.numbers;
import static dev.odds.design.Tables.table;
import static dev.odds.design.Tables.texts;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.table.InputException;
import dev.odds.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountsTest {
    private static final double NONE = Double.NaN;
    private static final Roles COUNTS = Roles.target("s / t");
    private static final Table TABLE = table(
            numbers("s", 1, 0, NONE, 3, 2, 0),
            numbers("t", 4, 0, 5, 3, NONE, 2),
            numbers("x", 1, 2, 3, 4, 5, 9),
            numbers("w", 2, 1, 1, 0.5, 1, 1));

    @Test
    void countsBecomeTheWeightsOfBothLabels() {
        Encoded fit = Encoder.fit(TABLE, COUNTS.withDrop(List.of("w")));
        assertArrayEquals(new double[] {1, 3, 0}, fit.response().success());
        assertArrayEquals(new double[] {3, 0, 2}, fit.response().failure());
        assertEquals(4, fit.response().successes());
        assertEquals(List.of("x"), fit.encoder().features());
        assertArrayEquals(new int[] {0, 3, 5}, fit.rows());
        assertEquals(2, fit.dropped());
        assertEquals(
                List.of("left out 1 row of 0 trials", "dropped 2 of 5 rows for missing values: s in 1, t in 1"),
                fit.notes());
        assertEquals("success", fit.labelling().positive());
        assertEquals("failure", fit.labelling().negative());
        assertEquals(Units.Kind.ROWS, fit.units().kind());
        assertNull(fit.units().weights());
        assertEquals(1, fit.units().repeats(0, 4));
    }

    @Test
    void weightsMultiplyCounts() {
        Encoded fit = Encoder.fit(TABLE, COUNTS.withWeights("w"));
        assertArrayEquals(new double[] {2, 1.5, 0}, fit.response().success());
        assertArrayEquals(new double[] {6, 0, 2}, fit.response().failure());
        assertArrayEquals(new double[] {2, 0.5, 1}, fit.units().weights());
        assertEquals(2, fit.units().repeats(0, 8));
        Encoded sampled = Encoder.fit(TABLE, COUNTS.withSamplingWeights("w"));
        assertArrayEquals(new double[] {2, 1.5, 0}, sampled.response().success());
        assertTrue(sampled.units().sampled());
        assertEquals(1, sampled.units().repeats(0, 8));
    }

    @Test
    void aFilledMeanCountsTrials() {
        Table table =
                table(numbers("s", 1, 1, 1), numbers("t", 3, 1, 6), numbers("x", 1, 5, NONE), numbers("z", 1, 2, 4));
        TableEncoder encoder = (TableEncoder)
                Encoder.fit(table, COUNTS.withMissing(Missing.MEAN)).encoder();
        assertEquals(2, ((NumericTerm) encoder.terms().get(0)).fill());
    }

    @Test
    void whatIsNoCountIsRefused() {
        assertRefused("row 2: found 3 successes of 2 trials", 1, 3, 2, 2);
        assertRefused("row 2: found -1 successes of 2 trials", 1, -1, 2, 2);
        assertRefused("row 2: found 0.5 successes of 2 trials, expected whole numbers", 1, 0.5, 2, 2);
        assertRefused("row 1: found 1 successes of 2.5 trials", 1, 1, 2.5, 2);
        assertRefused("found no failure in 2 rows, expected some of both labels", 2, 2, 2, 2);
        assertRefused("found no success in 2 rows", 0, 0, 2, 2);
        String text = assertThrows(
                        InputException.class,
                        () -> Encoder.fit(table(texts("s", "a", "b"), numbers("t", 1, 1), numbers("x", 1, 2)), COUNTS))
                .getMessage();
        assertTrue(text.contains("column s, row 1: found a, expected a number"), text);
        String positive = assertThrows(InputException.class, () -> Encoder.fit(TABLE, COUNTS.withPositive("1")))
                .getMessage();
        assertTrue(positive.contains("the counts say what is positive"), positive);
        assertThrows(InputException.class, () -> Encoder.fit(TABLE, COUNTS.withOffset("t")));
    }

    private static void assertRefused(String told, double s1, double s2, double t1, double t2) {
        Table table = table(numbers("s", s1, s2), numbers("t", t1, t2), numbers("x", 1, 2));
        String message = assertThrows(InputException.class, () -> Encoder.fit(table, COUNTS))
                .getMessage();
        assertTrue(message.contains(told), message);
    }

    @Test
    void observedCountsAreThoseOfEveryRow() {
        Labelling labelling = Labelling.counts(Target.parse("s / t", List.of("s", "t")));
        Observed observed = Observed.of(TABLE, labelling, "w");
        assertArrayEquals(new double[] {2, 0, NONE, 1.5, NONE, 0}, observed.success());
        assertArrayEquals(new double[] {6, 0, NONE, 0, NONE, 2}, observed.failure());
        assertEquals(2, observed.missing());
    }
}
