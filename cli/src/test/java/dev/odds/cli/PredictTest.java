package dev.odds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictTest {
    private static final String BIRTHWT = Odds.example("birthwt.csv");
    private static final String HEAD = "age,lwt,race,smoke,ptl,ht,ui,ftv\n";
    private static final String GOOD = "20,120,white,1,0,0,0,1\n";
    private static final String MISSING = "20,,white,1,0,0,0,1\n";
    private static final String UNKNOWN = "20,120,purple,1,0,0,0,1\n";

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
    void probabilitiesAreTheFittedOnes() {
        double[] fitted = Published.of("birthwt").numbers("fitted");
        List<String> lines = Odds.in(folder)
                .run("predict", model, BIRTHWT)
                .expect(0)
                .silent()
                .out()
                .lines()
                .toList();
        assertEquals("probability,label", lines.get(0));
        assertEquals(fitted.length + 1, lines.size());
        for (int i = 0; i < fitted.length; i++) {
            String[] fields = lines.get(i + 1).split(",");
            assertEquals(fitted[i], Double.parseDouble(fields[0]), 1e-8);
            assertEquals(fitted[i] >= 0.5 ? "1" : "0", fields[1]);
        }
    }

    @Test
    void intervalsAreRs() {
        Published r = Published.of("effects-birthwt");
        List<String> lines = Odds.in(folder)
                .run("predict", model, BIRTHWT, "--interval")
                .expect(0)
                .silent()
                .out()
                .lines()
                .toList();
        assertEquals("probability,label,lower,upper", lines.get(0));
        for (int i = 1; i < lines.size(); i++) {
            String[] fields = lines.get(i).split(",");
            assertEquals(r.numbers("lower")[i - 1], Double.parseDouble(fields[2]), 1e-9);
            assertEquals(r.numbers("upper")[i - 1], Double.parseDouble(fields[3]), 1e-9);
        }
    }

    @Test
    void aLevelWidensTheIntervalAndRowsWithoutOneAreEmpty() {
        Odds odds = Odds.in(folder).file("d.csv", HEAD + GOOD + MISSING);
        double last = 0;
        for (String level : List.of("0.5", "0.95", "0.999")) {
            List<String> lines = odds.run("predict", model, "d.csv", "--interval", "--level", level, "--quiet")
                    .expect(0)
                    .out()
                    .lines()
                    .toList();
            String[] fields = lines.get(1).split(",");
            double width = Double.parseDouble(fields[3]) - Double.parseDouble(fields[2]);
            assertTrue(width > last);
            last = width;
            assertEquals(",,,", lines.get(2));
        }
        odds.run("predict", model, "d.csv", "--level", "0.9").expect(2).says("--level without --interval");
        odds.run("predict", model, "d.csv", "--interval", "--level", "1")
                .expect(2)
                .says("--level is 1");
        odds.run("fit", BIRTHWT, "--target", "low", "--lambda", "0.1", "-o", "r.json")
                .expect(0);
        odds.run("predict", "r.json", "d.csv", "--interval").expect(2).says("r.json: found no covariance");
    }

    @Test
    void rowsThatCannotBePredictedAreEmptyAndCounted() {
        Odds odds = Odds.in(folder).file("d.csv", HEAD + GOOD + MISSING + UNKNOWN + UNKNOWN);
        Odds.Result result = odds.run("predict", model, "d.csv").expect(0);
        List<String> lines = result.out().lines().toList();
        assertTrue(lines.get(1).startsWith("0.27"), lines.get(1));
        assertEquals(List.of(",", ",", ","), lines.subList(2, 5));
        result.says("3 of 4 rows", "lwt 1 missing", "race 2 of a level never seen in fitting, such as purple");
        odds.run("predict", model, "d.csv", "--quiet").expect(0).silent();
    }

    @Test
    void aSeparatedModelIsCertainOfItsRows() {
        Odds odds = Odds.in(folder).file("s.csv", "x,y\n1,0\n2,0\n3,1\n4,1\n5,1\n6,1\n");
        odds.run("fit", "s.csv", "--target", "y").expect(0).says("completely separated by x");
        Odds.Result result = odds.run("predict", "s.odds.json", "s.csv").expect(0);
        List<String> labels = result.out()
                .lines()
                .skip(1)
                .map(line -> line.substring(line.indexOf(',') + 1))
                .toList();
        assertEquals(List.of("0", "0", "1", "1", "1", "1"), labels);
    }

    @Test
    void doesNotReplaceWhatItReads() {
        Odds odds = Odds.in(folder).file("d.csv", HEAD + GOOD);
        odds.run("predict", model, "d.csv", "-o", "./d.csv").expect(2).says("d.csv", "another name");
        odds.run("predict", model, "d.csv", "-o", model).expect(2).says("another name");
        assertEquals(HEAD + GOOD, odds.read("d.csv"));
    }

    @Test
    void strictRefusesThemAndWritesNothing() {
        Odds odds = Odds.in(folder).file("d.csv", HEAD + GOOD + UNKNOWN);
        assertEquals(
                "", odds.run("predict", model, "d.csv", "--strict").expect(2).out());
        odds.run("predict", model, "d.csv", "--strict", "-o", "p.csv").expect(2).says("purple");
        assertEquals(List.of("d.csv"), odds.files());
        odds.file("g.csv", HEAD + GOOD);
        assertEquals(
                2,
                odds.run("predict", model, "g.csv", "--strict")
                        .expect(0)
                        .out()
                        .lines()
                        .count());
    }

    @Test
    void keepWritesTheInputAsItWas() {
        Odds odds = Odds.in(folder).file("d.csv", "note," + HEAD + "\"a, \"\"b\"\"\"," + GOOD + "007," + MISSING);
        List<String> lines = odds.run("predict", model, "d.csv", "--keep")
                .expect(0)
                .out()
                .lines()
                .toList();
        assertEquals("note," + HEAD.strip() + ",probability,label", lines.get(0));
        assertTrue(lines.get(1).startsWith("\"a, \"\"b\"\"\",20,120,white,1,0,0,0,1,0."), lines.get(1));
        assertEquals("007,20,,white,1,0,0,0,1,,", lines.get(2));
    }

    @Test
    void thresholdMovesTheLabel() {
        Odds odds = Odds.in(folder).file("d.csv", HEAD + GOOD);
        assertTrue(odds.run("predict", model, "d.csv", "--threshold", "0.01")
                .expect(0)
                .out()
                .endsWith(",1\n"));
        assertTrue(odds.run("predict", model, "d.csv", "--threshold", "0.99")
                .expect(0)
                .out()
                .endsWith(",0\n"));
        odds.run("predict", model, "d.csv", "--threshold", "1.5").expect(2).says("--threshold is 1.5");
    }

    @Test
    void standardInputAndOutputAndFilesAgree() {
        Odds odds = Odds.in(folder).file("d.csv", HEAD + GOOD);
        String out = odds.run("predict", model, "d.csv").expect(0).out();
        byte[] data = (HEAD + GOOD).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                out, odds.feed(data, "predict", model, "-", "-o", "-").expect(0).out());
        odds.run("predict", model, "d.csv", "-o", "p.csv").expect(0).silent();
        assertEquals(out, odds.read("p.csv"));
        assertEquals(List.of("d.csv", "p.csv"), odds.files());
    }

    @Test
    void aBadRowLeavesNothingHalfWritten() {
        Odds odds = Odds.in(folder).file("d.csv", HEAD + GOOD.repeat(1000) + "x" + GOOD);
        assertEquals(
                "",
                odds.run("predict", model, "d.csv").expect(2).says("d.csv:1002").out());
        odds.run("predict", model, "d.csv", "-o", "p.csv").expect(2);
        odds.run("predict", model, "absent.csv", "-o", "p.csv").expect(2).says("absent.csv");
        assertEquals(List.of("d.csv"), odds.files());
        odds.file("short.csv", "age,lwt\n1,2\n");
        odds.run("predict", model, "short.csv").expect(2).says("short.csv", "no column");
        odds.run("predict", model, "d.csv", "-o", "no/such/p.csv").expect(2).says("no/such");
    }

    @Test
    void memoryDoesNotGrowWithTheRows() throws Exception {
        Path data = folder.resolve("long.csv");
        Files.writeString(data, HEAD + GOOD.repeat(1_500_000));
        assertTrue(Files.size(data) > 30_000_000);
        Odds.in(folder)
                .with("-Xmx40m")
                .run("predict", model, "long.csv", "-o", "p.csv")
                .expect(0)
                .silent();
        assertEquals(1_500_001, Files.lines(folder.resolve("p.csv")).count());
    }

    @Test
    void aDamagedModelIsRefused() {
        Odds odds = Odds.in(folder).file("d.csv", HEAD + GOOD).file("m.json", "{\"format\":\"odds-model\"");
        odds.run("predict", "m.json", "d.csv").expect(2).says("m.json");
        odds.run("inspect", BIRTHWT).expect(2).says("birthwt.csv");
    }
}
