package dev.odds.model;

import dev.odds.table.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A model as a file: JSON with a version and a checksum, which is SHA-256 of the file while its digits are all 0. What is read
 * is data from outside: size, depth and types are limited, and nothing is taken that is not as it was written.
 */
public final class ModelFile {
    static final String FORMAT = "odds-model";
    static final int VERSION = 1;
    static final int MAX_BYTES = 256 << 20;

    private static final int HEAD_BYTES = 256;
    private static final Pattern HEAD = Pattern.compile("\\s*\\{\\s*\"format\"\\s*:\\s*\"" + FORMAT + "\"");

    private ModelFile() {}

    /**
     * Writes the model, whole or not at all; the same model gives the same bytes.
     *
     * @throws InputException if the file cannot be there, or is there and is no model of Odds, which is not replaced
     * @throws UncheckedIOException if the disk fails or is full
     */
    public static void write(Model model, Path file) {
        checkReplaceable(file);
        byte[] bytes = ModelWriter.bytes(model);
        if (bytes.length > MAX_BYTES) {
            throw new InputException(
                    "%s: the model takes %d MB, expected at most %d: fit fewer features, levels or lambdas"
                            .formatted(file, bytes.length >> 20, MAX_BYTES >> 20));
        }
        AtomicFile.write(bytes, file);
    }

    /**
     * The model in the file.
     *
     * @throws InputException if there is none, or it is not as it was written
     */
    public static Model read(Path file) {
        return ModelReader.read(bytes(file, MAX_BYTES), file.toString());
    }

    /** Refuses a file that is there and is no model of Odds; nothing is written. */
    public static void checkReplaceable(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    "%s: found no ordinary file there, expected a model of Odds or nothing".formatted(file));
        }
        if (!HEAD.matcher(head(file)).lookingAt()) {
            throw new InputException(
                    "%s: found a file that is no model of Odds, which is not replaced: delete it or give another name"
                            .formatted(file));
        }
    }

    private static String head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new InputException(
                    "%s: cannot read what is there, expected a model of Odds or nothing".formatted(file), unreadable);
        }
    }

    private static byte[] bytes(Path file, int most) {
        if (Files.isDirectory(file)) {
            throw new InputException("%s: found a folder, expected a model file".formatted(file));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new InputException(
                        "%s: more than %d MB, expected a model file of Odds".formatted(file, most >> 20));
            }
            return bytes;
        } catch (NoSuchFileException none) {
            throw new InputException("%s: no such file, expected a model file".formatted(file), none);
        } catch (AccessDeniedException denied) {
            throw new InputException("%s: found a file without permission to read it".formatted(file), denied);
        } catch (IOException unreadable) {
            throw new InputException(
                    "%s: cannot be read, expected a model file: %s".formatted(file, unreadable.getMessage()),
                    unreadable);
        }
    }
}
