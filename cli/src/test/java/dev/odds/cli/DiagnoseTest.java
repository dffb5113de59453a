package dev.odds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnoseTest {
    private static final String BIRTHWT = Odds.example("birthwt.csv");
    private static final Published R = Published.of("effects-birthwt");

    @TempDir
    static Path models;

    @TempDir
    Path folder;

    private static String model;

    @BeforeAll
    static void fit() {
        model = models.resolve("m.odds.json").toString();
        Odds.in(models).run("fit", BIRTHWT, "--target", "low", "-o", model).expect(0);
    }

    @Test
    void rowsAreRs() {
        Odds odds = Odds.in(folder);
        odds.run("diagnose", model, BIRTHWT, "-o", "d.csv").expect(0).silent();
        List<String> lines = odds.read("d.csv").lines().toList();
        assertTrue(
                lines.get(0).startsWith("probability,pearson,deviance,leverage,cooks,devianceChange,dfbetas:age,"),
                lines.get(0));
        assertTrue(lines.get(0).endsWith(",dfbetas:(bias)"), lines.get(0));
        assertEquals(190, lines.size());
        for (int i = 0; i < 189; i++) {
            String[] fields = lines.get(i + 1).split(",");
            assertEquals(16, fields.length);
            assertEquals(R.numbers("pearson")[i], Double.parseDouble(fields[1]), 1e-7);
            assertEquals(R.numbers("deviance")[i], Double.parseDouble(fields[2]), 1e-7);
            assertEquals(R.numbers("leverage")[i], Double.parseDouble(fields[3]), 1e-8);
            assertEquals(R.numbers("cooks")[i], Double.parseDouble(fields[4]), 1e-8);
            assertEquals(R.numbers("dfbetasBias")[i], Double.parseDouble(fields[15]), 1e-7);
        }
    }

    @Test
    void theSummaryNamesRowsAndColumns() {
        String text = Odds.in(folder)
                .run("diagnose", model, BIRTHWT)
                .expect(0)
                .silent()
                .out();
        for (String word :
                new String[] {"P(low = 1) of 189 rows", "Cook's distance", "race", "VIF", "condition number 19.8"}) {
            assertTrue(text.contains(word), word + " in " + text);
        }
        JsonDocument json = JsonDocument.of(Odds.in(folder)
                .run("diagnose", model, BIRTHWT, "--json")
                .expect(0)
                .silent()
                .out());
        assertEquals(R.number("scalar.condition"), json.number("conditionNumber"), 1e-6);
        assertEquals(189, json.number("diagnosed"));
        assertEquals(10, json.number("parameters"));
    }

    @Test
    void keepWritesTheInputInFront() {
        Odds odds = Odds.in(folder).file("d.csv", "id,x,y\n\"a,1\",1,0\nb,2,1\nc,,1\nd,4,1\ne,3,0\nf,5,\n");
        odds.run("fit", "d.csv", "--target", "y", "--only", "x", "-o", "s.json").expect(0);
        odds.run("diagnose", "s.json", "d.csv", "--keep", "-o", "k.csv").expect(0);
        List<String> lines = odds.read("k.csv").lines().toList();
        assertTrue(lines.get(0).startsWith("id,x,y,probability,pearson,"), lines.get(0));
        assertTrue(lines.get(1).startsWith("\"a,1\",1,0,0."), lines.get(1));
        assertEquals("c,,1,,,,,,,,", lines.get(3));
        assertTrue(lines.get(6).matches("f,5,,0\\.\\d+,,,,,,,"), lines.get(6));
        assertEquals(7, lines.size());
        odds.feed("x,y\n1,0\n".getBytes(StandardCharsets.UTF_8), "diagnose", "s.json", "-", "--keep", "-o", "n.csv")
                .expect(2)
                .says("standard input", "--keep");
    }

    @Test
    void standardOutputGetsTheRowsAndStandardErrorTheSummary() {
        Odds.Result result =
                Odds.in(folder).run("diagnose", model, BIRTHWT, "-o", "-").expect(0);
        assertEquals(190, result.out().lines().count());
        assertTrue(result.err().contains("condition number"), result.err());
        Odds.in(folder)
                .run("diagnose", model, BIRTHWT, "-o", "-", "--quiet")
                .expect(0)
                .silent();
    }

    @Test
    void wrongUsesAreTold() {
        Odds odds = Odds.in(folder).file("d.csv", "age,low\n1,0\n");
        odds.run("diagnose", model, BIRTHWT, "--dfbetas").expect(2).says("--dfbetas without -o");
        odds.run("diagnose", model, "d.csv").expect(2).says("d.csv", "no column");
        odds.run("diagnose", model, "d.csv", "-o", "d.csv").expect(2).says("another name");
        assertEquals(List.of("d.csv"), odds.files());
    }

    @Test
    void ofAPenalisedModelOnlyResidualsAreTold() {
        Odds odds = Odds.in(folder);
        odds.run("fit", BIRTHWT, "--target", "low", "--lambda", "0.1", "-o", "r.json")
                .expect(0);
        String text = odds.run("diagnose", "r.json", BIRTHWT, "-o", "d.csv")
                .expect(0)
                .silent()
                .out();
        assertTrue(text.contains("penalised") && !text.contains("condition"), text);
        assertTrue(odds.read("d.csv").lines().toList().get(1).endsWith(",".repeat(13)));
    }
}
