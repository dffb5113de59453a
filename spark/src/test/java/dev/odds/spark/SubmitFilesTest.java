package dev.odds.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.Roles;
import dev.odds.model.Model;
import dev.odds.model.ModelFile;
import dev.odds.table.ReadMonitor;
import dev.odds.table.ReadOptions;
import dev.odds.table.TableReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program for {@code spark-submit} makes of files, and of folders that it would replace. */
class SubmitFilesTest {
    private static final String BIRTHS = Repository.file("examples/birthwt.csv").toString();

    @TempDir
    private Path folder;

    @BeforeAll
    static void session() {
        Sessions.shared();
    }

    private String file(String name, String... lines) throws Exception {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }

    @ParameterizedTest
    @CsvSource({"thesis", "metadata/thesis", "metadata/part-00000"})
    void whatIsNoModelIsNotReplaced(String file) throws Exception {
        Path mine = folder.resolve("mine").resolve(file);
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, "years of work");
        Submitted ended = Submitted.by(
                BIRTHS,
                "--target",
                "low",
                "--spark-model",
                folder.resolve("mine").toString());
        assertEquals(2, ended.code(), ended.err());
        assertEquals("", ended.out());
        assertTrue(ended.err().contains("is no model of Spark, which is not replaced"), ended.err());
        assertTrue(Files.exists(mine));
    }

    @Test
    void aModelIsReplacedButNotWithWhatWasPutBesideIt() throws Exception {
        String[] line = {
            BIRTHS, "--target", "low", "--spark-model", folder.resolve("m").toString()
        };
        assertEquals(0, Submitted.by(line).code());
        assertEquals(0, Submitted.by(line).code());
        Path mine = Files.writeString(folder.resolve("m").resolve("thesis"), "years of work");
        assertEquals(2, Submitted.by(line).code());
        assertTrue(Files.exists(mine));
    }

    @ParameterizedTest
    @ValueSource(strings = {"D.CSV", "d.csv/"})
    void namesTellTheFormatInEitherCaseAndOfFolders(String name) throws Exception {
        Path data = folder.resolve(name);
        Files.createDirectories(name.endsWith("/") ? data : folder);
        Files.copy(Path.of(BIRTHS), name.endsWith("/") ? data.resolve("part.csv") : data);
        Submitted ended = Submitted.by(folder + "/" + name, "--target", "low");
        assertEquals(0, ended.code(), ended.err());
    }

    @Test
    void anOptionOfTextTellsTheFormatWhereTheNameDoesNot() throws Exception {
        Path data = Files.copy(Path.of(BIRTHS), folder.resolve("births.data"));
        Submitted ended = Submitted.by(data.toString(), "--target", "low", "--na", "NA");
        assertEquals(0, ended.code(), ended.err());
    }

    @Test
    void aValueThatCannotBeUsedIsToldByItsColumn() throws Exception {
        Submitted ended = Submitted.by(file("r.csv", "y,x,t", "0,1,2", "1,3,1e400", "0,4,3"), "--target", "y");
        assertEquals(2, ended.code(), ended.err());
        assertTrue(ended.err().contains("column t, row 2 "), ended.err());
    }

    @Test
    void sixHundredColumnsAreFitted() throws Exception {
        int count = 600;
        List<String> lines = new ArrayList<>();
        lines.add("y" + IntStream.range(0, count).mapToObj(j -> ",x." + j).collect(Collectors.joining()));
        Random random = new Random(20261129);
        for (int i = 0; i < 40; i++) {
            String missing = i == 7 ? ",NA" : "," + random.nextInt(9);
            String rest = random.ints(count - 1L, 0, 9).mapToObj(x -> "," + x).collect(Collectors.joining());
            lines.add(i % 2 + missing + rest);
        }
        String data = file("wide.csv", lines.toArray(String[]::new));
        Submitted ended = Submitted.by(data, "--target", "y", "--lambda", "1");
        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.out().startsWith("P(y = 1) from 600 features"), ended.out());
        assertTrue(ended.err().contains("dropped 1 of 40 rows"), ended.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2", "1,2,3,4", "1,2,\"two\nlines\""})
    void aRowOfAnotherLengthIsNotMendedInSilence(String row) throws Exception {
        Submitted ended =
                Submitted.by(file("r.csv", "y,x,t", "0,1,a", row, "1,3,b", "0,4,c", "1,1,c"), "--target", "y");
        assertEquals(2, ended.code(), ended.err());
        assertTrue(ended.err().contains("more or fewer fields than the first has: "), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
    }

    @Test
    void quotesAndMarksAreReadAsOddsFitReadsThem() throws Exception {
        List<String> lines = new ArrayList<>(List.of("y,x,t"));
        for (int i = 0; i < 60; i++) {
            String text = List.of("\"say \"\"hi\"\", you\"", "back\\slash", "z").get(i % 3);
            lines.add("%d,%s,%s".formatted(i * 7 % 11 % 2, i % 13 == 0 ? "-9" : Integer.toString(i % 5), text));
        }
        String data = file("q.csv", lines.toArray(String[]::new));
        Path output = folder.resolve("q.odds.json");
        Submitted ended = Submitted.by(data, "--target", "y", "--na", "x, -9 ", "-o", output.toString());
        assertEquals(0, ended.code(), ended.err());
        ReadOptions options = ReadOptions.defaults().withMissing(List.of("x", " -9 "));
        Model model = dev.odds.LogisticRegression.create()
                .fit(TableReader.read(Path.of(data), options, ReadMonitor.NONE), Roles.target("y"))
                .model();
        assertEquals(model.encoder(), ModelFile.read(output).encoder());
        assertEquals(model.facts().run(), ModelFile.read(output).facts().run());
    }

    @Test
    void dataThatCannotBeReadAreToldInOneLine() throws Exception {
        Submitted ended = Submitted.by(file("bad.libsvm", "1 1:1 2:x", "-1 1:1"));
        assertEquals(2, ended.code(), ended.err());
        assertTrue(ended.err().contains("cannot be read as libsvm: For input string: \"x\""), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
    }
}
