package dev.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Java of the folder examples, run as a user runs it: a source file and a class path, nothing else. */
class ExamplesTest {
    @Test
    void quickStartRunsOnThePlainClassPath() throws IOException, InterruptedException {
        String classPath = Stream.of("java.class.path", "jdk.module.path")
                .map(System::getProperty)
                .filter(path -> path != null && !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        Path examples = ExampleTable.path("birthwt").getParent();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        examples.resolve("QuickStart.java").toString(),
                        examples.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertTrue(output.contains("smoke         0.9388 +- 0.4022"), output);
        assertTrue(output.contains("P(low = 1) of the first birth: 0.2998"), output);
    }
}
