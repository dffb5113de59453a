package dev.odds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsTest {
    private static final String BIRTHWT = Odds.example("birthwt.csv");

    @TempDir
    Path folder;

    @Test
    void aClosedPipeIsQuiet() throws Exception {
        Odds odds = Odds.in(folder);
        odds.run("fit", BIRTHWT, "--target", "low", "-o", "m.json").expect(0);
        Files.writeString(folder.resolve("long.csv"), longer(20_000));
        Process process = odds.start("predict", "m.json", "long.csv", "--keep");
        process.getInputStream().close();
        String err = new String(process.getErrorStream().readAllBytes());
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(141, process.exitValue(), err);
        assertEquals("", err);
    }

    private static String longer(int times) throws Exception {
        String text = Files.readString(Path.of(BIRTHWT));
        int head = text.indexOf('\n') + 1;
        return text.substring(0, head) + text.substring(head).repeat(times / 100);
    }

    @Test
    void namesAreUtf8WhateverThePlatformSays() {
        Odds odds = Odds.in(folder).with("-Dfile.encoding=ISO-8859-1");
        odds.file("d.csv", "größe,y\n1,ja\n2,nein\n3,ja\n4,nein\n5,ja\n");
        String out = odds.run("fit", "d.csv", "--target", "y").expect(0).out();
        assertTrue(out.contains("größe"), out);
        assertTrue(odds.run("predict", "d.odds.json", "d.csv", "--keep").out().startsWith("größe,y,"));
    }

    @Test
    void localesChangeNothing() {
        Odds odds = Odds.in(folder);
        String[] command = {"fit", BIRTHWT, "--target", "low", "--no-model"};
        String expected = odds.run(command).expect(0).out();
        for (String[] locale : new String[][] {{"ar", "EG"}, {"de", "DE"}, {"tr", "TR"}}) {
            Odds there = odds.with("-Duser.language=" + locale[0], "-Duser.country=" + locale[1]);
            assertEquals(expected, there.run(command).expect(0).silent().out());
            there.run("fit", BIRTHWT, "--target", "ftv").expect(2).says("6");
        }
    }

    @Test
    void progressIsForTerminalsAndDisappears() {
        Odds odds = Odds.in(folder);
        odds.run("fit", BIRTHWT, "--target", "low", "-o", "m.json").expect(0);
        String data = "age,lwt,race,smoke,ptl,ht,ui,ftv\n" + "20,120,white,1,0,0,0,1\n".repeat(1_500_000);
        odds.file("long.csv", data);
        odds.run("predict", "m.json", "long.csv", "-o", "p.csv").expect(0).silent();
        Odds.Result watched = odds.with("-Dodds.terminal=true").run("predict", "m.json", "long.csv", "-o", "p.csv");
        assertTrue(watched.err().contains("\rpredicting"), watched.err());
        assertTrue(watched.err().endsWith("\r"));
    }

    @Test
    void anInterruptLeavesNothingBehind() throws Exception {
        Odds odds = Odds.in(folder);
        odds.run("fit", BIRTHWT, "--target", "low", "-o", "m.json").expect(0);
        Process process = odds.start("predict", "m.json", "-", "-o", "p.csv");
        for (int i = 0; odds.files().size() < 2 && i < 600; i++) {
            Thread.sleep(100);
        }
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(130, process.exitValue());
        assertEquals(List.of("m.json"), odds.files());
    }

    @Test
    void theCopyOfStandardInputIsNeverLeftBehind() throws Exception {
        Odds odds = Odds.in(folder).with("-Djava.io.tmpdir=" + folder);
        Process process = odds.start("fit", "-", "--target", "low");
        process.getOutputStream().write(longer(200).getBytes());
        process.getOutputStream().flush();
        Thread.sleep(1000);
        process.destroyForcibly();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(List.of(), odds.files());
    }

    @Test
    void aNamedPipeIsReadOnce() throws Exception {
        Odds odds = Odds.in(folder);
        assumeTrue(
                new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
                                .start()
                                .waitFor()
                        == 0,
                "skipped: no mkfifo here");
        Process feeder = new ProcessBuilder("sh", "-c", "cat '%s' > pipe".formatted(BIRTHWT))
                .directory(folder.toFile())
                .start();
        String out = odds.run("fit", "pipe", "--target", "low", "--only", "age")
                .expect(0)
                .out();
        assertTrue(out.contains("1 feature of 189 examples"), out);
        assertTrue(feeder.waitFor(60, TimeUnit.SECONDS));
    }

    @Test
    void whatCannotFitIsSaidBeforeItIsRead() throws Exception {
        StringBuilder rows = new StringBuilder("a,b,c,d,e,f,g,y\n");
        rows.append("1,2,3,4,5,6,7,0\n7,6,5,4,3,2,1,1\n".repeat(200_000));
        Odds odds = Odds.in(folder).file("big.csv", rows.toString());
        odds.with("-Xmx24m")
                .run("fit", "big.csv", "--target", "y")
                .expect(3)
                .says("big.csv holds about 400", "MB", "-Xmx", "--only");
        assertEquals(1, odds.files().size());
    }

    @Test
    void noMemoryIsAdviceNotATrace() {
        StringBuilder rows = new StringBuilder("a,y\n");
        rows.append("1,0\n2,1\n".repeat(2_000_000));
        Odds odds = Odds.in(folder).with("-Xmx32m");
        odds.feed(rows.toString().getBytes(), "fit", "-", "--target", "y")
                .expect(3)
                .says("memory", "-Xmx");
    }

    @Test
    void aFullDiskIsToldAndThree() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "skipped: no /dev/full here");
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "exec \"$0\" \"$@\" > /dev/full",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.odds.cli.Main",
                        "help")
                .start();
        try (InputStream err = process.getErrorStream()) {
            String text = new String(err.readAllBytes());
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(3, process.exitValue(), text);
            assertTrue(text.startsWith("odds: standard output"), text);
        }
    }
}
