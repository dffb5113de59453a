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
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Clusters and sampling weights, from roles to units. */
class SamplingTest {
    private static final double NONE = Double.NaN;
    private static final Table TABLE = table(
            numbers("y", 0, 1, 0, 1, 0),
            numbers("x", 1, 5, 3, 8, 2),
            texts("g", "b", "b", null, "a", "c"),
            numbers("h", 7, -0.0, 0, 7, NONE),
            numbers("w", 1, 2.5, 1, 2, 0));

    private static Encoded fit(UnaryOperator<Roles> roles) {
        return Encoder.fit(TABLE, roles.apply(Roles.target("y").withOnly(List.of("x", "g", "h"))));
    }

    @Test
    void clustersAreNumberedAsTheyCome() {
        Encoded texts = fit(r -> r.withCluster("g").withOnly(List.of("x")));
        assertArrayEquals(new int[] {0, 0, 1, 2}, texts.units().clusters());
        assertEquals(3, texts.units().count());
        assertEquals(Units.Kind.CLUSTERS, texts.units().kind());
        assertEquals(List.of("dropped 1 of 5 rows for missing values: g in 1"), texts.notes());
        Encoded numbers = fit(r -> r.withCluster("h").withOnly(List.of("x")));
        assertArrayEquals(new int[] {0, 1, 1, 0}, numbers.units().clusters());
        assertEquals(2, numbers.units().count());
    }

    @Test
    void aClusterIsNoFeatureAndMustBeThereWhateverMissingDoes() {
        Encoded fit = fit(r -> r.withCluster("g").withMissing(Missing.MEAN));
        assertEquals(List.of("x", "h"), fit.encoder().features());
        assertEquals(1, fit.dropped());
        String message = assertThrows(
                        InputException.class,
                        () -> fit(r -> r.withCluster("g").withOnly(List.of("x")).withMissing(Missing.ERROR)))
                .getMessage();
        assertTrue(message.contains("missing values: g in 1"), message);
    }

    @Test
    void samplingWeightsWeighButAreNoFrequencies() {
        Encoded sampled = fit(r -> r.withSamplingWeights("w").withOnly(List.of("x")));
        assertEquals(6.5, sampled.response().weight());
        assertEquals(4, sampled.examples().count());
        assertTrue(sampled.units().sampled());
        assertEquals(Units.Kind.ROWS, sampled.units().kind());
        assertEquals(1, sampled.units().repeats(1, 2.5));
        assertEquals(0, sampled.units().repeats(1, 0));
        Encoded counted = fit(r -> r.withWeights("w").withOnly(List.of("x")));
        assertEquals(Units.Kind.REPLICATES, counted.units().kind());
        assertEquals(2.5, counted.units().repeats(1, 2.5));
    }

    @Test
    void rolesThatExcludeOneAnotherAreRefused() {
        Roles y = Roles.target("y");
        List<UnaryOperator<Roles>> all = List.of(
                r -> r.withWeights("w").withSamplingWeights("v"),
                r -> r.withSamplingWeights("w").withWeights("v"),
                r -> r.withSamplingWeights("w").withWeights("w"),
                r -> r.withSamplingWeights("w").withOffset("w"),
                r -> r.withCluster("w").withWeights("w"),
                r -> r.withCluster("w").withOffset("w"),
                r -> r.withCluster("w").withDrop(List.of("w")));
        for (UnaryOperator<Roles> roles : all) {
            assertThrows(InputException.class, () -> roles.apply(y));
        }
        assertThrows(InputException.class, () -> fit(r -> r.withCluster("y")));
        assertThrows(InputException.class, () -> fit(r -> r.withCluster("nothing")));
    }

    @Test
    void noneOfAKindLeavesTheOther() {
        Roles sampled = Roles.target("y").withSamplingWeights("w");
        assertEquals(sampled, sampled.withWeights(null));
        assertEquals(Roles.target("y"), sampled.withSamplingWeights(null));
        Roles counted = Roles.target("y").withWeights("w");
        assertEquals(counted, counted.withSamplingWeights(null));
        assertNull(counted.withWeights(null).weights());
    }
}
