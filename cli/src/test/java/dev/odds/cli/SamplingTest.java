package dev.odds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts, sampling weights and clusters on the command line. */
class SamplingTest {
    @TempDir
    Path folder;

    private Odds odds;

    @BeforeEach
    void write() {
        Random random = new Random(1);
        StringBuilder games = new StringBuilder("points,wins,games,team,share\n");
        for (int i = 0; i < 300; i++) {
            int played = 1 + random.nextInt(9);
            games.append("%d,%d,%d,t%04d,%s\n".formatted(i % 17, random.nextInt(played + 1), played, i / 2, 1 + i % 4));
        }
        odds = Odds.in(folder).file("games.csv", games.toString()).file("new.csv", "points\n3\n16\n");
    }

    @Test
    void countsAreFittedPredictedAndEvaluated() {
        String text = odds.run("fit", "games.csv", "--target", "wins / games", "--drop", "team,share", "-o", "m.json")
                .expect(0)
                .out();
        assertTrue(text.startsWith("P(success in wins / games) from 1 feature of 300 examples"), text);
        String csv = odds.run("predict", "m.json", "new.csv").expect(0).silent().out();
        assertTrue(csv.lines().skip(1).allMatch(l -> l.endsWith(",success") || l.endsWith(",failure")), csv);
        JsonDocument json = JsonDocument.of(
                odds.run("evaluate", "m.json", "games.csv", "--json").expect(0).out());
        assertEquals(300, json.number("examples"));
        assertEquals("success", json.value("positive"));
        assertEquals(json.number("weight"), json.number("positives") + json.number("negatives"));
        assertTrue(json.number("weight") > 1000);
        String model = odds.run("inspect", "m.json").expect(0).out();
        assertTrue(model.contains("wins / games"), model);
    }

    @Test
    void clustersOfAnyNumberOfTextsAreNoFeatures() {
        JsonDocument json = JsonDocument.of(odds.run(
                        "fit",
                        "games.csv",
                        "--target",
                        "wins / games",
                        "--cluster",
                        "team",
                        "--sampling-weights",
                        "share",
                        "--no-model",
                        "--json")
                .expect(0)
                .silent()
                .out());
        assertEquals(1, json.number("features"));
        JsonDocument only = JsonDocument.of(odds.run(
                        "fit",
                        "games.csv",
                        "--target",
                        "wins / games",
                        "--cluster",
                        "team",
                        "--only",
                        "points",
                        "--no-model",
                        "--json")
                .expect(0)
                .silent()
                .out());
        assertEquals(1, only.number("features"));
    }

    @Test
    void whatDoesNotGoTogetherIsOneSentence() {
        String[] fit = {"fit", "games.csv", "--target", "wins / games", "--no-model"};
        run(fit, "--weights", "share", "--sampling-weights", "points")
                .says("weights share and sampling weights points");
        run(fit, "--cluster", "games").says("target and cluster");
        run(fit, "--cluster", "crew").says("no column crew");
        run(fit, "--positive", "1").says("the counts say what is positive");
        odds.run("fit", "games.csv", "--target", "wins / gaems").expect(2).says("no column gaems");
        odds.run("fit", "games.csv", "--target", "games / wins").expect(2).says("successes of");
        odds.run("gradient", "games.csv", "--target", "wins / games", "--only", "points", "--theta=1")
                .expect(2)
                .says("found counts, expected a label a row");
    }

    private Odds.Result run(String[] command, String... more) {
        String[] all = Stream.of(command, more).flatMap(Arrays::stream).toArray(String[]::new);
        return odds.run(all).expect(2);
    }
}
