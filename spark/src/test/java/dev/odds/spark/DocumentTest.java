package dev.odds.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.model.ModelFile;
import dev.odds.spark.submit.SubmitOptions;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.OptionSpec;

/** What docs/spark.md says is so. */
class DocumentTest {
    @TempDir
    private Path folder;

    private static String document() throws Exception {
        return Files.readString(Repository.file("docs/spark.md"));
    }

    /** The first group of a pattern, wherever it is found in a text. */
    private static TreeSet<String> found(String pattern, String text) {
        TreeSet<String> found = new TreeSet<>();
        Matcher matcher =
                Pattern.compile(pattern, Pattern.DOTALL | Pattern.MULTILINE).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void theTableOfOptionsIsTheProgramsOptions() throws Exception {
        TreeSet<String> rows = found("^\\| (`-[^|]*?`) \\|", document().replace("\\|", "/"));
        TreeSet<String> documented = found("(--?[a-z][a-z0-9-]*)", String.join(" ", rows));
        TreeSet<String> options = new TreeSet<>();
        for (OptionSpec option : SubmitOptions.parser().getCommandSpec().options()) {
            options.addAll(Arrays.asList(option.names()));
        }
        assertEquals(options, documented);
    }

    @Test
    void theTableOfParamsHasEachParam() throws Exception {
        String table = document().split("## Params")[1].split("## ")[0];
        for (Param<?> param : new LogisticRegression().params()) {
            assertTrue(table.contains("`" + param.name() + "`"), param.name());
        }
    }

    @Test
    void linesOfJavaRun() throws Exception {
        String lines = found("```java\n(.*?)```", document()).first();
        String absolute = lines.replace(
                        "examples/birthwt.csv",
                        Repository.file("examples/birthwt.csv").toString())
                .replace("\"birthwt.", "\"" + folder + "/birthwt.");
        Path source = Files.writeString(folder.resolve("Lines.java"), """
                import dev.odds.spark.*;
                import java.nio.file.Path;
                import org.apache.spark.ml.*;
                import org.apache.spark.ml.classification.LogisticRegressionModel;
                import org.apache.spark.ml.feature.VectorAssembler;
                import org.apache.spark.sql.*;

                public class Lines {
                    public static void run(SparkSession spark) throws Exception {
                %s
                    }
                }
                """.formatted(absolute));
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertEquals(0, compiled, absolute);
        run();
        assertEquals(
                2,
                PipelineModel.load(folder.resolve("birthwt.spark").toString()).stages().length);
        assertEquals(
                List.of("age", "lwt", "smoke", "(bias)"),
                ModelFile.read(folder.resolve("birthwt.odds.json")).names());
    }

    private void run() throws Exception {
        PrintStream before = System.out;
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {folder.toUri().toURL()});
                PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream())) {
            System.setOut(nowhere);
            loader.loadClass("Lines").getMethod("run", SparkSession.class).invoke(null, Sessions.shared());
        } finally {
            System.setOut(before);
        }
    }
}
