package dev.odds.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Reads a file into memory: delimited text into a {@link Table}, LIBSVM's sparse rows into a {@link SparseTable}, either
 * also compressed as gz, which is found by content.
 *
 * <p>The same file and options give the same bits on any number of threads. What is wrong with a file is told by an
 * {@link InputException} with file, line and column where there is one; a reading thread that is interrupted ends in a
 * {@link java.util.concurrent.CancellationException}.
 */
public final class TableReader {
    private TableReader() {}

    /** Reads a file. */
    public static Data read(Path file, ReadOptions options, ReadMonitor monitor) {
        return read(Source.of(file, SpooledSource::new), options, monitor);
    }

    /**
     * Reads a stream to its end and closes it; what was read is kept in a temporary file meanwhile.
     *
     * @param name what messages and the table call it
     */
    public static Data read(InputStream in, String name, ReadOptions options, ReadMonitor monitor) {
        return read(new SpooledSource(in, name), options, monitor);
    }

    private static Data read(Source source, ReadOptions options, ReadMonitor monitor) {
        try (source;
                TextInput input = new TextInput(source)) {
            ReadOptions known = options.withFormat(FormatGuess.of(input, options));
            return known.format() == ReadOptions.Format.LIBSVM
                    ? new LibsvmTable(input, known, monitor).read()
                    : new CsvTable(source, known, monitor, CsvTable.MOST_LEVELS).read(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
