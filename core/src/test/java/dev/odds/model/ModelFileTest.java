package dev.odds.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.NumericTerm;
import dev.odds.design.TableEncoder;
import dev.odds.table.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    @TempDir
    private Path folder;

    @Test
    void anyModelComesBackBitForBit() {
        long seed = 20261124;
        Random random = new Random(seed);
        Path file = folder.resolve("m.odds.json");
        for (int k = 0; k < 300; k++) {
            String where = "seed " + seed + ", model " + k;
            Model model = Models.random(random);
            ModelFile.write(model, file);
            Model back = ModelFile.read(file);
            assertArrayEquals(model.coefficients().theta(), back.coefficients().theta(), where);
            assertArrayEquals(model.coefficients().bias(), back.coefficients().bias(), where);
            assertArrayEquals(model.facts().standardErrors(), back.facts().standardErrors(), where);
            assertEquals(model.encoder(), back.encoder(), where);
            assertEquals(model.labelling(), back.labelling(), where);
            assertEquals(model.weights(), back.weights(), where);
            assertEquals(model.facts().version(), back.facts().version(), where);
            assertEquals(model.facts().sample(), back.facts().sample(), where);
            assertEquals(model.facts().penalty(), back.facts().penalty(), where);
            assertEquals(model.facts().run(), back.facts().run(), where);
            assertEquals(model.facts().separation(), back.facts().separation(), where);
            assertEquals(model.facts().aliased(), back.facts().aliased(), where);
            assertSame(model.facts().covariance(), back.facts().covariance(), where);
            assertEquals(model.facts().path() == null, back.facts().path() == null, where);
            assertArrayEquals(ModelWriter.bytes(model), ModelWriter.bytes(back), where);
        }
    }

    private static void assertSame(Facts.Covariance expected, Facts.Covariance found, String where) {
        assertEquals(expected == null, found == null, where);
        if (expected != null) {
            assertEquals(expected.name(), found.name(), where);
            assertArrayEquals(expected.variables(), found.variables(), where);
            assertArrayEquals(expected.center(), found.center(), where);
            assertArrayEquals(expected.packed(), found.packed(), where);
        }
    }

    @Test
    void isWrittenForPeopleToo() throws IOException {
        Path file = folder.resolve("m.odds.json");
        ModelFile.write(Models.small(), file);
        String text = Files.readString(file);
        assertTrue(
                text.startsWith("{\n  \"format\": \"odds-model\",\n  \"formatVersion\": 1,\n  \"checksum\": \"sha256:"),
                text);
        assertTrue(text.contains("\n    {\"name\": \"g=b\", \"estimate\": -2.0},\n"), text);
        assertTrue(text.contains("\"levels\": [\"a\", \"b\", \"c\"], \"reference\": \"a\", \"fill\": \"b\"}\n"), text);
        assertTrue(text.endsWith("\n}\n"), text);
    }

    @Test
    void aFileOfTheFirstVersionStaysReadable() throws IOException {
        byte[] kept =
                ModelFileTest.class.getResourceAsStream("/model/version-1.json").readAllBytes();
        Model model = ModelReader.read(kept, "version-1.json");
        assertEquals(2.5, model.logit(new double[] {5, 0, 1}), 1e-15);
        assertArrayEquals(kept, ModelWriter.bytes(Models.small()));
    }

    @Test
    void replacesAModelButNothingElse() throws IOException {
        Path file = folder.resolve("m.odds.json");
        ModelFile.write(Models.small(), file);
        ModelFile.write(Models.small(), file);
        Files.writeString(file, "precious");
        String message = assertThrows(InputException.class, () -> ModelFile.write(Models.small(), file))
                .getMessage();
        assertTrue(message.contains("is no model of Odds, which is not replaced"), message);
        assertEquals("precious", Files.readString(file));
        assertThrows(InputException.class, () -> ModelFile.write(Models.small(), folder));
        assertEquals(List.of("m.odds.json"), names());
    }

    @Test
    void aLinkStaysOne() throws IOException {
        Path file = folder.resolve("m.odds.json");
        ModelFile.write(Models.small(), file);
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        ModelFile.write(Models.of(Models.small().encoder(), new double[] {9, 9, 9}, new double[0], null), link);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(9, ModelFile.read(file).coefficients().theta()[0]);
    }

    @Test
    void aFailureLeavesNothingBehind() throws IOException {
        Model small = Models.small();
        Facts facts = small.facts();
        Facts.Sample unweighed = new Facts.Sample("t.csv", 1, 0, Double.NaN);
        Model broken = new Model(
                small.encoder(),
                small.labelling(),
                null,
                small.coefficients(),
                List.of(),
                new Facts("0.1.0", unweighed, facts.penalty(), facts.run(), facts.separation(), List.of(), null, null));
        String message = assertThrows(InputException.class, () -> ModelFile.write(broken, folder.resolve("m")))
                .getMessage();
        assertTrue(message.contains("weight of the model is not a number"), message);
        assertThrows(InputException.class, () -> ModelFile.write(Models.small(), folder.resolve("no/m")));
        Model surrogate = Models.of(
                new TableEncoder(List.of(new NumericTerm("\ud800", Double.NaN, false)), null),
                new double[1],
                new double[0],
                null);
        assertThrows(InputException.class, () -> ModelFile.write(surrogate, folder.resolve("m")));
        assertEquals(List.of(), names());
    }

    @Test
    void whatIsNotThereOrNoFileIsTold() {
        assertTrue(assertThrows(InputException.class, () -> ModelFile.read(folder.resolve("m")))
                .getMessage()
                .contains("no such file"));
        assertTrue(assertThrows(InputException.class, () -> ModelFile.read(folder))
                .getMessage()
                .contains("found a folder"));
    }

    @Test
    void theChecksumIsWhatItIsSaidToBe() throws Exception {
        byte[] bytes = ModelWriter.bytes(Models.small());
        String text = new String(bytes, StandardCharsets.UTF_8);
        int at = text.indexOf("sha256:") + 7;
        String blank = text.substring(0, at) + "0".repeat(64) + text.substring(at + 64);
        byte[] digest =
                java.security.MessageDigest.getInstance("SHA-256").digest(blank.getBytes(StandardCharsets.UTF_8));
        assertEquals(java.util.HexFormat.of().formatHex(digest), text.substring(at, at + 64));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
