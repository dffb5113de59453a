package dev.odds.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathTest {
    private static final String BIRTHWT = Odds.example("birthwt.csv");
    private static final String[] FOLDS = {
        "path", BIRTHWT, "--target", "low", "--standardize", "--folds", "5", "--lambdas", "20"
    };

    @TempDir
    Path folder;

    private static String[] with(String... more) {
        String[] all = new String[FOLDS.length + more.length];
        System.arraycopy(FOLDS, 0, all, 0, FOLDS.length);
        System.arraycopy(more, 0, all, FOLDS.length, more.length);
        return all;
    }

    @Test
    void jsonHoldsThePathAndWhatWasChosen() {
        JsonDocument json = JsonDocument.of(
                Odds.in(folder).run(with("--json")).expect(0).silent().out());
        List<JsonDocument> path = json.objects("path");
        double last = Double.POSITIVE_INFINITY;
        for (JsonDocument point : path) {
            assertTrue(point.number("lambda") < last);
            last = point.number("lambda");
            assertEquals(
                    point.number("nonZeros") + 1, point.objects("coefficients").size());
            assertTrue(point.number("relativeGap") <= 1e-8);
            assertEquals(1 - point.number("loss") / json.number("nullLoss"), point.number("explained"), 1e-15);
        }
        assertEquals(0, path.get(0).number("nonZeros"));
        JsonDocument validation = json.object("crossValidation");
        double[] mean = validation.object("deviance").numbers("mean");
        assertEquals(path.size(), mean.length);
        int best = 0;
        for (int k = 0; k < mean.length; k++) {
            best = mean[k] < mean[best] ? k : best;
        }
        assertEquals(path.get(best).number("lambda"), validation.number("min"));
        assertEquals(validation.number("min"), json.number("chosen"));
        assertEquals(json.number("chosen"), json.number("lambda"));
        assertTrue(validation.number("oneStandardError") >= validation.number("min"));
    }

    @Test
    void theSummaryShowsThePathAndTheChosenModel() {
        String out = Odds.in(folder).run(FOLDS).expect(0).silent().out();
        for (String words :
                List.of("lambda ", " min", " 1se", "best mean deviance of 5 folds", "coefficients", "next:")) {
            assertTrue(out.contains(words), words + " is not in " + out);
        }
        assertTrue(out.lines().allMatch(line -> line.length() <= 100), out);
    }

    @Test
    void aModelIsTakenAtALambdaOfItsPath() {
        Odds odds = Odds.in(folder);
        JsonDocument json = JsonDocument.of(odds.run(with("--json")).expect(0).out());
        JsonDocument min = inspected(odds.run("inspect", "birthwt.odds.json", "--json", "--lambda", "min"));
        JsonDocument one = inspected(odds.run("inspect", "birthwt.odds.json", "--json", "--lambda", "1se"));
        JsonDocument whole = inspected(odds.run("inspect", "birthwt.odds.json", "--json"));
        assertEquals(json.object("crossValidation").number("min"), min.number("lambda"));
        assertEquals(json.object("crossValidation").number("oneStandardError"), one.number("lambda"));
        assertEquals(whole.value("coefficients"), min.value("coefficients"));
        assertEquals(whole.value("fingerprint"), min.value("fingerprint"));
        Odds.Result near = odds.run("predict", "birthwt.odds.json", BIRTHWT, "--lambda", "0.01");
        near.expect(0).says("took lambda", "nearest");
        String text = Double.toString(json.objects("path").get(2).number("lambda"));
        odds.run("evaluate", "birthwt.odds.json", BIRTHWT, "--lambda", text)
                .expect(0)
                .silent();
        odds.run("inspect", "birthwt.odds.json", "--lambda", "-1").expect(2).says("--lambda", "-1");
    }

    private static JsonDocument inspected(Odds.Result result) {
        return JsonDocument.of(result.expect(0).silent().out());
    }

    @Test
    void aModelWithoutAPathOrFoldsSaysSo() {
        Odds odds = Odds.in(folder);
        odds.run("fit", BIRTHWT, "--target", "low").expect(0);
        odds.run("predict", "birthwt.odds.json", BIRTHWT, "--lambda", "1")
                .expect(2)
                .says("without a path");
        odds.run("path", BIRTHWT, "--target", "low", "--lambda-list", "0.01,0.1,0.01")
                .expect(0)
                .silent();
        odds.run("inspect", "birthwt.odds.json", "--lambda", "1se").expect(2).says("without cross-validation");
        JsonDocument json = inspected(odds.run("inspect", "birthwt.odds.json", "--json"));
        assertEquals(2, json.objects("path").size());
        assertEquals(0.01, json.number("chosen"));
        assertEquals("last", json.value("rule"));
    }

    @Test
    void autoHasTheBitsOfAFitAtTheLambdaThatItChose() {
        Odds odds = Odds.in(folder);
        String[] auto = {
            "fit", BIRTHWT, "--target", "low", "--l1-ratio", "0.5", "--standardize", "--lambda", "auto", "--json"
        };
        JsonDocument chosen = inspected(odds.run(auto));
        assertEquals(10, chosen.object("crossValidation").number("folds"));
        auto[8] = Double.toString(chosen.number("lambda"));
        JsonDocument plain = inspected(odds.run(auto));
        assertEquals(plain.value("fingerprint"), chosen.value("fingerprint"));
        assertEquals(plain.value("coefficients"), chosen.value("coefficients"));
    }

    @Test
    void sameBitsForAnyThreads() {
        Odds odds = Odds.in(folder);
        odds.run(with("--threads", "1")).expect(0);
        String one = odds.read("birthwt.odds.json");
        odds.run(with("--threads", "3")).expect(0);
        assertEquals(one, odds.read("birthwt.odds.json"));
    }

    @Test
    void theChosenModelIsTheFitAtItsLambda() {
        Odds odds = Odds.in(folder);
        JsonDocument path = inspected(odds.run(with("--json", "--rule", "1se")));
        JsonDocument fit = inspected(odds.run(
                "fit",
                BIRTHWT,
                "--target",
                "low",
                "--standardize",
                "--l1-ratio",
                "1",
                "--lambda",
                Double.toString(path.number("lambda")),
                "--json"));
        assertEquals(path.number("nonZeros"), fit.number("nonZeros"));
        assertArrayEquals(estimates(fit), estimates(path), 1e-4);
        assertEquals("1se", path.value("rule"));
    }

    @Test
    void relaxedFitsShrinkLess() {
        Odds odds = Odds.in(folder);
        String[] command = with("--json", "--relax", "--adaptive");
        JsonDocument json = JsonDocument.of(odds.run(command).expect(0).out());
        assertTrue(json.number("gamma") >= 0 && json.number("gamma") <= 1);
        assertTrue(
                json.value("notes").toString().contains("ridge fit"),
                json.value("notes").toString());
        odds.run(with("--relax", "--all")).expect(0).silent();
    }

    private static double[] estimates(JsonDocument json) {
        return json.objects("coefficients").stream()
                .mapToDouble(row -> row.number("estimate"))
                .toArray();
    }
}
