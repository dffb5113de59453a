package dev.odds.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where results go: appears whole when it is committed, or not at all. Standard output is written as it comes unless it is
 * asked to wait.
 *
 * <p>Not thread-safe.
 */
final class Output implements AutoCloseable {
    private final Path file;
    private final Path temporary;
    private final Writer target;
    private final Writer writer;

    private Output(Path file, Path temporary, Writer target, Writer writer) {
        this.file = file;
        this.temporary = temporary;
        this.target = target;
        this.writer = writer;
    }

    /**
     * Opens an output.
     *
     * @param file the file; null or "-" for standard output
     * @param waits whether standard output too gets nothing before the commit
     */
    static Output to(Path file, boolean waits, Streams streams) throws IOException {
        boolean standard = file == null || file.toString().equals("-");
        if (standard && !waits) {
            return new Output(null, null, streams.out(), streams.out());
        }
        Path temporary = standard ? Files.createTempFile("odds", ".csv") : beside(file);
        temporary.toFile().deleteOnExit();
        BufferedWriter writer = Files.newBufferedWriter(temporary);
        return new Output(standard ? null : file, temporary, streams.out(), writer);
    }

    Writer writer() {
        return writer;
    }

    /** Makes what was written appear. */
    void commit() throws IOException {
        if (temporary == null) {
            return;
        }
        writer.close();
        if (file != null) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        try (Reader reader = Files.newBufferedReader(temporary)) {
            reader.transferTo(target);
        }
    }

    /** Takes away what was not committed. */
    @Override
    public void close() throws IOException {
        if (temporary != null) {
            writer.close();
            Files.deleteIfExists(temporary);
        }
    }

    private static Path beside(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UsageException("-o %s is no ordinary file; expected one, or none yet".formatted(file));
        }
        Path folder = file.toAbsolutePath().getParent();
        try {
            return Files.createTempFile(folder, ".odds", ".csv");
        } catch (NoSuchFileException e) {
            throw new UsageException("-o %s: there is no folder %s".formatted(file, folder));
        }
    }
}
