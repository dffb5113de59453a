package dev.odds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileInputTest {
    private static final String GOOD = "x,k,y\n1,a,0\n2,b,1\n3,a,0\n4,b,0\n5,a,1\n6,b,1\n";

    @TempDir
    Path folder;

    static Stream<Arguments> bad() throws Exception {
        byte[] gz = gzip(GOOD.repeat(50));
        return Stream.of(
                Arguments.of("truncated.csv.gz", Arrays.copyOf(gz, gz.length / 2), "truncated.csv.gz"),
                Arguments.of("count.csv", text("x,y\n1,0\n2,1,3\n4,1\n"), "count.csv:3"),
                Arguments.of("open.csv", text("x,y\n1,0\n\"2,1\n3,1\n4,0\n"), "open.csv:3"),
                Arguments.of("overflow.csv", text("x,y\n1,0\n1e400,1\n3,1\n4,0\n"), "overflow.csv:3"),
                Arguments.of("empty.csv", text(""), "empty.csv"),
                Arguments.of("header.csv", text("x,y\n"), "header.csv"),
                Arguments.of("one.csv", text("x,y\n1,1\n2,1\n3,1\n"), "y"),
                Arguments.of("three.csv", text("x,y\n1,a\n2,b\n3,c\n"), "--positive"),
                Arguments.of("binary.csv", new byte[] {'x', ',', 'y', '\n', 0, 0, 1, 2, '\n'}, "binary.csv"),
                Arguments.of("latin.csv", "x,y\n\u00e4,0\nb,1\n".getBytes(StandardCharsets.ISO_8859_1), "latin.csv"),
                Arguments.of("twice.csv", text("x,x,y\n1,2,0\n2,3,1\n"), "twice.csv"),
                Arguments.of("unsorted.libsvm", text("1 2:1 1:1\n0 1:2\n"), "unsorted.libsvm:1"),
                Arguments.of("missing.csv", text("x,y\n,0\n,1\n"), "missing.csv"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void isRefusedInOneSentenceAndNothingIsWritten(String name, byte[] content, String words) {
        Odds odds = Odds.in(folder).file(name, content);
        String[] command =
                name.endsWith(".libsvm") ? new String[] {"fit", name} : new String[] {"fit", name, "--target", "y"};
        Odds.Result result = odds.run(command).expect(2).says(words);
        assertEquals("", result.out());
        assertEquals(List.of(name), odds.files());
    }

    static Stream<Arguments> good() throws Exception {
        byte[] bom = ("\ufeff" + GOOD).getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("bom.csv", bom),
                Arguments.of("crlf.csv", text(GOOD.replace("\n", "\r\n"))),
                Arguments.of("tabs.tsv", text(GOOD.replace(',', '\t'))),
                Arguments.of("semicolons.csv", text(GOOD.replace(',', ';'))),
                Arguments.of("quoted.csv", text(GOOD.replace("a", "\"a\"").replace("x,", "\"x\","))),
                Arguments.of("blanks.csv", text(GOOD.replace(",", " , "))),
                Arguments.of("utf16.csv", ("\ufeff" + GOOD).getBytes(StandardCharsets.UTF_16BE)),
                Arguments.of("packed.csv.gz", gzip(GOOD)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void isReadAsTheSameTable(String name, byte[] content) {
        Odds odds = Odds.in(folder).file("plain.csv", GOOD).file(name, content);
        assertEquals(fingerprint(odds, "plain.csv"), fingerprint(odds, name));
    }

    @Test
    void namesCannotSteerATerminal() {
        Odds odds = Odds.in(folder).file("evil.csv", "\"x\u001b[31m\nz\",y\n1,0\n2,1\n3,0\n4,0\n5,1\n");
        String out = odds.run("fit", "evil.csv", "--target", "y").expect(0).out();
        assertTrue(out.indexOf('\u001b') < 0 && out.contains("x [31m z"), out);
        String err = odds.run("fit", "evil.csv", "--target", "absent").expect(2).err();
        assertTrue(err.indexOf('\u001b') < 0 && err.lines().count() == 1, err);
    }

    private static String fingerprint(Odds odds, String name) {
        String out = odds.run("fit", name, "--target", "y", "--no-model", "--json")
                .expect(0)
                .out();
        return (String) JsonDocument.of(out).value("fingerprint");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gz = new GZIPOutputStream(bytes)) {
            gz.write(text(text));
        }
        return bytes.toByteArray();
    }
}
