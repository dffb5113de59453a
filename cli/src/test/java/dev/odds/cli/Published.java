package dev.odds.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Properties;

/** The figures of another program for an example table; where they come from stands in their file. */
record Published(Properties figures) {
    static Published of(String name) {
        Properties figures = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Odds.repository("core/src/test/resources/reference/" + name + ".properties"))) {
            figures.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Published(figures);
    }

    String[] words(String key) {
        return figures.getProperty(key).split(",\\s*");
    }

    double[] numbers(String key) {
        return Arrays.stream(words(key)).mapToDouble(Double::parseDouble).toArray();
    }

    double number(String key) {
        return Double.parseDouble(figures.getProperty(key));
    }
}
