package dev.odds.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.table.CategoricalColumn;
import dev.odds.table.Column;
import dev.odds.table.NumericColumn;
import dev.odds.table.SparseRows;
import dev.odds.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The encoder against the obvious way: one row and one feature at a time, by the feature's name. */
class RandomEncodingTest {
    private static final int TABLES = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyRouteGivesTheObviousNumbers(long seed) {
        Random random = new Random(seed);
        int sparse = 0;
        int dropped = 0;
        for (int k = 0; k < TABLES; k++) {
            String where = "seed " + seed + ", table " + k;
            Table table = RandomTables.next(random);
            Missing missing = random.nextBoolean() ? Missing.DROP : Missing.INDICATOR;
            Encoded fit = Encoder.fit(table, Roles.target("y").withMissing(missing));
            List<Integer> rows = rows(table, missing);
            double[][] expected = expected(table, rows, fit.encoder().features());
            assertRows(where, expected, fit.examples());
            assertEquals(table.rows() - rows.size(), fit.dropped(), where);
            assertLater(where, table, rows, expected, fit.encoder(), random);
            sparse += fit.examples().isSparse() ? 1 : 0;
            dropped += fit.rows() == null ? 0 : 1;
        }
        assertTrue(sparse > 5 && sparse < TABLES - 5, "both storages are tried, sparse " + sparse);
        assertTrue(dropped > 5 && dropped < TABLES - 5, "rows drop out of some, " + dropped);
    }

    /** Read as dense and as sparse rows, at once and in pieces. */
    private static void assertRows(String where, double[][] expected, Examples examples) {
        assertEquals(expected.length, examples.count(), where);
        assertArrayEquals(expected, Tables.dense(examples), where);
        for (int piece : new int[] {1, 7, expected.length}) {
            for (int first = 0; first + piece <= expected.length; first += piece) {
                assertPiece(where, expected, examples, first, piece);
            }
        }
    }

    private static void assertPiece(String where, double[][] expected, Examples examples, int first, int count) {
        int d = examples.features();
        double[] dense = new double[count * (d + 3)];
        examples.dense(first, count, dense, d + 3);
        SparseRows sparse = examples.sparse(first, count);
        assertEquals(sparse.starts()[count], sparse.indices().length, where);
        for (int i = 0; i < count; i++) {
            double[] row = new double[d];
            int last = -1;
            for (int e = sparse.starts()[i]; e < sparse.starts()[i + 1]; e++) {
                assertTrue(sparse.indices()[e] > last, where);
                last = sparse.indices()[e];
                row[last] = sparse.values() == null ? 1 : sparse.values()[e];
            }
            assertArrayEquals(expected[first + i], row, where);
            for (int j = 0; j < d + 3; j++) {
                assertEquals(j < d ? row[j] : 0, dense[i * (d + 3) + j], where);
            }
        }
    }

    /** The same rows come out of the encoder when they are met again, whatever rows are beside them. */
    private static void assertLater(
            String where, Table table, List<Integer> rows, double[][] expected, Encoder encoder, Random random) {
        int[] some = rows.stream()
                .filter(r -> random.nextInt(3) == 0)
                .mapToInt(r -> r)
                .toArray();
        Encoding later = encoder.encode(Tables.rows(table, some));
        double[][] x = Tables.dense(later.examples());
        for (int i = 0; i < some.length; i++) {
            assertTrue(later.usable()[i], where);
            assertArrayEquals(expected[rows.indexOf(some[i])], x[i], where);
        }
        if (some.length > 0) {
            assertRows(where, x, later.examples());
        }
    }

    private static List<Integer> rows(Table table, Missing missing) {
        return IntStream.range(0, table.rows())
                .filter(r -> missing != Missing.DROP || table.columns().stream().noneMatch(c -> c.missing(r)))
                .boxed()
                .toList();
    }

    private static double[][] expected(Table table, List<Integer> rows, List<String> features) {
        List<double[]> byFeature = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Column column : table.columns().subList(1, table.columns().size())) {
            if (column instanceof NumericColumn numbers) {
                numeric(numbers, rows, names, byFeature);
            } else {
                levels((CategoricalColumn) column, rows, names, byFeature);
            }
        }
        assertEquals(names, features);
        double[][] x = new double[rows.size()][names.size()];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < names.size(); j++) {
                x[i][j] = byFeature.get(j)[i];
            }
        }
        return x;
    }

    private static void numeric(NumericColumn column, List<Integer> rows, List<String> names, List<double[]> features) {
        double[] values = rows.stream().mapToDouble(r -> column.value(r)).toArray();
        double[] absent = IntStream.range(0, values.length)
                .mapToDouble(i -> Double.isNaN(values[i]) ? 1 : 0)
                .toArray();
        long there =
                IntStream.range(0, values.length).filter(i -> absent[i] == 0).count();
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double share = Double.isNaN(value) ? 0 : value * (1.0 / there);
            double next = sum + share;
            lost += Math.abs(sum) >= Math.abs(share) ? (sum - next) + share : (share - next) + sum;
            sum = next;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = absent[i] == 1 ? sum + lost : values[i];
        }
        names.add(column.name());
        features.add(values);
        if (there < values.length) {
            names.add(column.name() + "=missing");
            features.add(absent);
        }
    }

    private static void levels(
            CategoricalColumn column, List<Integer> rows, List<String> names, List<double[]> features) {
        List<String> texts = rows.stream()
                .map(r -> column.codes()[r] < 0 ? "missing" : column.levels().get(column.codes()[r]))
                .toList();
        List<String> levels = List.copyOf(new TreeSet<>(texts));
        for (String level : levels.subList(1, levels.size())) {
            names.add(column.name() + "=" + level);
            features.add(
                    texts.stream().mapToDouble(t -> t.equals(level) ? 1 : 0).toArray());
        }
    }
}
