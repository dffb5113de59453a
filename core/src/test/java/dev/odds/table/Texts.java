package dev.odds.table;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Reads tables from texts in the tests of this package. */
final class Texts {
    static final ReadOptions OPTIONS = ReadOptions.defaults().withThreads(2);

    private Texts() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gz(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
            gz.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Data data(byte[] bytes, String name, ReadOptions options) {
        return TableReader.read(new ByteArrayInputStream(bytes), name, options, ReadMonitor.NONE);
    }

    static Table table(String text) {
        return table(text, OPTIONS);
    }

    static Table table(String text, ReadOptions options) {
        return (Table) data(bytes(text), "t.csv", options);
    }

    static SparseTable sparse(String text) {
        return (SparseTable) data(bytes(text), "t.svm", OPTIONS);
    }

    static String error(String text) {
        return error(text, OPTIONS);
    }

    static String error(String text, ReadOptions options) {
        return assertThrows(InputException.class, () -> table(text, options)).getMessage();
    }

    static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    static double[] numbers(Table table, String name) {
        return ((NumericColumn) table.find(name).orElseThrow()).toArray();
    }

    static CategoricalColumn levels(Table table, String name) {
        return (CategoricalColumn) table.find(name).orElseThrow();
    }
}
