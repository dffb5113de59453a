package dev.odds.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.odds.table.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One bad row among many: one sentence with its place, without a task that fails. */
class InputFailureTest {
    private static final SparkSession SESSION = Sessions.shared();
    private static final Sample SAMPLE = Sample.of(900, 2).weighted();

    private final Leftovers leftovers = Leftovers.of(SESSION.sparkContext());

    static Stream<Arguments> bad() {
        return Stream.of(
                arguments("NaN", row(Vectors.dense(1, Double.NaN), 1.0, 1.0, 0.0)),
                arguments("Infinity", row(Vectors.dense(Double.POSITIVE_INFINITY, 1), 1.0, 1.0, 0.0)),
                arguments("3", row(Vectors.dense(1, 2, 3), 1.0, 1.0, 0.0)),
                arguments("null", row(null, 1.0, 1.0, 0.0)),
                arguments("2", row(Vectors.dense(1, 2), 2.0, 1.0, 0.0)),
                arguments("0.5", row(Vectors.dense(1, 2), 0.5, 1.0, 0.0)),
                arguments("null", row(Vectors.dense(1, 2), null, 1.0, 0.0)),
                arguments("-1", row(Vectors.dense(1, 2), 1.0, -1.0, 0.0)),
                arguments("null", row(Vectors.dense(1, 2), 1.0, null, 0.0)),
                arguments("NaN", row(Vectors.dense(1, 2), 1.0, 1.0, Double.NaN)));
    }

    private static Row row(Object... values) {
        return RowFactory.create(values);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void isToldWithItsPlace(String found, Row bad) throws InterruptedException {
        List<List<Row>> parts = parts();
        parts.get(2).set(17, bad);
        parts.get(3).set(0, bad);
        refused(parts, found, "row 618", "row 18 of partition 2");
    }

    @ParameterizedTest
    @MethodSource("bad")
    void isToldWhereItIsTheVeryFirst(String found, Row bad) throws InterruptedException {
        List<List<Row>> parts = parts();
        parts.get(1).set(0, bad);
        refused(parts, found, "row 301", "row 1 of partition 1");
    }

    private static List<List<Row>> parts() {
        List<List<Row>> parts = new ArrayList<>();
        for (int size : new int[] {300, 300, 300, 0}) {
            parts.add(new ArrayList<>());
            for (int i = 0; i < size; i++) {
                parts.get(parts.size() - 1).add(SAMPLE.row((parts.size() - 1) * 300 + i));
            }
        }
        parts.get(3).add(SAMPLE.row(0));
        return parts;
    }

    private void refused(List<List<Row>> parts, String... words) throws InterruptedException {
        Dataset<Row> data = Sample.of(SESSION, parts, Sample.Upstream.NONE);
        try (Watch watch = new Watch(SESSION.sparkContext())) {
            InputException told =
                    assertThrows(InputException.class, () -> Fitting.newton().there(data, SAMPLE.columns()));
            for (String word : words) {
                assertTrue(told.getMessage().contains(word), () -> word + " is not in: " + told.getMessage());
            }
            assertEquals(1, told.getMessage().lines().count(), told.getMessage());
            assertNull(told.getCause());
            assertEquals(0, watch.failedTasks(), "failed tasks");
        }
        leftovers.none();
    }
}
