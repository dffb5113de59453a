package dev.odds.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON object as it came out of a command. */
record JsonDocument(Map<?, ?> fields) {
    /** Reads a text that holds one object and nothing else. */
    static JsonDocument of(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            Map<?, ?> fields = (Map<?, ?>) value(parser);
            if (parser.nextToken() != null) {
                throw new IllegalStateException("more than one document: " + text);
            }
            return new JsonDocument(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double number(String key) {
        return ((Number) fields.get(key)).doubleValue();
    }

    Object value(String key) {
        return fields.get(key);
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    JsonDocument object(String key) {
        return new JsonDocument((Map<?, ?>) fields.get(key));
    }

    List<JsonDocument> objects(String key) {
        return ((List<?>) fields.get(key))
                .stream().map(o -> new JsonDocument((Map<?, ?>) o)).toList();
    }

    double[] numbers(String key) {
        return ((List<?>) fields.get(key))
                .stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new IllegalStateException("unexpected " + parser.currentToken());
        };
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            fields.put(key, value(parser));
        }
        return fields;
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return values;
    }
}
