package dev.odds.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.table.InputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelPathTest {
    private static final byte[] GOOD = ModelWriter.bytes(Models.withPath());
    private static final String TEXT = new String(GOOD, StandardCharsets.UTF_8);

    @Test
    void aPathComesBackWithItsCurves() {
        ModelPath path = Models.withPath().path();
        ModelPath back = ModelReader.read(GOOD, "m.json").path();
        assertEquals(path.chosen(), back.chosen());
        assertEquals(path.rule(), back.rule());
        assertEquals(path.gamma(), back.gamma());
        for (int k = 0; k < path.points().size(); k++) {
            ModelPath.Point point = path.points().get(k);
            ModelPath.Point other = back.points().get(k);
            assertEquals(point.lambda(), other.lambda());
            assertEquals(point.run(), other.run());
            assertArrayEquals(point.bias(), other.bias());
            assertArrayEquals(point.features(), other.features());
            assertArrayEquals(point.values(), other.values());
        }
        ModelPath.Validation found = back.validated();
        assertEquals(-7, found.seed());
        assertEquals(List.of(2, 1, 0), List.of(found.folds(), found.min(), found.oneStandardError()));
        assertArrayEquals(
                path.validated().curves().get(0).mean(), found.curves().get(0).mean());
    }

    @Test
    void aModelAtAPointHasItsCoefficientsAndFacts() {
        Model model = Models.withPath();
        Model there = model.at(2);
        assertArrayEquals(new double[] {0.5, 0, 4}, there.coefficients().theta());
        assertArrayEquals(new double[] {-2}, there.coefficients().bias());
        assertEquals(0.025, there.facts().penalty().lambda());
        assertEquals(
                Models.withPath().facts().penalty().factors(),
                there.facts().penalty().factors());
        assertEquals("proximal-newton", there.facts().run().solver());
        assertEquals(model.path(), there.path());
        assertEquals(2, there.logit(new double[] {0, 1, 1}));
        assertEquals(0.2, there.path().points().get(2).explained(), 1e-15);
    }

    @Test
    void thePointNearestToALambdaIsSoOnALogarithmicScale() {
        ModelPath path = Models.withPath().path();
        assertEquals(0, path.nearest(1e300));
        assertEquals(0, path.nearest(0.4));
        assertEquals(0, path.nearest(0.21));
        assertEquals(1, path.nearest(0.19));
        assertEquals(2, path.nearest(0.049));
        assertEquals(2, path.nearest(Double.MIN_VALUE));
    }

    @Test
    void withoutAPathOrFoldsThereIsNothingToChooseFrom() {
        assertThrows(InputException.class, () -> Models.small().at(0));
        ModelPath path = Models.withPath().path();
        ModelPath unvalidated = new ModelPath(path.points(), 0, "last", 1, null);
        assertThrows(InputException.class, unvalidated::validated);
        Model model = Models.withPath().with(unvalidated);
        assertEquals(
                null,
                ModelReader.read(ModelWriter.bytes(model), "m.json").path().validation());
    }

    @Test
    void everyFlippedBitUnderARightChecksumIsRefusedOrAModel() {
        int models = 0;
        for (int at = TEXT.indexOf("\"penalty\""); at < GOOD.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] bytes = GOOD.clone();
                bytes[at] ^= (byte) (1 << bit);
                models += refusedOrModel(HostileModelFileTest.resealed(bytes));
            }
        }
        assertTrue(models > 100, "digits may change: " + models);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "lambda": 0.4,                 | "lambda": 0.05,                | do not fall
            "lambda": 0.025,               | "lambda": 0.0,                 | do not fall
            "lambda": 0.025,               | "lambda": -1.0,                | do not fall
            "lambda": 0.4,                 | "lambda": "Infinity",          | do not fall
            "features": [0, 2]             | "features": [2, 0]             | increasing
            "features": [0, 2]             | "features": [0, 3]             | below 3
            "features": [0, 2]             | "features": [0, 0]             | increasing
            "features": [0, 2]             | "features": [0]                | 1 features and 2 values
            "features": [0, 2]             | "features": [-1, 2]            | from 0 to
            "values": [0.5, 4.0]           | "values": [0.5, "Infinity"]    | not finite
            "bias": [-2.0]                 | "bias": []                     | another bias
            "bias": [-2.0]                 | "bias": ["-Infinity"]          | not finite
            "point": 1                     | "point": 3                     | behind the end
            "gamma": 1.0                   | "gamma": 1.5                   | from 0 to 1
            "gamma": 1.0                   | "gamma": "Infinity"            | from 0 to 1
            "min": 1                       | "min": 3                       | behind the end
            "oneStandardError": 0          | "oneStandardError": -1         | from 0 to
            "mean": [1.25, 1.125, 1.1875]  | "mean": [1.25, 1.125]          | 2 means and 3 errors
            "seed": -7                     | "seed": 7.5                    | whole number
            "seed": -7                     | "seed": 99999999999999999999   | whole number
            {"name": "g", "value": 2.0}    | {"name": "g", "value": -2.0}   | among factors
            {"name": "g", "value": 2.0}    | {"name": "h", "value": 2.0}    | columns or features
            {"name": "g", "value": 2.0}    | {"name": "g", "value": 2.0}, {"name": "g", "value": 2.0} | twice
            {"name": "x", "value": 0.0}    | {"name": "x", "value": 0.5}    | among lower
            {"name": "g=b", "value": 0.25} | {"name": "g=b", "value": -1.0} | among upper
            """)
    void aBrokenPathIsRefusedInASentence(String part, String instead, String words) {
        assertTrue(TEXT.contains(part), part);
        byte[] bytes = HostileModelFileTest.resealed(TEXT.replace(part, instead).getBytes(StandardCharsets.UTF_8));
        String message = assertThrows(InputException.class, () -> ModelReader.read(bytes, "m.json"))
                .getMessage();
        assertTrue(message.startsWith("m.json:") && message.contains(words), message);
    }

    private static int refusedOrModel(byte[] bytes) {
        try {
            Model model = ModelReader.read(bytes, "m.json");
            return model.at(model.path().chosen()).names().size() == 4 ? 1 : 0;
        } catch (InputException refused) {
            return 0;
        }
    }
}
