package dev.odds.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.table.CategoricalColumn;
import dev.odds.table.InputException;
import dev.odds.table.NumericColumn;
import dev.odds.table.SparseRows;
import dev.odds.table.SparseTable;
import dev.odds.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HoldoutTest {
    private static Table table(int rows) {
        double[] numbers = IntStream.range(0, rows).asDoubleStream().toArray();
        int[] codes = IntStream.range(0, rows).map(i -> i % 3 - 1).toArray();
        return new Table(
                "t",
                rows,
                List.of(new NumericColumn("x", numbers), new CategoricalColumn("k", codes, List.of("a", "b"))));
    }

    private static double[] numbers(Object data) {
        return ((NumericColumn) ((Table) data).columns().get(0)).toArray();
    }

    @Test
    void everyRowIsInOnePartWithItsValues() {
        Holdout parts = Holdout.of(table(1000), 0.3, 5);
        double[] all = Stream.of(numbers(parts.fitted()), numbers(parts.held()))
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        assertArrayEquals(numbers(table(1000)), all);
        Table held = (Table) parts.held();
        CategoricalColumn codes = (CategoricalColumn) held.columns().get(1);
        for (int i = 0; i < held.rows(); i++) {
            assertEquals((int) numbers(held)[i] % 3 - 1, codes.codes()[i]);
        }
    }

    @Test
    void theShareIsTheFractionAndTheSeedChooses() {
        Holdout parts = Holdout.of(table(100_000), 0.25, 1);
        // five standard deviations of a binomial count
        assertEquals(25_000, parts.held().rows(), 5 * Math.sqrt(100_000 * 0.25 * 0.75));
        assertArrayEquals(
                numbers(parts.held()),
                numbers(Holdout.of(table(100_000), 0.25, 1).held()));
        double[] other = numbers(Holdout.of(table(100_000), 0.25, 2).held());
        assertNotEquals(Arrays.hashCode(numbers(parts.held())), Arrays.hashCode(other));
        long both = Arrays.stream(other)
                .filter(x -> Arrays.binarySearch(numbers(parts.held()), x) >= 0)
                .count();
        assertEquals(6250, both, 5 * Math.sqrt(6250), "rows held out by both seeds");
    }

    @Test
    void sparseRowsKeepTheirEntries() {
        SparseRows first = new SparseRows(new int[] {0, 1, 3}, new int[] {0, 0, 1}, new double[] {10, 20, 21});
        SparseRows second = new SparseRows(new int[] {0, 0, 2}, new int[] {1, 2}, null);
        SparseTable data =
                new SparseTable("s", new double[] {0, 1, 2, 3}, List.of(first, second), List.of("1", "2", "3"));
        for (long seed = 0; seed < 20; seed++) {
            Holdout parts = parts(data, seed);
            for (SparseTable part : List.of((SparseTable) parts.fitted(), (SparseTable) parts.held())) {
                assertEquals(entries(data, part.labels()), entries(part, part.labels()), "seed " + seed);
            }
        }
    }

    /** The first seed from {@code seed} on that leaves both parts with rows. */
    private static Holdout parts(SparseTable data, long seed) {
        for (long s = 100 * seed; ; s++) {
            try {
                return Holdout.of(data, 0.5, s);
            } catch (InputException e) {
                assertTrue(e.getMessage().contains("some of both"), e.getMessage());
            }
        }
    }

    /** The entries of the rows with those labels, as text. */
    private static String entries(SparseTable data, double[] labels) {
        StringBuilder text = new StringBuilder();
        int row = 0;
        for (SparseRows chunk : data.chunks()) {
            for (int i = 0; i < chunk.rows(); i++, row++) {
                double label = data.labels()[row];
                if (Arrays.stream(labels).noneMatch(l -> l == label)) {
                    continue;
                }
                text.append(label).append(':');
                for (int k = chunk.starts()[i]; k < chunk.starts()[i + 1]; k++) {
                    text.append(chunk.indices()[k]).append('=');
                    text.append(chunk.values() == null ? 1 : chunk.values()[k]).append(' ');
                }
            }
        }
        return text.toString();
    }

    @Test
    void anEmptyPartIsRefused() {
        assertThrows(InputException.class, () -> Holdout.of(table(3), 1e-9, 0));
    }
}
