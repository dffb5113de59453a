package dev.odds.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.odds.table.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * JSON from outside, read in the one order in which it was written: every entry that is not the next expected is refused, and
 * so are entries that are twice, unknown, missing or of another type.
 */
final class JsonInput {
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(20)
            .maxNumberLength(40)
            .maxNameLength(100)
            .maxStringLength(1 << 20)
            .maxDocumentLength(ModelFile.MAX_BYTES)
            .build();
    private static final int SHOWN = 60;

    private final JsonParser in;
    private final String file;
    /** Where the token before the current one starts. */
    private JsonLocation last;

    JsonInput(byte[] bytes, String file) {
        this.file = file;
        try {
            in = JsonFactory.builder().streamReadConstraints(LIMITS).build().createParser(bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException("no input is read from an array", impossible);
        }
        advance();
    }

    /** Goes into an object. */
    void object() {
        expect(JsonToken.START_OBJECT, "{");
    }

    /** Leaves an object, which must have no further entry. */
    void endObject() {
        expect(JsonToken.END_OBJECT, "}");
    }

    /** Goes into an array. */
    void array() {
        expect(JsonToken.START_ARRAY, "[");
    }

    /** Whether the array goes on; leaves it where it does not. */
    boolean more() {
        if (in.currentToken() == JsonToken.END_ARRAY) {
            advance();
            return false;
        }
        return true;
    }

    /** The document must end here. */
    void end() {
        if (in.currentToken() != null) {
            throw unexpected("the end of the file");
        }
    }

    /** Passes the name of the next entry, which must be this. */
    JsonInput field(String name) {
        if (!optional(name)) {
            throw unexpected("the entry \"" + name + "\"");
        }
        return this;
    }

    /** Passes the name of the next entry if it is this. */
    boolean optional(String name) {
        boolean there = in.currentToken() == JsonToken.FIELD_NAME && name.equals(raw());
        if (there) {
            advance();
        }
        return there;
    }

    String text() {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw unexpected("text");
        }
        String text = raw();
        advance();
        return text;
    }

    /** An array of texts. */
    List<String> texts() {
        array();
        List<String> texts = new ArrayList<>();
        while (more()) {
            texts.add(text());
        }
        return texts;
    }

    /** An array of numbers. */
    double[] numbers() {
        array();
        DoubleStream.Builder numbers = DoubleStream.builder();
        while (more()) {
            numbers.add(number());
        }
        return numbers.build().toArray();
    }

    /** An array of whole numbers from 0 to {@code most}. */
    int[] wholes(int most) {
        array();
        IntStream.Builder numbers = IntStream.builder();
        while (more()) {
            numbers.add((int) whole(most));
        }
        return numbers.build().toArray();
    }

    /** Where the text that comes next starts in the file, behind its quote. */
    int textStart() {
        return (int) in.currentTokenLocation().getByteOffset() + 1;
    }

    /** A number, which may be infinite. */
    double number() {
        double value;
        JsonToken token = in.currentToken();
        if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
            value = Double.parseDouble(raw());
            if (Double.isInfinite(value)) {
                throw unexpected("a number that a double can hold");
            }
        } else if (token == JsonToken.VALUE_STRING && raw().endsWith("Infinity") && raw().length() <= 9) {
            value = switch (raw()) {
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                default -> throw unexpected("a number");
            };
        } else {
            throw unexpected("a number");
        }
        advance();
        return value;
    }

    /** A whole number from 0 to {@code most}. */
    long whole(long most) {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw unexpected("a whole number");
        }
        String digits = raw();
        if (digits.startsWith("-") || digits.length() > 18 || Long.parseLong(digits) > most) {
            throw unexpected("a whole number from 0 to " + most);
        }
        advance();
        return Long.parseLong(digits);
    }

    /** Any whole number of 64 bits. */
    long signed() {
        String digits = in.currentToken() == JsonToken.VALUE_NUMBER_INT ? raw() : "";
        try {
            long value = Long.parseLong(digits);
            advance();
            return value;
        } catch (NumberFormatException other) {
            throw unexpected("a whole number of 64 bits");
        }
    }

    boolean flag() {
        JsonToken token = in.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw unexpected("true or false");
        }
        advance();
        return token == JsonToken.VALUE_TRUE;
    }

    /** A sentence that ends with what was expected where the input stands. */
    InputException unexpected(String expected) {
        String found = in.currentToken() == null ? "the end of the file" : shown(raw());
        return at(in.currentTokenLocation(), "found %s, expected %s".formatted(found, expected));
    }

    /** The same about what was just read. */
    InputException bad(String sentence) {
        return at(last, sentence);
    }

    private InputException at(JsonLocation place, String sentence) {
        return new InputException("%s:%d:%d: %s".formatted(file, place.getLineNr(), place.getColumnNr(), sentence));
    }

    private static String shown(String text) {
        String printable = text.codePoints()
                .limit(SHOWN)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return printable.length() < text.length() ? printable + "..." : printable;
    }

    private void expect(JsonToken token, String shown) {
        if (in.currentToken() != token) {
            throw unexpected(shown);
        }
        advance();
    }

    private String raw() {
        try {
            return in.getText();
        } catch (IOException broken) {
            throw broken(broken);
        }
    }

    private void advance() {
        last = in.currentTokenLocation();
        try {
            in.nextToken();
        } catch (IOException broken) {
            throw broken(broken);
        }
    }

    private InputException broken(IOException broken) {
        String what = "this is not valid JSON, expected a model file as Odds writes it";
        if (broken instanceof JsonEOFException) {
            what = "the file ends in the middle, expected all of a model file: copy or fit it again";
        } else if (broken instanceof StreamConstraintsException) {
            what = "a text, a number or the nesting exceeds what a model file has";
        }
        return at(in.currentLocation(), what);
    }
}
