package dev.odds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {
    private static final String BIRTHWT = Odds.example("birthwt.csv");

    @TempDir
    Path folder;

    @Test
    void wrongUsageIsOneSentenceAndTwo() {
        Odds odds = Odds.in(folder);
        odds.run("fti").expect(2).says("no command fti", "did you mean fit");
        odds.run("fit", BIRTHWT, "--tarjet", "low").expect(2).says("--tarjet", "did you mean --target");
        odds.run("fit", BIRTHWT, "extra").expect(2).says("extra");
        odds.run("fit").expect(2).says("DATA");
        odds.run("fit", BIRTHWT, "--target").expect(2).says("--target");
        odds.run("fit", BIRTHWT, "--target", "low", "--lambda", "much")
                .expect(2)
                .says("--lambda", "much");
        odds.run("fit", BIRTHWT, "--target", "low", "--lambda", "-1").expect(2).says("--lambda", "-1");
        odds.run("fit", BIRTHWT, "--target", "low", "--solver", "magic")
                .expect(2)
                .says("--solver", "lbfgs");
        odds.run("fit", BIRTHWT, "--target", "low", "--l1-ratio", "2").expect(2).says("--l1-ratio");
        odds.run("fit", BIRTHWT, "--target", "low", "--holdout", "2").expect(2).says("--holdout");
        odds.run("fit", BIRTHWT, "--target", "low", "--level", "95").expect(2).says("--level");
        odds.run("fit", BIRTHWT, "--target", "low", "-o", "a", "--no-model")
                .expect(2)
                .says("--no-model");
        odds.run("fit", BIRTHWT, "--target", "low", "--threads", "1d").expect(2).says("--threads", "1d");
        odds.run("fit", BIRTHWT, "--target", "low", "--only", "age", "--drop", "age")
                .expect(2)
                .says("age", "dropped");
        odds.run("fit", "", "--target", "low").expect(2).says("DATA");
        odds.run("gradient", BIRTHWT, "--target", "low", "--theta=@absent")
                .expect(2)
                .says("absent");
        odds.run("fit", BIRTHWT).expect(2).says("target", "low");
        odds.run("fit", BIRTHWT, "--target", "lwo").expect(2).says("lwo");
        odds.run("fit", "absent.csv", "--target", "y").expect(2).says("absent.csv");
        odds.run("fit", ".", "--target", "y").expect(2);
        assertTrue(odds.files().isEmpty());
    }

    @Test
    void helpIsOnStandardOutput() {
        Odds odds = Odds.in(folder);
        for (String[] command : new String[][] {{"help"}, {"--help"}, {"help", "fit"}, {"fit", "--help"}}) {
            String text = odds.run(command).expect(0).silent().out();
            assertTrue(text.contains("fit") && text.lines().allMatch(line -> line.length() <= 100), text);
        }
        assertEquals(odds.run("help", "fit").out(), odds.run("fit", "-h").out());
        assertTrue(odds.run("--version").expect(0).silent().out().matches("odds \\d+\\.\\d+\\.\\d+\n"));
        Odds.Result bare = odds.run().expect(2);
        assertTrue(bare.out().isEmpty() && bare.err().contains("odds fit"), bare.err());
    }

    @Test
    void everyOptionIsDocumented() throws Exception {
        String text = Files.readString(Odds.repository("docs/command-line.md"));
        for (Command command : Commands.all()) {
            assertTrue(text.contains("odds " + command.name()), command.name());
            Usage.parser(command)
                    .getCommandSpec()
                    .optionsMap()
                    .keySet()
                    .forEach(name -> assertTrue(text.contains(name), name + " of " + command.name()));
        }
    }

    @Test
    void completionKnowsCommandsAndOptions() throws Exception {
        String script = Odds.in(folder).run("completion").expect(0).silent().out();
        Path file = Files.writeString(folder.resolve("c.sh"), script);
        String probe =
                "source '%s'; COMP_WORDS=(odds fit --tar); COMP_CWORD=2; _complete_odds; echo \"${COMPREPLY[*]}\""
                        .formatted(file);
        Process bash = new ProcessBuilder("bash", "-c", probe)
                .redirectErrorStream(true)
                .start();
        String reply = new String(bash.getInputStream().readAllBytes());
        assertTrue(reply.contains("--target"), reply);
    }
}
