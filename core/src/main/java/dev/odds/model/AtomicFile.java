package dev.odds.model;

import dev.odds.table.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that is there with all its bytes or not at all. */
final class AtomicFile {
    private AtomicFile() {}

    /** Writes beside the file, waits for the disk, then renames; a link is followed, so that it stays one. */
    static void write(byte[] bytes, Path file) {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path beside = target.resolveSibling(".%s.%s".formatted(target.getFileName(), UUID.randomUUID()));
            try {
                store(bytes, beside);
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (NoSuchFileException none) {
            throw new InputException(
                    "%s: there is no such folder, expected one: create it first".formatted(file), none);
        } catch (AccessDeniedException denied) {
            throw new InputException(
                    "%s: writing there is not allowed, expected a folder that can be written".formatted(file), denied);
        } catch (IOException failed) {
            throw new UncheckedIOException("%s: cannot be written: %s".formatted(file, failed.getMessage()), failed);
        }
    }

    private static void store(byte[] bytes, Path file) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }
}
