package dev.odds.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** JSON for people: a line for each entry of the document and of its parts, what is deeper stays on its line. */
final class Layout extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 2;

    private int depth;

    @Override
    public void writeStartObject(JsonGenerator out) throws IOException {
        open(out, '{');
    }

    @Override
    public void writeStartArray(JsonGenerator out) throws IOException {
        open(out, '[');
    }

    @Override
    public void beforeObjectEntries(JsonGenerator out) throws IOException {
        line(out, "");
    }

    @Override
    public void beforeArrayValues(JsonGenerator out) throws IOException {
        line(out, "");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator out) throws IOException {
        out.writeRaw(',');
        line(out, " ");
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
        out.writeRaw(',');
        line(out, " ");
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator out) throws IOException {
        out.writeRaw(": ");
    }

    @Override
    public void writeEndObject(JsonGenerator out, int entries) throws IOException {
        close(out, entries, '}');
    }

    @Override
    public void writeEndArray(JsonGenerator out, int values) throws IOException {
        close(out, values, ']');
    }

    private void open(JsonGenerator out, char bracket) throws IOException {
        out.writeRaw(bracket);
        depth++;
    }

    private void close(JsonGenerator out, int entries, char bracket) throws IOException {
        boolean lines = depth <= DEEPEST;
        depth--;
        if (lines && entries > 0) {
            line(out, "");
        }
        out.writeRaw(bracket);
    }

    private void line(JsonGenerator out, String otherwise) throws IOException {
        out.writeRaw(depth <= DEEPEST ? "\n" + "  ".repeat(depth) : otherwise);
    }
}
