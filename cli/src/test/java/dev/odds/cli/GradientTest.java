package dev.odds.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradientTest {
    /** d = 2, n = 3; at theta = (1, -1), b = 0 the logits are 0, 1 and -1. */
    private static final String SMALL = "u,v,y\n1,1,1\n2,1,0\n0,1,1\n";

    private static final double TINY = 1e-15;

    @TempDir
    Path folder;

    private JsonDocument json(String... arguments) {
        Odds odds = Odds.in(folder).file("s.csv", SMALL);
        return JsonDocument.of(odds.run(arguments).expect(0).silent().out());
    }

    @Test
    void quantitiesAreThoseOfPaper() {
        JsonDocument json = json("gradient", "s.csv", "--target", "y", "--theta=1,-1", "--bias=0", "--json");
        double up = 1 / (1 + Math.exp(-1));
        double[] dz = {-0.5 / 3, up / 3, -up / 3};
        assertArrayEquals(new double[] {0, 1, -1}, json.numbers("logits"), 0);
        assertArrayEquals(new double[] {0.5, up, 1 - up}, json.numbers("probabilities"), TINY);
        assertEquals((Math.log(2) + 2 * Math.log1p(Math.E)) / 3, json.number("loss"), TINY);
        assertArrayEquals(dz, json.numbers("logitGradient"), TINY);
        assertArrayEquals(new double[] {dz[0] + 2 * dz[1], dz[0]}, json.numbers("thetaGradient"), TINY);
        assertEquals(dz[0], json.number("biasGradient"), TINY);
    }

    @Test
    void keysAndShapesAreTheContracts() {
        JsonDocument json = json("gradient", "s.csv", "--target", "y", "--theta=1,-1", "--bias=0", "--json");
        assertEquals(
                Set.of(
                        "shapes",
                        "features",
                        "logits",
                        "probabilities",
                        "loss",
                        "logitGradient",
                        "thetaGradient",
                        "biasGradient",
                        "checks"),
                json.fields().keySet());
        assertArrayEquals(new double[] {2, 3}, json.object("shapes").numbers("X"));
        assertArrayEquals(new double[] {2, 1}, json.object("shapes").numbers("thetaGradient"));
        for (JsonDocument check : json.objects("checks")) {
            assertTrue(check.number("maxRelativeError") < 1e-8, check.toString());
        }
    }

    @Test
    void documentConventionTurnsTheSigns() {
        JsonDocument standard = json("gradient", "s.csv", "--target", "y", "--theta=1,-1", "--bias=0", "--json");
        JsonDocument document = json(
                "gradient", "s.csv", "--target", "y", "--theta=1,-1", "--bias=0", "--json", "--convention", "document");
        assertEquals(standard.number("biasGradient"), -document.number("biasGradient"), TINY);
        assertArrayEquals(standard.numbers("thetaGradient"), document.numbers("thetaGradient"), TINY);
        assertEquals(standard.number("loss"), document.number("loss"), TINY);
    }

    @Test
    void gradientVanishesAtTheModel() {
        Odds odds = Odds.in(folder);
        String data = Odds.example("birthwt.csv");
        odds.run("fit", data, "--target", "low", "-o", "m.json").expect(0);
        JsonDocument json = JsonDocument.of(odds.run("gradient", data, "--model", "m.json", "--json")
                .expect(0)
                .out());
        for (double g : json.numbers("thetaGradient")) {
            assertEquals(0, g, 1e-9);
        }
        String text = odds.run("gradient", data, "--model", "m.json", "--rows", "3")
                .expect(0)
                .out();
        for (String word : List.of("race=other", "dL/dtheta", "189", "3 of 189 examples", "checked")) {
            assertTrue(text.contains(word), word + " in " + text);
        }
    }

    @Test
    void thetaMayComeFromAFileAndLevelsHaveNames() {
        Odds odds = Odds.in(folder).file("theta", "1 2\n3").file("c.csv", "k,x,y\na,1,0\nb,2,1\nc,3,1\na,4,1\n");
        String text = odds.run("gradient", "c.csv", "--target", "y", "--theta=@theta", "--bias=-1")
                .expect(0)
                .out();
        assertTrue(text.contains("k=b") && text.contains("k=c"), text);
        odds.run("gradient", "c.csv", "--target", "y", "--theta=1,2").expect(2).says("2 numbers", "3", "k=b");
        odds.run("gradient", "c.csv", "--target", "y", "--theta=1,x,3")
                .expect(2)
                .says("number 2", "'x'");
        odds.run("gradient", "c.csv", "--target", "y").expect(2).says("--theta");
        odds.run("gradient", "c.csv", "--target", "y", "--theta=@absent")
                .expect(2)
                .says("absent");
    }

    @Test
    void infiniteCoefficientsHaveNoDerivative() {
        Odds odds = Odds.in(folder).file("d.csv", "x,y\n1,0\n2,0\n3,1\n4,1\n");
        odds.run("fit", "d.csv", "--target", "y", "--quiet").expect(0);
        odds.run("gradient", "d.csv", "--model", "d.odds.json").expect(2).says("infinite");
    }

    @Test
    void sparseRowsWorkToo() {
        Odds odds = Odds.in(folder).file("s.libsvm", "1 1:1 2:1\n0 1:2 2:1\n1 2:1\n");
        JsonDocument json = JsonDocument.of(odds.run("gradient", "s.libsvm", "--theta=1,-1", "--bias=0", "--json")
                .expect(0)
                .out());
        assertArrayEquals(new double[] {0, 1, -1}, json.numbers("logits"), 0);
    }

    @Test
    void aModelSaysWhatItsColumnsAreFor() {
        Odds odds = Odds.in(folder).file("s.csv", SMALL + "3,1,0\n");
        odds.run("fit", "s.csv", "--target", "y", "--only", "u", "--lambda", "1", "-o", "m.json")
                .expect(0);
        odds.run("gradient", "s.csv", "--target", "y", "--model", "m.json").expect(0);
        odds.run("gradient", "s.csv", "--target", "v", "--model", "m.json")
                .expect(2)
                .says("--target is v", "predicts y");
        odds.run("gradient", "s.csv", "--model", "m.json", "--bias=1").expect(2).says("--bias");
        odds.run("gradient", "s.csv", "--model", "m.json", "--drop", "v")
                .expect(2)
                .says("--drop");
    }
}
