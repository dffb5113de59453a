package dev.odds.design;

import static dev.odds.design.Tables.dense;
import static dev.odds.design.Tables.numbers;
import static dev.odds.design.Tables.table;
import static dev.odds.design.Tables.texts;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.table.Column;
import dev.odds.table.InputException;
import dev.odds.table.Table;
import dev.odds.table.TextColumn;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EncoderTest {
    private static final double NONE = Double.NaN;
    private static final Table BIRTHS = table(
            numbers("low", 0, 1, 0, 1),
            numbers("age", 19, 33, 20, 21),
            texts("race", "white", "black", "other", "black"));

    @Test
    void aNumberIsOneFeatureAndALevelIsOneButForTheFirst() {
        Encoded fit = fit(BIRTHS, r -> r);
        assertEquals(List.of("age", "race=other", "race=white"), fit.encoder().features());
        assertArrayEquals(new double[][] {{19, 0, 1}, {33, 0, 0}, {20, 1, 0}, {21, 0, 0}}, dense(fit.examples()));
        assertArrayEquals(new double[] {0, 1, 0, 1}, fit.response().success());
        assertNull(fit.rows());
        assertEquals(0, fit.dropped());
        assertEquals(List.of(), fit.notes());
    }

    @Test
    void twoCoefficientsOfOneNameAreRefused() {
        Table twice = table(numbers("y", 0, 1, 0, 1), numbers("a=b", 1, 2, 3, 5), texts("a", "a", "b", "b", "a"));
        assertTrue(refused(twice, r -> Roles.target("y")).contains("two coefficients would be called a=b"));
        Table bias = table(numbers("y", 0, 1, 0, 1), numbers("(bias)", 1, 2, 3, 5));
        assertTrue(refused(bias, r -> Roles.target("y")).contains("two coefficients would be called (bias)"));
    }

    @Test
    void theReferenceMayBeGiven() {
        Encoded fit = fit(BIRTHS, r -> r.withReferences(Map.of("race", "white")));
        assertEquals(List.of("age", "race=black", "race=other"), fit.encoder().features());
        assertEquals(
                "t.csv: --reference race=green: no row has that level, expected one of black, other, white",
                refused(BIRTHS, r -> r.withReferences(Map.of("race", "green"))));
        assertTrue(refused(BIRTHS, r -> r.withReferences(Map.of("age", "19"))).contains("--categorical age"));
    }

    @Test
    void numbersMayBecomeLevelsInNumericOrder() {
        Table table = table(numbers("y", 0, 1, 0), numbers("rank", 10, 9, 10.5));
        Encoded fit = fit(table, "y", r -> r.withCategorical(List.of("rank")));
        assertEquals(List.of("rank=10", "rank=10.5"), fit.encoder().features());
        Encoded other =
                fit(table, "y", r -> r.withCategorical(List.of("rank")).withReferences(Map.of("rank", "10.50")));
        assertEquals(List.of("rank=9", "rank=10"), other.encoder().features());
        Table text = table(numbers("y", 0, 1, 0), texts("rank", "10", "09", "10.50"));
        assertEquals(
                List.of("rank=10", "rank=10.50"),
                fit(text, "y", r -> r).encoder().features());
    }

    @Test
    void textMayHaveToBeNumbers() {
        Table table = table(numbers("y", 0, 1, 0), texts("x", "10", "09", null));
        Encoded fit = fit(table, "y", r -> r.withNumeric(List.of("x")));
        assertArrayEquals(new double[][] {{10}, {9}}, dense(fit.examples()));
        assertEquals(
                "t.csv: column race, row 1: found white, expected a number",
                refused(BIRTHS, r -> r.withNumeric(List.of("race"))));
    }

    @Test
    void aTextOfTooManyValuesIsLeftOutUnlessAskedFor() {
        String[] names = IntStream.range(0, 60).mapToObj(i -> "n" + i).toArray(String[]::new);
        names[59] = null;
        double[] x = IntStream.range(0, 60).mapToDouble(i -> i).toArray();
        double[] y = IntStream.range(0, 60).mapToDouble(i -> i % 2).toArray();
        Table table = table(numbers("low", y), numbers("x", x), texts("Name", names));
        Encoded fit = fit(table, r -> r);
        assertEquals(List.of("x"), fit.encoder().features());
        assertEquals(60, fit.examples().count(), "its missing value drops no row");
        assertEquals(List.of("left out Name: 59 values in 60 rows; keep it with --categorical Name"), fit.notes());
        assertEquals(
                59,
                fit(table, r -> r.withCategorical(List.of("Name")))
                        .encoder()
                        .features()
                        .size());
        assertEquals(List.of(), fit(table, r -> r.withDrop(List.of("Name"))).notes());
    }

    @Test
    void aSlipAmongNumbersIsNamed() {
        String[] ages = IntStream.range(0, 60).mapToObj(i -> "" + i).toArray(String[]::new);
        ages[7] = "7o";
        double[] y = IntStream.range(0, 60).mapToDouble(i -> i % 2).toArray();
        Table table = table(numbers("low", y), numbers("x", y), texts("age", ages));
        assertEquals(
                List.of("left out age: its values are numbers but for 7o; --na 7o takes it for missing"),
                fit(table, r -> r).notes());
        ages[8] = "8o";
        IntStream.range(10, 60).forEach(i -> ages[i] = "" + (i + 10) % 20);
        assertEquals(
                List.of("made levels of age: its values are numbers but for 2 such as 7o;"
                        + " --na 7o,... takes them for missing"),
                fit(table(table.columns().get(0), texts("age", ages)), r -> r).notes());
    }

    @Test
    void decimalCommasAreToldOf() {
        Table table = table(numbers("low", 0, 1, 0), texts("x", "1,5", "2,25", "-3,0"));
        assertEquals(
                List.of("made levels of x: its values, such as -3,0, are no numbers;"
                        + " write decimal points for decimal commas"),
                fit(table, r -> r).notes());
    }

    @Test
    void textThatTheReaderGaveUpIsLeftOut() {
        Column text = new TextColumn("Name", 4, 3, new BitSet());
        Table table = table(BIRTHS.columns().get(0), BIRTHS.columns().get(1), text);
        assertEquals(
                List.of("left out Name: more than 3 values in 4 rows; keep it with --categorical Name"),
                fit(table, r -> r).notes());
        assertTrue(refused(table, r -> r.withCategorical(List.of("Name"))).contains("column Name"));
        assertTrue(refused(table, "Name", r -> r).contains("column Name"));
        assertTrue(refused(table, r -> r.withWeights("Name")).contains("column Name"));
    }

    @Test
    void columnsWithoutOrWithOneValueOfTextAreLeftOut() {
        Table table = table(
                numbers("low", 0, 1),
                numbers("x", 1, 1),
                texts("one", "a", "a"),
                texts("none", null, null),
                numbers("nothing", NONE, NONE));
        Encoded fit = fit(table, r -> r);
        assertEquals(List.of("x"), fit.encoder().features(), "a constant number is kept");
        assertEquals(
                List.of(
                        "left out none: no value in 2 rows",
                        "left out nothing: no value in 2 rows",
                        "left out one: one value, a, in 2 rows"),
                fit.notes());
    }

    @Test
    void rolesAreNoFeaturesAndTheirWeightsAndOffsetsArriveInTheResponse() {
        Table table = table(
                numbers("low", 0, 1, 1), numbers("x", 1, 2, 3), numbers("w", 2, 0.5, 0), numbers("o", -1, 1, NONE));
        Encoded fit = fit(table, r -> r.withWeights("w").withOffset("o"));
        assertEquals(List.of("x"), fit.encoder().features());
        assertArrayEquals(new double[] {0, 0.5}, fit.response().success());
        assertArrayEquals(new double[] {2, 0}, fit.response().failure());
        assertArrayEquals(new double[] {-1, 1}, fit.response().offset());
        assertEquals(List.of("left out 1 row of weight 0"), fit.notes());
        assertEquals(2, fit.read());
    }

    @Test
    void rowsOfWeightZeroAreAbsentFromEveryDecision() {
        Table table = table(
                numbers("low", 0, 1, 5, 1, 0),
                numbers("age", 19, 33, NONE, 21, 20),
                texts("race", "white", "black", "aaa", null, "black"),
                numbers("w", 1, 2, 0, 3, 1));
        for (Missing missing : Missing.values()) {
            UnaryOperator<Roles> roles = r -> r.withWeights("w").withMissing(missing);
            if (missing == Missing.ERROR) {
                assertTrue(refused(table, roles).contains("race in 1"));
                continue;
            }
            Encoded with = fit(table, roles);
            Encoded without = fit(Tables.rows(table, 0, 1, 3, 4), roles);
            assertEquals(without.encoder(), with.encoder());
            assertArrayEquals(dense(without.examples()), dense(with.examples()));
            assertArrayEquals(without.response().success(), with.response().success());
        }
    }

    @Test
    void badWeightsAreRefused() {
        for (double bad : new double[] {-1, NONE, Double.POSITIVE_INFINITY}) {
            Table table = table(numbers("low", 0, 1), numbers("x", 1, 2), numbers("w", 1, bad));
            assertTrue(refused(table, r -> r.withWeights("w")).startsWith("t.csv: column w, row 2: found"));
        }
        assertTrue(refused(BIRTHS, r -> r.withWeights("race")).contains("expected a number"));
        assertTrue(refused(BIRTHS, r -> r.withWeights("low")).contains("target and weights"));
        assertThrows(
                InputException.class, () -> Roles.target("y").withWeights("w").withOffset("w"));
    }

    @Test
    void columnsThatAreNotThereAreRefused() {
        List<UnaryOperator<Roles>> all = List.of(
                r -> r.withWeights("nix"),
                r -> r.withOffset("nix"),
                r -> r.withOnly(List.of("nix")),
                r -> r.withCategorical(List.of("nix")),
                r -> r.withNumeric(List.of("nix")),
                r -> r.withReferences(Map.of("nix", "a")));
        for (UnaryOperator<Roles> roles : all) {
            assertEquals("t.csv: no column nix, expected one of low, age, race", refused(BIRTHS, roles));
        }
        assertEquals(
                2,
                fit(BIRTHS, r -> r.withDrop(List.of("nix", "age"))).examples().features());
        assertThrows(
                InputException.class,
                () -> Roles.target("y").withNumeric(List.of("a")).withCategorical(List.of("a")));
        assertTrue(assertThrows(InputException.class, () -> Encoder.fit(BIRTHS, Roles.labelled()))
                .getMessage()
                .contains("no target given"));
    }

    @Test
    void onlyNamesTheFeatures() {
        assertEquals(
                List.of("age"),
                fit(BIRTHS, r -> r.withOnly(List.of("age"))).encoder().features());
        assertTrue(refused(BIRTHS, r -> r.withDrop(List.of("age", "race"))).contains("no feature is left"));
    }

    static Encoded fit(Table table, UnaryOperator<Roles> roles) {
        return fit(table, "low", roles);
    }

    private static Encoded fit(Table table, String target, UnaryOperator<Roles> roles) {
        return Encoder.fit(table, roles.apply(Roles.target(target)));
    }

    private static String refused(Table table, UnaryOperator<Roles> roles) {
        return refused(table, "low", roles);
    }

    private static String refused(Table table, String target, UnaryOperator<Roles> roles) {
        return assertThrows(InputException.class, () -> fit(table, target, roles))
                .getMessage();
    }
}
