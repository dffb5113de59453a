package dev.odds.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes JSON documents: doubles in the shortest form that reads back to the same bits, and a number that is not finite is
 * absent.
 */
final class Json implements AutoCloseable {
    private final JsonGenerator generator;

    private Json(Writer out) throws IOException {
        generator = JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build()
                .createGenerator(out);
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        generator.setPrettyPrinter(new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(lines));
    }

    /** Writes into a document. */
    @FunctionalInterface
    interface Body {
        void write(Json json) throws IOException;
    }

    /** A document that holds one object. */
    static String document(Body body) {
        StringWriter text = new StringWriter();
        try (Json json = new Json(text)) {
            json.generator.writeStartObject();
            body.write(json);
            json.generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    @Override
    public void close() throws IOException {
        generator.close();
    }

    Json put(String key, String value) throws IOException {
        generator.writeStringField(key, value);
        return this;
    }

    Json put(String key, long value) throws IOException {
        generator.writeNumberField(key, value);
        return this;
    }

    Json put(String key, boolean value) throws IOException {
        generator.writeBooleanField(key, value);
        return this;
    }

    /** A number, absent where it is not finite. */
    Json put(String key, double value) throws IOException {
        if (Double.isFinite(value)) {
            generator.writeNumberField(key, value);
        }
        return this;
    }

    Json put(String key, List<String> values) throws IOException {
        generator.writeArrayFieldStart(key);
        for (String value : values) {
            generator.writeString(value);
        }
        generator.writeEndArray();
        return this;
    }

    /** A number; "Infinity" where it is infinite, absent where it is NaN. */
    Json putOrWord(String key, double value) throws IOException {
        return Double.isInfinite(value) ? put(key, value > 0 ? "Infinity" : "-Infinity") : put(key, value);
    }

    /** Finite numbers in one line. */
    Json put(String key, double[] values) throws IOException {
        generator.writeArrayFieldStart(key);
        for (double value : values) {
            generator.writeNumber(value);
        }
        generator.writeEndArray();
        return this;
    }

    /** A shape. */
    Json put(String key, long rows, long columns) throws IOException {
        generator.writeArrayFieldStart(key);
        generator.writeNumber(rows);
        generator.writeNumber(columns);
        generator.writeEndArray();
        return this;
    }

    Json object(String key, Body body) throws IOException {
        generator.writeObjectFieldStart(key);
        body.write(this);
        generator.writeEndObject();
        return this;
    }

    /** One object for each element. */
    <T> Json objects(String key, List<T> elements, Element<T> body) throws IOException {
        generator.writeArrayFieldStart(key);
        for (T element : elements) {
            generator.writeStartObject();
            body.write(this, element);
            generator.writeEndObject();
        }
        generator.writeEndArray();
        return this;
    }

    /** Writes the fields of one element. */
    @FunctionalInterface
    interface Element<T> {
        void write(Json json, T element) throws IOException;
    }
}
