package dev.odds.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What a file holds, guessed from its beginning before it is read.
 *
 * @param names the columns of delimited text; none for sparse rows
 * @param rows about how many rows there are
 * @param values about how many values there are in the columns wanted
 */
public record Forecast(List<String> names, double rows, double values) {
    private static final int SAMPLE = 1 << 20;

    public Forecast {
        names = List.copyOf(names);
    }

    /**
     * Looks at the first megabyte.
     *
     * @throws InputException as {@link TableReader} would for that part
     */
    public static Forecast of(Path file, ReadOptions options) {
        try (Source source = Source.of(file, OnceSource::new);
                TextInput input = new TextInput(source)) {
            ReadOptions known = options.withFormat(FormatGuess.of(input, options));
            return known.format() == ReadOptions.Format.LIBSVM ? sparse(input) : delimited(input, known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Forecast delimited(TextInput input, ReadOptions options) {
        Layout layout = new LayoutGuess(input.name(), options, Set.of()).layout(input);
        long wanted =
                layout.kinds().stream().filter(kind -> kind != Part.Kind.SKIP).count();
        double rows = rows(input);
        return new Forecast(layout.names(), rows, rows * wanted);
    }

    private static Forecast sparse(TextInput input) {
        double rows = rows(input);
        return new Forecast(List.of(), rows, times(input, (byte) ':'));
    }

    private static double rows(TextInput input) {
        return Math.max(1, times(input, (byte) '\n'));
    }

    /** About how often a byte occurs in the file: as often per stored byte as in the sample. */
    private static double times(TextInput input, byte wanted) {
        byte[] sample = input.peek(SAMPLE);
        long count = 0;
        for (byte b : sample) {
            count += b == wanted ? 1 : 0;
        }
        boolean whole = sample.length < SAMPLE || input.done() == 0;
        return whole ? count : count * ((double) input.total() / input.done());
    }
}
