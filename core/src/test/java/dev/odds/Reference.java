package dev.odds;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * The figures of another program, from {@code reference/NAME.properties} of the test resources; the head of each file says
 * where they come from and how they were checked.
 */
public final class Reference {
    private final String name;
    private final Properties figures;

    private Reference(String name, Properties figures) {
        this.name = name;
        this.figures = figures;
    }

    /** The figures of that name; fails where there is no such file. */
    public static Reference load(String name) {
        String path = "/reference/" + name + ".properties";
        try (InputStream in = Reference.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new AssertionError("no figures at " + path);
            }
            Properties figures = new Properties();
            figures.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Reference(name, figures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The coefficients' names in Odds' words, in the order of all arrays over coefficients. */
    public List<String> names() {
        return List.of(split("names"));
    }

    public double[] estimates() {
        return array("estimates");
    }

    public double[] standardErrors() {
        return array("standardErrors");
    }

    /** The fitted probability of every row. */
    public double[] fitted() {
        return array("fitted");
    }

    /** The estimate of one coefficient. */
    public double estimate(String coefficient) {
        return estimates()[position(coefficient)];
    }

    /** The standard error of one coefficient. */
    public double standardError(String coefficient) {
        return standardErrors()[position(coefficient)];
    }

    /** One number, such as loss, logLikelihood, deviance, aic. */
    public double scalar(String key) {
        return Double.parseDouble(value("scalar." + key));
    }

    /** A list of numbers under any other key of the file. */
    public double[] array(String key) {
        return Arrays.stream(split(key)).mapToDouble(Double::parseDouble).toArray();
    }

    /** A list of words under any other key of the file. */
    public List<String> words(String key) {
        return List.of(split(key));
    }

    private int position(String coefficient) {
        int position = names().indexOf(coefficient);
        if (position < 0) {
            throw new AssertionError(name + " has no coefficient " + coefficient + ", only " + names());
        }
        return position;
    }

    private String[] split(String key) {
        return value(key).split(",\\s*");
    }

    private String value(String key) {
        String value = figures.getProperty(key);
        if (value == null) {
            throw new AssertionError(name + " has no " + key + ", only " + figures.stringPropertyNames());
        }
        return value;
    }
}
