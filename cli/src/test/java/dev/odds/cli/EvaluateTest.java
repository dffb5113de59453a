package dev.odds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {
    private static final String BIRTHWT = Odds.example("birthwt.csv");

    @TempDir
    Path folder;

    @Test
    void measuresAreThoseOfTheFit() {
        Published glm = Published.of("birthwt");
        Odds odds = Odds.in(folder);
        odds.run("fit", BIRTHWT, "--target", "low", "-o", "m.json").expect(0);
        JsonDocument json = JsonDocument.of(odds.run("evaluate", "m.json", BIRTHWT, "--json")
                .expect(0)
                .silent()
                .out());
        assertEquals(glm.number("scalar.loss"), json.number("logLoss"), 1e-12);
        assertEquals(
                1 - glm.number("scalar.deviance") / glm.number("scalar.nullDeviance"),
                json.number("logLossSkill"),
                1e-12);
        assertEquals(glm.number("scalar.auc"), json.number("auc"), 1e-12);
        assertEquals(glm.number("scalar.brier"), json.number("brier"), 1e-9);
        assertEquals(1, json.number("schema"));
        String text = odds.run("evaluate", "m.json", BIRTHWT).expect(0).silent().out();
        for (String word : new String[] {"log-loss", "0.5325", "AUC", "0.7462", "calibration", "threshold 0.5"}) {
            assertTrue(text.contains(word), word + " in " + text);
        }
    }

    @Test
    void weightsOfTheModelCount() {
        Odds odds = Odds.in(folder);
        String titanic = Odds.example("titanic.csv");
        odds.run("fit", titanic, "--target", "survived", "--weights", "count", "-o", "m.json")
                .expect(0);
        JsonDocument json = JsonDocument.of(
                odds.run("evaluate", "m.json", titanic, "--json").expect(0).out());
        assertEquals(2201, json.number("weight"));
        assertEquals(711, json.number("positives"));
    }

    @Test
    void aTrailingPointIsTheSameLabelSaidAloud() {
        Odds odds = Odds.in(folder)
                .file("train.csv", "x,y\n1,low\n2,high\n3,low\n4,high\n5,high\n")
                .file("test.csv", "x,y\n1,low.\n2,high.\n3,high.\n");
        odds.run("fit", "train.csv", "--target", "y", "-o", "m.json").expect(0);
        String text =
                odds.run("evaluate", "m.json", "test.csv").expect(0).silent().out();
        assertTrue(text.contains("low. ") && text.contains(" for low"), text);
        odds.run("evaluate", "m.json", "test.csv", "--json", "--quiet")
                .expect(0)
                .silent();
        odds.file("other.csv", "x,y\n1,low\n2,medium\n");
        odds.run("evaluate", "m.json", "other.csv").expect(2).says("low", "high");
    }

    @Test
    void rowsWithoutAPredictionAreCounted() {
        Odds odds = Odds.in(folder)
                .file("train.csv", "x,y\n1,0\n2,1\n3,0\n4,1\n5,1\n")
                .file("test.csv", "x,y\n1,0\n,1\n2,\n4,1\n");
        odds.run("fit", "train.csv", "--target", "y", "-o", "m.json").expect(0);
        Odds.Result result =
                odds.run("evaluate", "m.json", "test.csv", "--json").expect(0);
        result.says("2 rows");
        assertEquals(2, JsonDocument.of(result.out()).number("skipped"));
        odds.run("evaluate", "m.json", "test.csv", "--strict").expect(2).says("2 rows");
    }
}
