package dev.odds.cli;

import dev.odds.table.Data;
import dev.odds.table.ReadOptions;
import dev.odds.table.Schema;
import dev.odds.table.TablePiece;
import dev.odds.table.TableReader;
import dev.odds.table.TableStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The data that a command is given: a file, or standard input.
 *
 * @param path as the user typed it; "-" for standard input
 */
record Input(Path path) {
    private static final List<String> ENDINGS = List.of(".gz", ".csv", ".tsv", ".txt", ".libsvm", ".svm");
    private static final String STANDARD = "-";

    Input {
        if (path.toString().isEmpty()) {
            throw new UsageException("DATA is empty; expected the name of a file, or - for standard input");
        }
    }

    boolean isStandardInput() {
        return path.toString().equals(STANDARD);
    }

    /** Whether it can be looked at before it is read. */
    boolean isFile() {
        return !isStandardInput() && Files.isRegularFile(path);
    }

    /** What messages call it. */
    String name() {
        return isStandardInput() ? "standard input" : path.toString();
    }

    /** The file's name without its folder and its known endings; "model" for standard input. */
    String stem() {
        if (isStandardInput() || path.getFileName() == null) {
            return "model";
        }
        String name = path.getFileName().toString();
        for (String ending : ENDINGS) {
            if (name.endsWith(ending) && name.length() > ending.length()) {
                name = name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    /** Reads all of it, telling the progress. */
    Data read(ReadOptions options, Streams streams) {
        try (Progress progress = new Progress(streams)) {
            Reading reading = new Reading(name(), progress);
            return isStandardInput()
                    ? TableReader.read(streams.in(), name(), options, reading)
                    : TableReader.read(path, options, reading);
        }
    }

    /** Reads it in pieces. */
    void stream(ReadOptions options, Schema schema, Streams streams, Consumer<TablePiece> consumer) {
        if (isStandardInput()) {
            TableStream.read(streams.in(), name(), options, schema, consumer);
        } else {
            TableStream.read(path, options, schema, consumer);
        }
    }
}
