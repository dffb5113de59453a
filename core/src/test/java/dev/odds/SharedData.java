package dev.odds;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real data that some machines have in a folder {@code shared/data} beside the repository. */
public final class SharedData {
    private SharedData() {}

    /** The file, or the end of the test, said aloud, where it is not there. */
    public static Path file(String relative) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared/data").resolve(relative);
            if (Files.exists(file)) {
                return file;
            }
        }
        String sentence = "skipped: shared data absent: " + relative;
        System.err.println(sentence);
        return Assumptions.abort(sentence);
    }
}
