package dev.odds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each number of a summary is called what it is. */
class NamedStatisticsTest {
    private static final String BIRTHWT = Odds.example("birthwt.csv");

    @TempDir
    Path folder;

    private Odds odds;

    @BeforeEach
    void write() {
        Random random = new Random(4);
        StringBuilder rows = new StringBuilder("y,x,c,w\n");
        for (int i = 0; i < 200; i++) {
            double x = random.nextGaussian();
            rows.append("%d,%s,c%02d,%d\n".formatted(x + random.nextGaussian() > 0 ? 1 : 0, x, i % 12, 1 + i % 3));
        }
        odds = Odds.in(folder).file("r.csv", rows.toString());
    }

    private String text(String... options) {
        return result(options).out();
    }

    private Odds.Result result(String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "fit";
        words[1] = "--no-model";
        System.arraycopy(options, 0, words, 2, options.length);
        return odds.run(words).expect(0);
    }

    private static void assertLine(String pattern, String text) {
        assertTrue(text.lines().anyMatch(line -> line.matches(pattern)), pattern + "\n" + text);
    }

    @Test
    void clustersAreCountedAndTheModelIsTestedByTheirErrors() {
        String text = text("r.csv", "--target", "y", "--cluster", "c", "--drop", "w");
        assertLine("errors +robust to dependence within clusters, times G / \\(G - 1\\), G = 12", text);
        assertLine("model +Wald [0-9.]+ on 1 degree of freedom, p <0.001", text);
        JsonDocument json = JsonDocument.of(text("r.csv", "--target", "y", "--cluster", "c", "--drop", "w", "--json"));
        assertEquals(12, json.number("clusters"));
        double z = json.objects("coefficients").get(1).number("z");
        assertEquals(z * z, json.object("tests").object("wald").number("statistic"), 1e-12 * z * z);
    }

    @Test
    void samplingWeightsWithClustersAreNotCalledRows() {
        String text = text("r.csv", "--target", "y", "--cluster", "c", "--sampling-weights", "w");
        assertTrue(text.replaceAll("\\s+", " ").contains("each cluster one observation"), text);
        assertLine("likelihood +log .* no likelihood of the population", text);
        JsonDocument json =
                JsonDocument.of(text("r.csv", "--target", "y", "--sampling-weights", "w", "--drop", "c", "--json"));
        assertFalse(json.has("aic") || json.has("bic") || json.has("clusters"));
    }

    @Test
    void clustersFewerThanCoefficientsAreWarnedOf() {
        Odds.Result result = result(BIRTHWT, "--target", "low", "--cluster", "race");
        result.says("errors rest on 3 clusters, no more than the 8 coefficients");
        assertFalse(result.out().lines().anyMatch(l -> l.startsWith("model ")), result.out());
    }

    @Test
    void withoutABiasNothingIsSaidOfOne() {
        String text = text(BIRTHWT, "--target", "low", "--no-bias");
        assertLine("deviance +[0-9.]+ on 180 degrees of freedom; 262.01 on 189 without coefficients", text);
        assertFalse(text.contains("bias"), text);
    }

    @Test
    void effectsSayWhereTheyAreTaken() {
        assertLine("average effect on P +effect .*", text(BIRTHWT, "--target", "low", "--effects", "average"));
        assertLine("effect on P at the means +effect .*", text(BIRTHWT, "--target", "low", "--effects", "means"));
        String json = text(BIRTHWT, "--target", "low", "--effects", "means", "--json");
        assertEquals("means", JsonDocument.of(json).value("effects"));
        odds.file("s.csv", "x,z,y\n1,1,0\n2,0,0\n4,0,0\n4,0,1\n4,1,0\n4,1,1\n4,1,1\n5,1,1\n");
        assertLine(
                "average effect on P, rows not separated +effect .*",
                text("s.csv", "--target", "y", "--effects", "average"));
    }

    @Test
    void firthsTestsAreCalledPenalised() {
        String text = text(BIRTHWT, "--target", "low", "--firth");
        assertLine("profile penalised likelihood +95 % from .*", text);
        assertLine("penalised likelihood-ratio tests +chi-squared .*", text);
    }

    @Test
    void aLevelNearOneIsNotRoundedToIt() {
        assertLine(" .* 99.9999 % from +to", text(BIRTHWT, "--target", "low", "--level", "0.999999"));
        assertLine(" .* 97.5 % from +to", text(BIRTHWT, "--target", "low", "--level", "0.975"));
    }

    @Test
    void testsOfManyColumnsAreNotLeftOutInSilence() {
        Random random = new Random(5);
        StringBuilder rows = new StringBuilder("y");
        for (int j = 0; j < 45; j++) {
            rows.append(",v").append(j);
        }
        for (int i = 0; i < 400; i++) {
            rows.append('\n').append(random.nextInt(2));
            for (int j = 0; j < 45; j++) {
                rows.append(',').append(random.nextInt(100));
            }
        }
        odds.file("wide.csv", rows + "\n");
        String text = text("wide.csv", "--target", "y", "--tests", "likelihood-ratio");
        assertLine("\\(the first 40 of 45 tests; --all shows them all\\)", text);
        assertLine("v44 +[0-9.]+ +1 +[0-9.]+", text("wide.csv", "--target", "y", "--all"));
    }

    @Test
    void aDiagnosisOfNothingFiniteHasNoTableOfInflation() {
        odds.file("s.csv", "x,y\n1,0\n2,0\n3,1\n4,1\n");
        odds.run("fit", "s.csv", "--target", "y", "-o", "s.json").expect(0);
        String text = odds.run("diagnose", "s.json", "s.csv").expect(0).out();
        assertTrue(text.contains("4 rows") && !text.contains("condition number"), text);
    }

    @Test
    void aCovarianceOfShrunkEstimatesIsRefused() {
        odds.run("fit", BIRTHWT, "--target", "low", "--lambda", "1", "--covariance", "hc1")
                .expect(2)
                .says("lambda is 1.0 beside covariance hc1");
    }
}
