package dev.odds.table;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BiFunction;

/** Stored bytes. */
interface Source extends AutoCloseable {
    /** As the user named it. */
    String name();

    /** Stored bytes in all, -1 where unknown. */
    long size() throws IOException;

    /** The bytes from the first on; the stream of an earlier call, if there was one, has been read to its end. */
    InputStream open() throws IOException;

    @Override
    void close() throws IOException;

    /** A regular file is read where it lies; a pipe or device is opened and made a source by {@code stream}. */
    static Source of(Path file, BiFunction<InputStream, String, Source> stream) {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw new InputException("%s: found a directory, expected a file".formatted(name));
        }
        try {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(name);
            }
            // not Files.newInputStream, which asks a pipe for its position
            return Files.isRegularFile(file)
                    ? new FileSource(file)
                    : stream.apply(new FileInputStream(file.toFile()), name);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    static InputException unreadable(String name, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new InputException("%s: found no such file; check the name and the folder".formatted(name), e);
        }
        if (e instanceof AccessDeniedException) {
            return new InputException("%s: found a file without permission to read it".formatted(name), e);
        }
        return new InputException("%s: cannot be read: %s".formatted(name, e.getMessage()), e);
    }
}
