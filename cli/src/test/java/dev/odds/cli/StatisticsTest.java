package dev.odds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a fit says beside its coefficients. */
class StatisticsTest {
    private static final String BIRTHWT = Odds.example("birthwt.csv");
    private static final String SEPARATED =
            "x,z,y\n1,1,0\n2,0,0\n3,1,0\n4,0,0\n4,0,1\n4,1,0\n4,1,1\n4,1,1\n5,1,1\n6,0,1\n7,1,1\n";

    @TempDir
    Path folder;

    private JsonDocument json(String... words) {
        List<String> all = new ArrayList<>(List.of("fit"));
        all.addAll(Arrays.asList(words));
        all.addAll(List.of("--json", "--no-model", "--quiet"));
        return JsonDocument.of(
                Odds.in(folder).run(all.toArray(String[]::new)).expect(0).out());
    }

    @Test
    void testsIntervalsAndMeasuresAreRs() {
        Published r = Published.of("birthwt-profile");
        JsonDocument json = json(BIRTHWT, "--target", "low");
        List<JsonDocument> ends = json.objects("profileIntervals");
        for (int j = 0; j < ends.size(); j++) {
            assertEquals(r.words("names")[j], ends.get(j).value("name"));
            assertEquals(r.numbers("lower")[j], ends.get(j).number("estimateLower"), 1e-8);
            assertEquals(r.numbers("upper")[j], ends.get(j).number("estimateUpper"), 1e-8);
        }
        List<JsonDocument> terms = json.object("tests").objects("terms");
        for (int j = 0; j < terms.size(); j++) {
            assertEquals(r.words("terms")[j], terms.get(j).value("term"));
            assertEquals("likelihood-ratio", terms.get(j).value("kind"));
            assertEquals(r.numbers("df")[j], terms.get(j).number("df"));
            assertEquals(r.numbers("statistics")[j], terms.get(j).number("statistic"), 1e-8);
            assertEquals(r.numbers("p")[j], terms.get(j).number("p"), 1e-9);
        }
        JsonDocument tests = json.object("tests");
        assertEquals(r.number("scalar.lr"), tests.object("likelihoodRatio").number("statistic"), 1e-9);
        assertEquals(r.number("scalar.score"), tests.object("score").number("statistic"), 1e-9);
        for (String measure : List.of("mcFadden", "coxSnell", "nagelkerke", "tjur")) {
            assertEquals(r.number("scalar." + measure), json.object("explained").number(measure), 1e-12);
        }
        assertEquals("fisher", json.value("covariance"));
    }

    @Test
    void theSummaryHasThemOnOnePage() {
        String text = Odds.in(folder)
                .run("fit", BIRTHWT, "--target", "low", "--no-model")
                .expect(0)
                .silent()
                .out();
        for (String line : List.of(
                "profile likelihood +95 % from +to +odds ratio from +to",
                "race=white +-2.33 +-0.24 +0.0977 +0.785",
                "race +7.47 +2 +0.024",
                "model +likelihood ratio 33.39 on 9 degrees of freedom, p <0.001; score 30.96, p <0.001",
                "explained +R\\^2 of McFadden 0.1423, Nagelkerke 0.2277, Tjur 0.1681")) {
            assertTrue(text.lines().anyMatch(l -> l.matches(line)), line + "\n" + text);
        }
        assertTrue(text.lines().count() < 50 && text.lines().allMatch(l -> l.length() <= 100), text);
    }

    @Test
    void profileIntervalsTakeWaldsPlaceOnRequest() {
        JsonDocument json = json(BIRTHWT, "--target", "low", "--intervals", "profile");
        assertEquals("profile", json.value("intervals"));
        assertFalse(json.has("profileIntervals"));
        double upper = json.objects("coefficients").get(4).number("estimateUpper");
        assertEquals(Published.of("birthwt-profile").numbers("upper")[4], upper, 1e-8);
    }

    @Test
    void robustCovariancesReplaceFishersEverywhere() {
        JsonDocument fisher = json(BIRTHWT, "--target", "low", "--effects", "average", "--tests", "wald");
        JsonDocument robust =
                json(BIRTHWT, "--target", "low", "--effects", "average", "--covariance", "hc1", "--hypothesis", "age");
        assertEquals("hc1", robust.value("covariance"));
        assertFalse(robust.has("profileIntervals"));
        assertEquals("wald", robust.object("tests").objects("terms").get(0).value("kind"));
        for (String table : List.of("coefficients", "marginalEffects")) {
            double before = fisher.objects(table).get(1).number("standardError");
            double after = robust.objects(table).get(1).number("standardError");
            assertTrue(Math.abs(after / before - 1) > 1e-3, table);
        }
        double z = robust.objects("coefficients").get(1).number("z");
        JsonDocument hypothesis = robust.object("tests").objects("hypotheses").get(0);
        assertEquals(z * z, hypothesis.number("statistic"), 1e-12);
        assertEquals("age", hypothesis.value("hypothesis"));
    }

