package dev.odds.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.odds.table.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** JSON as {@link JsonInput} reads it: numbers in the shortest form that reads back to the same bits, infinite ones as words. */
final class JsonOutput {
    private final JsonGenerator out;

    private JsonOutput(JsonGenerator out) {
        this.out = out;
    }

    /** Writes a part of a document. */
    @FunctionalInterface
    interface Body {
        void write() throws IOException;
    }

    /** Writes a whole document. */
    @FunctionalInterface
    interface Document {
        void write(JsonOutput out) throws IOException;
    }

    /** The bytes of a document that holds one object. */
    static byte[] document(Document document) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = factory.createGenerator(bytes).setPrettyPrinter(new Layout())) {
            json.writeStartObject();
            document.write(new JsonOutput(json));
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new IllegalStateException("nothing fails in memory", impossible);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    void object(String name, Body body) throws IOException {
        out.writeFieldName(name);
        element(body);
    }

    /** An object in an array. */
    void element(Body body) throws IOException {
        out.writeStartObject();
        body.write();
        out.writeEndObject();
    }

    void array(String name, Body body) throws IOException {
        out.writeArrayFieldStart(name);
        body.write();
        out.writeEndArray();
    }

    void text(String name, String text) throws IOException {
        out.writeStringField(name, checked(text));
    }

    void texts(String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(checked(text));
        }
        out.writeEndArray();
    }

    /** A text, absent where it is null. */
    void optional(String name, String text) throws IOException {
        if (text != null) {
            text(name, text);
        }
    }

    void flag(String name, boolean value) throws IOException {
        out.writeBooleanField(name, value);
    }

    void whole(String name, long value) throws IOException {
        out.writeNumberField(name, value);
    }

    void number(String name, double value) throws IOException {
        if (Double.isNaN(value)) {
            throw new InputException(
                    "%s of the model is not a number, expected one: nothing was written".formatted(name));
        }
        if (Double.isInfinite(value)) {
            text(name, value > 0 ? "Infinity" : "-Infinity");
        } else {
            out.writeNumberField(name, value);
        }
    }

    /** A number, absent where it is NaN. */
    void present(String name, double value) throws IOException {
        if (!Double.isNaN(value)) {
            number(name, value);
        }
    }

    /** Finite numbers. */
    void numbers(String name, double[] numbers) throws IOException {
        out.writeFieldName(name);
        numbers(numbers);
    }

    /** Finite numbers as an element of an array. */
    void numbers(double[] numbers) throws IOException {
        out.writeArray(numbers, 0, numbers.length);
    }

    void wholes(String name, int[] numbers) throws IOException {
        out.writeFieldName(name);
        out.writeArray(numbers, 0, numbers.length);
    }

    /** Half a surrogate pair would be written as something else. */
    private static String checked(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new InputException(
                    "a name or a level of the model is not valid Unicode, expected it to be: nothing was written");
        }
        return text;
    }
}
