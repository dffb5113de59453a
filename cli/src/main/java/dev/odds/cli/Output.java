package dev.odds.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
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
        if (file != null && !file.toString().equals("-")) {
            Path target = target(file);
            Path beside = target.resolveSibling(".%s.%d"
                    .formatted(target.getFileName(), ProcessHandle.current().pid()));
            return open(target, beside, streams);
        }
        return waits
                ? open(null, Files.createTempFile("odds", ".csv"), streams)
                : new Output(null, null, streams.out(), streams.out());
    }

    /** Refuses a slip that would replace something that is read by what is written. */
    static void checkNotRead(Path output, Path... read) throws IOException {
        for (Path file : read) {
            if (output != null && Files.exists(output) && Files.exists(file) && Files.isSameFile(output, file)) {
                throw new UsageException("-o %s is a file that is read; give another name".formatted(output));
            }
        }
    }

    private static Output open(Path target, Path temporary, Streams streams) throws IOException {
        temporary.toFile().deleteOnExit();
        try {
            return new Output(target, temporary, streams.out(), Files.newBufferedWriter(temporary));
        } catch (NoSuchFileException e) {
            throw new UsageException("-o: there is no folder %s; create it first".formatted(temporary.getParent()));
        } catch (AccessDeniedException e) {
            throw new UsageException(
                    "-o: no permission to write into %s; name another place".formatted(temporary.getParent()));
        }
    }

    /** The file itself where a link leads to one. */
    private static Path target(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UsageException("-o %s is no ordinary file; expected one, or none yet".formatted(file));
        }
        return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
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
}
