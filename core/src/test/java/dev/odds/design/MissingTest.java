package dev.odds.design;

import static dev.odds.design.Tables.dense;
import static dev.odds.design.Tables.numbers;
import static dev.odds.design.Tables.table;
import static dev.odds.design.Tables.texts;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.odds.table.InputException;
import dev.odds.table.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MissingTest {
    private static final double NONE = Double.NaN;
    private static final Table TABLE = table(
            numbers("y", 0, 1, 0, 1, 0),
            numbers("x", 1, NONE, 3, 8, NONE),
            texts("g", "b", "b", null, "a", null),
            numbers("w", 1, 1, 1, 2, 1));

    @Test
    void rowsAreDroppedAndCountedForEachColumn() {
        Encoded fit = fit(Missing.DROP, Roles.target("y").withDrop(List.of("w")));
        assertArrayEquals(new int[] {0, 3}, fit.rows());
        assertEquals(3, fit.dropped());
        assertEquals(Map.of("x", 2, "g", 2), fit.missing());
        assertEquals(List.of("dropped 3 of 5 rows for missing values: x in 2, g in 2"), fit.notes());
        assertArrayEquals(new double[][] {{1, 1}, {8, 0}}, dense(fit.examples()));
    }

    @Test
    void levelsOnlyOfDroppedRowsGetNoFeature() {
        Table table = table(numbers("y", 0, 1, 0), numbers("x", 1, 2, NONE), texts("g", "b", "c", "a"));
        assertEquals(
                List.of("x", "g=c"),
                Encoder.fit(table, Roles.target("y")).encoder().features());
    }

    @Test
    void refusesIfAskedTo() {
        String message = assertThrows(InputException.class, () -> fit(Missing.ERROR, Roles.target("y")))
                .getMessage();
        assertEquals(
                "t.csv: missing values: x in 2, g in 2; expected none with --missing error, else choose drop, mean or indicator",
                message);
    }

    @Test
    void columnsLeftOutOrWithARoleNeverDropARow() {
        Roles roles = Roles.target("y").withDrop(List.of("x", "g"));
        assertEquals(0, fit(Missing.DROP, roles).dropped());
        assertEquals(0, fit(Missing.ERROR, roles).dropped());
    }

    @Test
    void fillsInTheMeanOrTheMostFrequentLevel() {
        Encoded fit = fit(Missing.MEAN, Roles.target("y").withDrop(List.of("w")));
        assertArrayEquals(new double[][] {{1, 1}, {4, 1}, {3, 1}, {8, 0}, {4, 1}}, dense(fit.examples()));
        assertEquals(List.of("x", "g=b"), fit.encoder().features());
        Encoded weighted = fit(Missing.MEAN, Roles.target("y").withWeights("w"));
        assertArrayEquals(new double[] {5, 1}, dense(weighted.examples())[1]);
        assertEquals(List.of(), weighted.notes());
    }

    @Test
    void indicatesWhatWasFilledIn() {
        Encoded fit = fit(Missing.INDICATOR, Roles.target("y").withDrop(List.of("w")));
        assertEquals(
                List.of("x", "x=missing", "g=b", "g=missing"), fit.encoder().features());
        assertArrayEquals(
                new double[][] {{1, 0, 1, 0}, {4, 1, 1, 0}, {3, 0, 0, 1}, {8, 0, 0, 0}, {4, 1, 0, 1}},
                dense(fit.examples()));
    }

    @Test
    void nothingMissingMeansNothingIndicated() {
        Table table = table(numbers("y", 0, 1), numbers("x", 1, 2), texts("g", "a", "b"));
        Encoder encoder = Encoder.fit(table, Roles.target("y").withMissing(Missing.INDICATOR))
                .encoder();
        assertEquals(List.of("x", "g=b"), encoder.features());
        Encoding later = encoder.encode(table(numbers("x", NONE, 2), texts("g", "a", null)));
        assertArrayEquals(new boolean[] {true, false}, later.usable());
        assertEquals(1.5, dense(later.examples())[0][0]);
    }

    @Test
    void columnsEmptyInTheRowsThatCountAreLeftOut() {
        Table table = table(
                numbers("y", 0, 1, NONE),
                numbers("x", NONE, NONE, 1),
                texts("g", null, null, "a"),
                numbers("z", 1, 2, 3));
        Encoded fit = Encoder.fit(table, Roles.target("y").withMissing(Missing.MEAN));
        assertEquals(List.of("z"), fit.encoder().features());
        assertEquals(
                List.of(
                        "dropped 1 of 3 rows for missing values: y in 1",
                        "left out x: no value in 2 rows",
                        "left out g: no value in 2 rows"),
                fit.notes());
        String message = assertThrows(InputException.class, () -> Encoder.fit(table, Roles.target("y")))
                .getMessage();
        assertEquals(
                "t.csv: none of 3 rows has all its values: missing are y in 1, x in 2, g in 2; leave columns out with --drop, or fill"
                        + " them with --missing mean",
                message);
    }

    @Test
    void theMeanOfLargeNumbersIsFinite() {
        Table table = table(numbers("y", 0, 1, 0), numbers("x", 1.5e308, NONE, 1.7e308));
        Encoded fit = Encoder.fit(table, Roles.target("y").withMissing(Missing.MEAN));
        assertEquals(1.6e308, dense(fit.examples())[1][0], 1e293);
    }

    @Test
    void oneClassLeftByTheDropsIsRefused() {
        Table table = table(numbers("y", 0, 1), numbers("x", 1, NONE));
        String message = assertThrows(InputException.class, () -> Encoder.fit(table, Roles.target("y")))
                .getMessage();
        assertEquals(
                "t.csv: target y: of 1 row 0 are 1 and 1 are 0; expected some of both; found one value: 0 (1 row)",
                message);
    }

    private static Encoded fit(Missing missing, Roles roles) {
        return Encoder.fit(TABLE, roles.withMissing(missing));
    }
}
