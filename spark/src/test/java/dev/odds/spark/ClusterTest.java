package dev.odds.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver and two executors, each a process, without an installation of Spark. */
class ClusterTest {
    @Test
    void executorsMayDie(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> lines = Program.run(ClusterFits.class, folder);
        String expected = String.join("; ", Fitting.newton().here(ClusterFits.SAMPLE));
        assertEquals(5, lines.size(), lines::toString);
        assertEquals("healthy: " + expected, lines.get(0));
        assertEquals("lost while read: " + expected, lines.get(1));
        assertEquals("lost while fitted: " + expected, lines.get(2));
        assertTrue(lines.get(3).startsWith("refused: the dataset gave other rows"), lines.get(3));
        assertEquals("stored: Map()", lines.get(4));
        assertTrue(executors(folder) > 4, "two at first, and one for each that died");
    }

    /** Each has a folder of its own in that of its application. */
    private static long executors(Path folder) throws IOException {
        try (Stream<Path> found = Files.find(folder.resolve("work"), 2, (path, is) -> is.isDirectory())) {
            return found.filter(path -> path.getFileName().toString().matches("\\d+"))
                    .count();
        }
    }
}
