package dev.odds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A table of the folder {@code examples}, read by the plainest means, so that tests need not trust the project's own reader
 * and encoder.
 */
public final class ExampleTable {
    private final List<String> header;
    private final List<String[]> rows;

    private ExampleTable(List<String> header, List<String[]> rows) {
        this.header = header;
        this.rows = rows;
    }

    /** Reads {@code examples/NAME.csv}, which has a header and no quotes. */
    public static ExampleTable read(String name) {
        try {
            List<String> lines = Files.readAllLines(path(name));
            List<String[]> rows =
                    lines.stream().skip(1).map(line -> line.split(",")).toList();
            return new ExampleTable(List.of(lines.get(0).split(",")), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file, found in the folder {@code examples} beside a folder above the working directory. */
    public static Path path(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("examples").resolve(name + ".csv");
            if (Files.exists(file)) {
                return file;
            }
        }
        throw new AssertionError(
                "no examples/" + name + ".csv above " + Path.of("").toAbsolutePath());
    }

    /**
     * The column of a coefficient's name: ones for {@code (bias)}, 1 where {@code column=level} holds and 0 elsewhere, else
     * the column's numbers.
     */
    public double[] column(String name) {
        if (name.equals("(bias)")) {
            return rows.stream().mapToDouble(row -> 1).toArray();
        }
        String[] parts = name.split("=", 2);
        int k = header.indexOf(parts[0]);
        return rows.stream()
                .mapToDouble(row -> parts.length == 1 ? Double.parseDouble(row[k]) : row[k].equals(parts[1]) ? 1 : 0)
                .toArray();
    }

    /** One array per name, each a {@link #column}. */
    public double[][] columns(List<String> names) {
        return names.stream().map(this::column).toArray(double[][]::new);
    }
}
