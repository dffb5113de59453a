package dev.odds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
    private static final Path ROOT = Odds.repository("README.md").getParent();

    @TempDir
    Path folder;

    /** What stands in the first block of the README that begins so, up to a line of three points. */
    private static String block(String begin) throws Exception {
        String readme = Files.readString(ROOT.resolve("README.md"));
        Matcher matcher = Pattern.compile(Pattern.quote(begin) + "\n(.*?)(```|\\.\\.\\.\n)", Pattern.DOTALL)
                .matcher(readme);
        assertTrue(matcher.find(), begin + " is not in README.md");
        return matcher.group(1);
    }

    private void examples() throws Exception {
        Path copies = Files.createDirectory(folder.resolve("examples"));
        for (String name : List.of("birthwt.csv", "spector.csv")) {
            Files.copy(ROOT.resolve("examples").resolve(name), copies.resolve(name));
        }
    }

    @Test
    void outputIsWhatTheCommandsPrint() throws Exception {
        examples();
        Odds odds = Odds.in(folder);
        String fit = odds.run("fit", "examples/birthwt.csv", "--target", "low")
                .expect(0)
                .silent()
                .out();
        assertEquals(block("$ ./odds fit examples/birthwt.csv --target low"), fit);
        String predict = odds.run("predict", "birthwt.odds.json", "examples/birthwt.csv")
                .expect(0)
                .out();
        String shown = block("$ ./odds predict birthwt.odds.json examples/birthwt.csv");
        assertTrue(predict.startsWith(shown) && shown.lines().count() == 4, shown);
        odds.run("gradient", "examples/spector.csv", "--target", "grade", "--theta=1,0,0", "--bias=-3")
                .expect(0);
    }

    @Test
    void javaIsAProgram() throws Exception {
        examples();
        String program = """
                import dev.odds.*;
                import dev.odds.design.*;
                import dev.odds.inference.*;
                import dev.odds.model.*;
                import dev.odds.table.*;
                import java.nio.file.Path;
                import java.util.List;

                class Readme {
                    public static void main(String[] args) {
                %s
                        System.out.println(p);
                    }
                }
                """.formatted(block("```java"));
        Files.writeString(folder.resolve("Readme.java"), program);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "Readme.java")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        List<String> lines =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        assertEquals(0, process.waitFor(), lines.toString());
        assertTrue(lines.get(0).startsWith("(bias) 1.7528"), lines.toString());
        double p = Double.parseDouble(lines.get(lines.size() - 1));
        assertTrue(p > 0 && p < 1, lines.toString());
        assertTrue(Files.exists(folder.resolve("birthwt.odds.json")));
    }
}
