package dev.odds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PenaltyTest {
    private static final String BIRTHWT = Odds.example("birthwt.csv");

    @TempDir
    Path folder;

    private Odds.Result fit(String... options) {
        String[] all = new String[options.length + 4];
        System.arraycopy(new String[] {"fit", BIRTHWT, "--target", "low"}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        return Odds.in(folder).run(all);
    }

    @Test
    void aLassoLeavesOutWhatItDoesNotSelect() {
        String[] options = {"--lambda", "0.05", "--l1-ratio", "1", "--standardize"};
        String out = fit(options).expect(0).silent().out();
        assertTrue(out.contains("those that are not 0; --all shows them all)"), out);
        assertTrue(out.contains("lasso's share 1") && out.contains("the others are 0"), out);
        assertFalse(out.contains("\nftv "), out);
        String all = fit("--lambda", "0.05", "--l1-ratio", "1", "--standardize", "--all")
                .out();
        assertTrue(all.contains("\nftv "), all);
        String inspected =
                Odds.in(folder).run("inspect", "birthwt.odds.json").expect(0).out();
        assertTrue(inspected.contains("lasso's share 1"), inspected);
    }

    @Test
    void factorsAndBoundsAreKeptAndToldAndHold() {
        Odds.Result result = fit(
                "--lambda",
                "0.01",
                "--standardize",
                "--penalty-factor",
                "age=0.5,race=2,race=white=3",
                "--min",
                "lwt=-0.01",
                "--max",
                "ptl=0.1",
                "--json");
        JsonDocument json = JsonDocument.of(result.out());
        assertEquals(List.of("lwt", "ptl"), json.value("atBounds"));
        assertEquals(-0.01, json.objects("min").get(0).number("value"));
        assertEquals(3, json.objects("factors").size());
        JsonDocument kept = JsonDocument.of(Odds.in(folder)
                .run("inspect", "birthwt.odds.json", "--json")
                .expect(0)
                .out());
        assertEquals(json.value("factors"), kept.value("factors"));
        assertEquals(json.value("atBounds"), kept.value("atBounds"));
        String text = Odds.in(folder).run("inspect", "birthwt.odds.json").out();
        assertTrue(text.contains("at a bound    lwt and ptl"), text);
    }

    @Test
    void badPenaltiesAreOneSentenceAndTwo() {
        fit("--penalty-factor", "age").expect(2).says("--penalty-factor", "COLUMN=NUMBER");
        fit("--penalty-factor", "age=x").expect(2).says("--penalty-factor", "age=x");
        fit("--penalty-factor", "age=-1").expect(2).says("age", "-1");
        fit("--lambda", "1", "--penalty-factor", "agee=1").expect(2).says("agee", "age");
        fit("--penalty-factor", "age=1,lwt=2,age=3").expect(2).says("--penalty-factor", "age twice");
        fit("--penalty-factor", "age=2").expect(2).says("--penalty-factor", "without --lambda");
        fit("--l1-ratio", "1").expect(2).says("--l1-ratio", "without --lambda");
        fit("--min", "age=1").expect(2).says("age", "1.0");
        fit("--max", "age=-1").expect(2).says("age", "-1.0");
        fit("--min", "age=0", "--covariance", "hc1").expect(2).says("covariance", "bounds");
        fit("--min", "age=0", "--firth").expect(2).says("Firth", "bounds");
        fit("--l1-ratio", "1.5").expect(2).says("--l1-ratio", "1.5");
        fit("--lambda", "auto", "--firth").expect(2).says("--firth", "--lambda");
        fit("--lambda", "auto", "--effects", "average").expect(2).says("--effects", "auto");
        fit("--folds", "5").expect(2).says("--folds", "auto");
        fit("--lambda", "0.1", "--l1-ratio", "1", "--solver", "lbfgs").expect(2).says("lbfgs");
    }

    @Test
    void badPathsAreOneSentenceAndTwo() {
        path("--folds", "1").expect(2).says("--folds", "1");
        path("--folds", "60.5").expect(2).says("--folds");
        path("--folds", "190").expect(2).says("190");
        path("--lambdas", "1").expect(2).says("--lambdas", "2");
        path("--lambda-list", "0.1,0").expect(2).says("--lambda-list", "0");
        path("--lambda-list", "0.1", "--lambdas", "5").expect(2).says("--lambda-list", "--lambdas");
        path("--lambda-list", "").expect(2).says("--lambda-list");
        path("--lambda-list", "0.1,").expect(2).says("--lambda-list", "holds nothing");
        path("--lambda-min-ratio", "1").expect(2).says("--lambda-min-ratio");
        path("--measure", "auc").expect(2).says("--measure", "--folds");
        path("--folds", "5", "--measure", "magic").expect(2).says("--measure", "deviance");
        path("--firth").expect(2).says("--firth");
        path("--lambda", "1").expect(2).says("--lambda");
        path("--penalty-factor", "age=0,lwt=0,race=0,smoke=0,ptl=0,ht=0,ui=0,ftv=0")
                .expect(2)
                .says("penalised column");
        assertTrue(Odds.in(folder).files().isEmpty());
    }

    private Odds.Result path(String... options) {
        String[] all = new String[options.length + 4];
        System.arraycopy(new String[] {"path", BIRTHWT, "--target", "low"}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        return Odds.in(folder).run(all);
    }

    @Test
    void pathsOfHostileTablesEnd() {
        Odds odds = Odds.in(folder)
                .file("constant.csv", "x,z,y\n1,1,0\n1,1,0\n1,1,1\n1,1,1\n")
                .file("one.csv", "x,y\n1,1\n2,1\n")
                .file("few.csv", "x,y\n1,0\n2,0\n3,0\n4,1\n5,0\n")
                .file("separated.csv", "x,y\n1,0\n2,0\n3,0\n4,1\n5,1\n6,1\n");
        odds.run("path", "constant.csv", "--target", "y").expect(2).says("penalised column");
        odds.run("path", "one.csv", "--target", "y").expect(2).says("one value");
        odds.run("path", "few.csv", "--target", "y", "--folds", "2").expect(2).says("fold");
        odds.run("path", "separated.csv", "--target", "y", "--folds", "3")
                .expect(0)
                .silent();
        odds.run("path", "separated.csv", "--target", "y", "--relax").expect(0);
    }
}
