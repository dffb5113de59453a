package dev.odds.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitTest {
    private static final String BIRTHWT = Odds.example("birthwt.csv");
    private static final String SEPARATED = "x,y\n1,0\n2,0\n3,0\n4,1\n5,1\n6,1\n";

    @TempDir
    Path folder;

    @Test
    void coefficientsAreThoseOfGlm() {
        Published glm = Published.of("birthwt");
        Odds.Result result =
                Odds.in(folder).run("fit", BIRTHWT, "--target", "low", "--json").expect(0);
        List<JsonDocument> rows = JsonDocument.of(result.out()).objects("coefficients");
        String[] names = glm.words("names");
        for (int j = 0; j < names.length; j++) {
            JsonDocument row = rows.get(j);
            assertEquals(names[j], row.value("name"));
            assertEquals(glm.numbers("estimates")[j], row.number("estimate"), 1e-8);
            assertEquals(glm.numbers("standardErrors")[j], row.number("standardError"), 1e-7);
        }
    }

    @Test
    void jsonHoldsTheContractsKeys() {
        String out = Odds.in(folder)
                .run("fit", BIRTHWT, "--target", "low", "--json")
                .expect(0)
                .silent()
                .out();
        JsonDocument json = JsonDocument.of(out);
        for (String key : ("schema version model examples dropped features positive lambda l1Ratio standardize solver"
                        + " iterations converged certificate gradientNorm separation fingerprint warnings loss objective"
                        + " logLikelihood deviance nullDeviance aic bic seconds coefficients")
                .split(" ")) {
            assertTrue(json.has(key), key);
        }
        assertEquals("self-concordance", json.object("certificate").value("kind"));
        assertEquals("none", json.object("separation").value("verdict"));
        assertTrue(
                json.object("seconds").number("total") >= json.object("seconds").number("fit"));
        for (String key :
                "name class estimate standardError z p oddsRatio lower upper estimateLower estimateUpper".split(" ")) {
            assertTrue(json.objects("coefficients").get(1).has(key), key);
        }
        assertEquals(Published.of("birthwt").number("scalar.bic"), json.number("bic"), 1e-9);
    }

    @Test
    void modelIsCalledAfterTheData() {
        Odds odds = Odds.in(folder);
        odds.file("my data.csv", SEPARATED.replace("3,0", "3,1").replace("4,1", "4,0"));
        Odds.Result result = odds.run("fit", "my data.csv", "--target", "y").expect(0);
        assertTrue(result.out().contains("odds predict 'my data.odds.json' DATA"), result.out());
        assertEquals(List.of("my data.csv", "my data.odds.json"), odds.files());
    }

    @Test
    void standardInputIsCalledModel() {
        Odds odds = Odds.in(folder);
        byte[] data = SEPARATED.replace("3,0", "3,1").replace("4,1", "4,0").getBytes(StandardCharsets.UTF_8);
        odds.feed(data, "fit", "-", "--target", "y").expect(0).silent();
        assertEquals(List.of("model.odds.json"), odds.files());
    }

    @Test
    void noModelWritesNothing() {
        Odds odds = Odds.in(folder);
        odds.run("fit", BIRTHWT, "--target", "low", "--no-model").expect(0).silent();
        assertEquals(List.of(), odds.files());
    }

    @Test
    void replacesAModelButNothingElse() {
        Odds odds = Odds.in(folder).file("birthwt.odds.json", "{\"my\": \"notes\"}");
        odds.run("fit", BIRTHWT, "--target", "low").expect(2).says("birthwt.odds.json", "not replaced");
        assertEquals("{\"my\": \"notes\"}", odds.read("birthwt.odds.json"));
        odds.run("fit", BIRTHWT, "--target", "low", "-o", "a.json").expect(0);
        odds.run("fit", BIRTHWT, "--target", "low", "-o", "a.json", "--lambda", "1")
                .expect(0);
        assertEquals(List.of("a.json", "birthwt.odds.json"), odds.files());
    }

    @Test
    void anImpossiblePlaceIsToldBeforeTheFit() {
        Odds odds = Odds.in(folder);
        odds.run("fit", "absent.csv", "--target", "low", "-o", "no/such/m.json")
                .expect(2)
                .says("no/such/m.json");
    }

    @Test
    void separationIsToldAndStrictMakesItAnExitCode() {
        Odds odds = Odds.in(folder).file("s.csv", SEPARATED);
        Odds.Result result = odds.run("fit", "s.csv", "--target", "y", "--json").expect(0);
        result.says("warning", "x", "infinite");
        JsonDocument json = JsonDocument.of(result.out());
        assertEquals("separated", json.object("separation").value("verdict"));
        assertEquals("Infinity", json.objects("coefficients").get(1).value("estimate"));
        assertFalse(json.objects("coefficients").get(1).has("standardError"));
        odds.run("fit", "s.csv", "--target", "y", "--strict").expect(1);
        odds.run("fit", "s.csv", "--target", "y", "--quiet").expect(0).silent();
    }

    @Test
    void aliasedColumnsHaveNoEstimate() {
        Odds odds = Odds.in(folder).file("a.csv", "x,twice,y\n1,2,0\n2,4,1\n3,6,0\n4,8,1\n5,10,1\n6,12,0\n");
        Odds.Result result = odds.run("fit", "a.csv", "--target", "y", "--json").expect(0);
        JsonDocument row = JsonDocument.of(result.out()).objects("coefficients").get(2);
        assertEquals(true, row.value("aliased"));
        assertFalse(row.has("estimate"));
    }

    @Test
    void penalisedFitsHaveNoStandardErrorsButOddsRatios() {
        Published ridge = Published.of("birthwt-ridge-0.1");
        String out = Odds.in(folder)
                .run("fit", BIRTHWT, "--target", "low", "--lambda", "0.1", "--json")
                .expect(0)
                .out();
        List<JsonDocument> rows = JsonDocument.of(out).objects("coefficients");
        double[] estimates =
                rows.stream().mapToDouble(row -> row.number("estimate")).toArray();
        assertArrayEquals(ridge.numbers("estimates"), estimates, 1e-7);
        assertTrue(rows.stream().noneMatch(row -> row.has("standardError") || row.has("p")));
        assertTrue(rows.stream().allMatch(row -> row.has("oddsRatio")));
    }

    @Test
    void tooFewStepsAreNotConverged() {
        Odds.Result result = Odds.in(folder)
                .run("fit", BIRTHWT, "--target", "low", "--solver", "gradient-descent", "--max-iterations", "2")
                .expect(1);
        assertTrue(result.err().contains("not converged"), result.err());
        assertTrue(result.out().contains("not reached"), result.out());
    }

    @Test
    void holdoutEvaluatesRowsThatWereNotFitted() {
        String[] command = {"fit", BIRTHWT, "--target", "low", "--no-model", "--holdout", "0.3", "--seed", "7", "--json"
        };
        JsonDocument json =
                JsonDocument.of(Odds.in(folder).run(command).expect(0).out());
        assertEquals(189, json.number("examples") + json.object("holdout").number("examples"));
        command[8] = "8";
        JsonDocument other =
                JsonDocument.of(Odds.in(folder).run(command).expect(0).out());
        assertTrue(json.number("loss") != other.number("loss"));
    }

    @Test
    void sameBitsForAnyThreads() {
        Odds odds = Odds.in(folder);
        String[] fingerprints = new String[2];
        for (int t = 0; t < 2; t++) {
            String threads = t == 0 ? "1" : "3";
            String out = odds.run("fit", BIRTHWT, "--target", "low", "--json", "--threads", threads)
                    .expect(0)
                    .out();
            fingerprints[t] = (String) JsonDocument.of(out).value("fingerprint");
        }
        assertEquals(fingerprints[0], fingerprints[1]);
    }

    @Test
    void onlyAndDropChooseColumnsByName() {
        Odds odds = Odds.in(folder);
        String only = odds.run("fit", BIRTHWT, "--target", "low", "--only", "age,smoke", "--json")
                .expect(0)
                .out();
        String drop = odds.run("fit", BIRTHWT, "--target", "low", "--drop", "lwt,race,ptl,ht,ui,ftv", "--json")
                .expect(0)
                .out();
        assertEquals(2, JsonDocument.of(only).number("features"));
        assertEquals(
                JsonDocument.of(only).value("fingerprint"),
                JsonDocument.of(drop).value("fingerprint"));
        odds.run("fit", BIRTHWT, "--target", "low", "--drop", "agee").expect(2).says("agee");
    }

    @Test
    void comparisonsWeightsAndReferencesDoWhatTheySay() {
        Odds odds = Odds.in(folder);
        String heavy = odds.run("fit", BIRTHWT, "--target", "lwt > 120", "--only", "race", "--reference", "race=white")
                .expect(0)
                .out();
        assertTrue(heavy.contains("P(lwt > 120)") && heavy.contains("race=black"), heavy);
        assertFalse(heavy.contains("race=white"));
        String titanic = odds.run("fit", Odds.example("titanic.csv"), "--target", "survived", "--weights", "count")
                .expect(0)
                .out();
        assertTrue(titanic.contains("P(survived = yes)") && titanic.contains("weight 2201"), titanic);
    }

    @Test
    void hundredsOfCoefficientsStayReadable() {
        StringBuilder data = new StringBuilder("y");
        for (int j = 0; j < 60; j++) {
            data.append(",a_rather_long_name_of_a_column_that_goes_on_and_on_").append(j);
        }
        for (int i = 0; i < 400; i++) {
            data.append('\n').append(i % 2);
            for (int j = 0; j < 60; j++) {
                data.append(',').append((i * 31 + j * 17 + i * j) % 101);
            }
        }
        Odds odds = Odds.in(folder).file("wide.csv", data.append('\n').toString());
        String out = odds.run("fit", "wide.csv", "--target", "y").expect(0).out();
        assertTrue(out.contains("40 of 61 coefficients"), out);
        assertTrue(out.lines().allMatch(line -> line.length() <= 100), out);
        assertTrue(odds.run("inspect", "wide.odds.json", "--all").out().lines().count() > 61);
    }
}
