package dev.odds;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real data that lie beside the repository on some machines. */
public final class SharedData {
    private SharedData() {}

    /** A file of the folder {@code shared/data} beside a folder above; the test is skipped where it is absent. */
    public static Path file(String relative) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared/data").resolve(relative);
            if (Files.exists(file)) {
                return file;
            }
        }
        return Assumptions.abort("skipped: shared data absent: " + relative);
    }
}
