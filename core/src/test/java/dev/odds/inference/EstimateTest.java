package dev.odds.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {

    /**
     * The summary that UCLA prints, from the estimates and errors of R with more digits. The bounds differ by 1e-7 as glm
     * stopped, by default, before its standard errors stood still.
     */
    @Test
    void agreesWithThePublishedSummary() {
        Reference published = Reference.load("admit-published");
        Reference computed = Reference.load("admit");
        List<Estimate> table = Wald.table(
                computed.names(), computed.estimates(), computed.standardErrors(), new boolean[6], Wald.DEFAULT_LEVEL);
        for (int j = 0; j < table.size(); j++) {
            Estimate e = table.get(j);
            assertEquals(published.names().get(j), e.name());
            assertEquals(published.array("z")[j], e.z(), 5e-4);
            assertEquals(published.array("p")[j], e.p(), 5e-7);
            assertEquals(published.array("oddsRatio")[j], e.oddsRatio(), 5e-8);
            assertEquals(published.array("waldLower")[j], e.estimateLower(), 1e-7);
            assertEquals(published.array("waldUpper")[j], e.estimateUpper(), 1e-7);
            assertEquals(Math.exp(published.array("waldLower")[j]), e.lower(), 1e-7 * e.lower());
            assertEquals(Math.exp(published.array("waldUpper")[j]), e.upper(), 1e-7 * e.upper());
        }
    }

    @Test
    void agreesWithStata() {
        Reference stata = Reference.load("spector-stata");
        for (String name : stata.names()) {
            int j = stata.names().indexOf(name);
            Estimate e = new Estimate(name, stata.estimate(name), stata.standardError(name), 0.95, false);
            assertEquals(stata.array("z")[j], e.z(), 1e-9);
            assertEquals(stata.array("p")[j], e.p(), 1e-9);
            assertEquals(stata.array("waldLower")[j], e.estimateLower(), 5e-6);
            assertEquals(stata.array("waldUpper")[j], e.estimateUpper(), 5e-6);
        }
    }

    /** erfc(z / sqrt 2) in 40 digits by mpmath 1.3.0. */
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1.96, 0.049995790296440872426",
        "5, 5.7330314375838782335e-7",
        "10, 1.5239706048321052132e-23",
        "20, 5.5072482372124673902e-89",
        "37, 1.1451142445049153645e-299"
    })
    void tailsKeepTheirDigits(double z, double p) {
        assertEquals(p, new Estimate("x", z, 1, 0.95, false).p(), 1e-13 * p);
        assertEquals(p, new Estimate("x", -z, 1, 0.95, false).p(), 1e-13 * p);
    }

    @Test
    void smallestTailsDoNotVanishEarly() {
        double p = new Estimate("x", 38.4, 1, 0.95, false).p();
        assertEquals(1.3203199708653536e-322, p, 2 * Double.MIN_VALUE);
        assertEquals(0, new Estimate("x", 1e6, 1e-6, 0.95, false).p());
    }

    /** sqrt 2 erfinv(level) in 40 digits by mpmath 1.3.0. */
    @ParameterizedTest
    @CsvSource({"0.9, 1.6448536269514727149", "0.95, 1.9599639845400542355", "0.99, 2.575829303548900761"})
    void quantileOfTheLevel(double level, double quantile) {
        Estimate e = new Estimate("x", 3, 2, level, false);
        assertEquals(3 - 2 * quantile, e.estimateLower(), 4e-15);
        assertEquals(3 + 2 * quantile, e.estimateUpper(), 4e-15);
        assertEquals(Math.exp(3 - 2 * quantile), e.lower(), 1e-13);
    }

    @Test
    void infiniteEstimateHasAnOddsRatioAndNoError() {
        Estimate up = new Estimate("x", Double.POSITIVE_INFINITY, 1e8, 0.95, false);
        assertEquals(Double.POSITIVE_INFINITY, up.oddsRatio());
        assertAbsent(up.standardError(), up.z(), up.p(), up.lower(), up.upper(), up.estimateLower());
        Estimate down = new Estimate("x", Double.NEGATIVE_INFINITY, Double.NaN, 0.95, false);
        assertEquals(0, down.oddsRatio());
        assertAbsent(down.standardError(), down.z(), down.p(), down.lower(), down.upper(), down.estimateUpper());
    }

    @Test
    void absentErrorLeavesTheEstimate() {
        Estimate e = new Estimate("x", 1, Double.NaN, 0.95, false);
        assertEquals(Math.E, e.oddsRatio(), 1e-15);
        assertAbsent(e.z(), e.p(), e.lower(), e.upper(), e.estimateLower(), e.estimateUpper());
    }

    @Test
    void aliasedColumnHasNoNumbers() {
        Estimate e = new Estimate("x", 0, 1, 0.95, true);
        assertTrue(e.aliased());
        assertAbsent(e.estimate(), e.standardError(), e.z(), e.p(), e.oddsRatio(), e.lower(), e.upper());
    }

    @Test
    void badArgumentsAreRefused() {
        for (double level : new double[] {0, 1, -1, 95, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> new Estimate("x", 1, 1, level, false));
        }
        assertThrows(IllegalArgumentException.class, () -> new Estimate("x", 1, -1, 0.95, false));
        List<String> names = List.of("a", "b");
        double[] two = {1, 2};
        boolean[] flags = new boolean[2];
        double[] one = {1};
        assertThrows(IllegalArgumentException.class, () -> Wald.table(names, one, two, flags, 0.95));
        assertThrows(IllegalArgumentException.class, () -> Wald.table(names, two, one, flags, 0.95));
        assertThrows(IllegalArgumentException.class, () -> Wald.table(names, two, two, new boolean[1], 0.95));
    }

    private static void assertAbsent(double... values) {
        for (double value : values) {
            assertTrue(Double.isNaN(value), "found " + value);
        }
    }
}
