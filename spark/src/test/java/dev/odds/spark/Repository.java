package dev.odds.spark;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the repository, from whatever folder the tests run in. */
final class Repository {
    private Repository() {}

    /** The file at a path from the root, such as {@code examples/birthwt.csv}. */
    static Path file(String path) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(path))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no folder above holds " + path);
        }
        return folder.resolve(path);
    }
}