    @Test
    void hypothesesOfSeveralEquationsAreOneTest() {
        JsonDocument json = json(
                BIRTHWT,
                "--target",
                "low",
                "--hypothesis",
                "race=other = race=white = 0",
                "--hypothesis",
                "age=0, lwt=0");
        List<JsonDocument> tests = json.object("tests").objects("hypotheses");
        assertEquals(2, tests.size());
        assertEquals(2, tests.get(0).number("df"));
        assertEquals(2, tests.get(1).number("df"));
        assertEquals(
                tests.get(0).number("statistic"),
                json(BIRTHWT, "--target", "low", "--tests", "wald")
                        .object("tests")
                        .objects("terms")
                        .get(2)
                        .number("statistic"),
                1e-10);
    }

    @Test
    void separationIsToldWithSignsEndsAndWaysOut() {
        Odds odds = Odds.in(folder).file("s.csv", SEPARATED);
        Odds.Result result =
                odds.run("fit", "s.csv", "--target", "y", "--no-model").expect(0);
        result.says("quasi-completely separated by x");
        for (String way : List.of("Firth's likelihood", "penalty", "dropping", "profile likelihood")) {
            result.says(way);
        }
        assertTrue(result.out().lines().anyMatch(l -> l.matches("x +Inf +Inf")), result.out());
        JsonDocument json = json("s.csv", "--target", "y");
        assertEquals("quasi-complete", json.object("separation").value("kind"));
        assertEquals(List.of("+", "-"), json.object("separation").value("signs"));
        assertEquals("Infinity", json.objects("coefficients").get(1).value("estimate"));
        JsonDocument end = json.objects("profileIntervals").get(1);
        assertEquals("Infinity", end.value("estimateUpper"));
        assertTrue(end.number("estimateLower") > 0 && end.number("estimateLower") < 5);
    }

    @Test
    void firthIsFiniteWhereLabelsAreSeparated() {
        Odds.in(folder).file("s.csv", SEPARATED);
        JsonDocument json = json("s.csv", "--target", "y", "--firth");
        assertEquals(true, json.value("firth"));
        assertTrue(json.number("penalizedLogLikelihood") < 0);
        for (JsonDocument row : json.objects("coefficients")) {
            assertTrue(Double.isFinite(row.number("estimate")));
        }
        JsonDocument other = json("s.csv", "--target", "y", "--firth", "--covariance", "augmented");
        assertEquals("augmented", other.value("covariance"));
        assertTrue(other.objects("coefficients").get(1).number("standardError")
                < json.objects("coefficients").get(1).number("standardError"));
    }

    @Test
    void whatDoesNotGoTogetherIsRefusedInASentence() {
        Odds odds = Odds.in(folder).file("s.csv", SEPARATED);
        odds.run("fit", BIRTHWT, "--target", "low", "--firth", "--lambda", "1")
                .expect(2)
                .says("found --firth and --lambda");
        odds.run("fit", BIRTHWT, "--target", "low", "--lambda", "1", "--intervals", "profile")
                .expect(2)
                .says("without a penalty");
        odds.run("fit", BIRTHWT, "--target", "low", "--covariance", "augmented")
                .expect(2)
                .says("expected Firth's");
        odds.run("fit", BIRTHWT, "--target", "low", "--hypothesis", "agee = 0")
                .expect(2)
                .says("agee");
        odds.run("fit", "s.csv", "--target", "y", "--sampling-weights", "z", "--tests", "likelihood-ratio")
                .expect(2)
                .says("no likelihood");
        assertFalse(folder.resolve("s.odds.json").toFile().exists());
    }

    /** Too large for refits unasked, and nothing finite is left for Wald's tests. */
    @Test
    void manyCompletelySeparatedRowsHaveASummary() {
        Random random = new Random(3);
        StringBuilder rows = new StringBuilder("y");
        IntStream.range(0, 60).forEach(j -> rows.append(",x").append(j));
        for (int i = 0; i < 3000; i++) {
            int first = 1 + random.nextInt(9);
            boolean positive = random.nextBoolean();
            rows.append('\n').append(positive ? 1 : 0).append(',').append(positive ? first : -first);
            IntStream.range(1, 60).forEach(j -> rows.append(',').append(random.nextInt(9)));
        }
        Odds.in(folder).file("c.csv", rows.append('\n').toString());
        JsonDocument json = json("c.csv", "--target", "y");
        assertEquals("complete", json.object("separation").value("kind"));
        assertEquals(List.of(), json.object("tests").objects("terms"));
        assertEquals(1, json.object("explained").number("tjur"));
    }
}
