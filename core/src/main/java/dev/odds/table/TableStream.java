package dev.odds.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads a file in pieces of bounded memory, in its order, with columns typed by a schema instead of by what they hold.
 *
 * <p>Of the options, format, delimiter, header, missing and threads count; a first row that has all names of the schema
 * is taken for the header. Errors as in {@link TableReader}; the pieces before a fault have been handed over. The
 * consumer runs on the calling thread.
 */
public final class TableStream {
    private TableStream() {}

    /** Reads a file. */
    public static void read(Path file, ReadOptions options, Schema schema, Consumer<TablePiece> consumer) {
        read(Source.of(file, OnceSource::new), options, schema, consumer);
    }

    /** Reads a stream to its end and closes it. */
    public static void read(
            InputStream in, String name, ReadOptions options, Schema schema, Consumer<TablePiece> consumer) {
        read(new OnceSource(in, name), options, schema, consumer);
    }

    private static void read(Source source, ReadOptions options, Schema schema, Consumer<TablePiece> consumer) {
        try (source;
                TextInput input = new TextInput(source)) {
            ReadOptions known = options.withFormat(FormatGuess.of(input, options));
            if (known.format() == ReadOptions.Format.LIBSVM) {
                new LibsvmStream(input, known, schema).read(consumer);
            } else {
                new CsvStream(input, known, schema).read(consumer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
