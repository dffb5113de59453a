package dev.odds.evaluation;

import dev.odds.kernel.RowHash;
import dev.odds.table.CategoricalColumn;
import dev.odds.table.Column;
import dev.odds.table.Data;
import dev.odds.table.InputException;
import dev.odds.table.NumericColumn;
import dev.odds.table.SparseRows;
import dev.odds.table.SparseTable;
import dev.odds.table.Table;
import dev.odds.table.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Rows in two parts: one to fit, one held out to evaluate. Whether a row is held out depends on its number and the seed
 * alone.
 *
 * @param fitted the rows to fit
 * @param held the rows held out, null where there are none
 */
public record Holdout(Data fitted, Data held) {
    /** All rows to fit. */
    public static Holdout none(Data data) {
        return new Holdout(data, null);
    }

    /**
     * Parts the rows; copies them once.
     *
     * @param fraction the expected share of rows held out, between 0 and 1
     * @param seed another seed holds other rows out
     * @throws InputException if a part would be empty
     */
    public static Holdout of(Data data, double fraction, long seed) {
        int[] fitted = new int[data.rows()];
        int[] held = new int[data.rows()];
        int fit = 0;
        int out = 0;
        for (int row = 0; row < data.rows(); row++) {
            if (RowHash.uniform(seed, row) < fraction) {
                held[out++] = row;
            } else {
                fitted[fit++] = row;
            }
        }
        if (fit == 0 || out == 0) {
            throw new InputException(
                    "%s: holding out %s of %d rows leaves %d to fit and %d to evaluate; expected some of both"
                            .formatted(data.source(), fraction, data.rows(), fit, out));
        }
        return new Holdout(select(data, Arrays.copyOf(fitted, fit)), select(data, Arrays.copyOf(held, out)));
    }

    private static Data select(Data data, int[] rows) {
        if (data instanceof SparseTable sparse) {
            return select(sparse, rows);
        }
        Table table = (Table) data;
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(select(column, rows));
        }
        return new Table(table.source(), rows.length, columns);
    }

    private static Column select(Column column, int[] rows) {
        if (column instanceof NumericColumn numbers) {
            return new NumericColumn(
                    numbers.name(),
                    Arrays.stream(rows).mapToDouble(numbers::value).toArray());
        }
        if (column instanceof CategoricalColumn levels) {
            return new CategoricalColumn(
                    levels.name(),
                    Arrays.stream(rows).map(row -> levels.codes()[row]).toArray(),
                    levels.levels());
        }
        TextColumn text = (TextColumn) column;
        BitSet missing = new BitSet();
        for (int i = 0; i < rows.length; i++) {
            missing.set(i, text.missing(rows[i]));
        }
        return new TextColumn(text.name(), rows.length, Math.min(text.distinctAtLeast(), rows.length), missing);
    }

    /** Chunk by chunk, so that no array grows beyond those there are. */
    private static SparseTable select(SparseTable table, int[] rows) {
        List<SparseRows> chunks = new ArrayList<>();
        int first = 0;
        int next = 0;
        for (SparseRows chunk : table.chunks()) {
            int from = next;
            while (next < rows.length && rows[next] < first + chunk.rows()) {
                next++;
            }
            if (next > from) {
                chunks.add(select(chunk, rows, from, next, first));
            }
            first += chunk.rows();
        }
        double[] labels =
                Arrays.stream(rows).mapToDouble(row -> table.labels()[row]).toArray();
        return new SparseTable(table.source(), labels, chunks, table.names());
    }

    private static SparseRows select(SparseRows chunk, int[] rows, int from, int to, int first) {
        int[] starts = new int[to - from + 1];
        for (int i = from; i < to; i++) {
            int row = rows[i] - first;
            starts[i - from + 1] = starts[i - from] + chunk.starts()[row + 1] - chunk.starts()[row];
        }
        int[] indices = new int[starts[to - from]];
        double[] values = chunk.values() == null ? null : new double[indices.length];
        for (int i = from; i < to; i++) {
            int start = chunk.starts()[rows[i] - first];
            int at = starts[i - from];
            int count = starts[i - from + 1] - at;
            System.arraycopy(chunk.indices(), start, indices, at, count);
            if (values != null) {
                System.arraycopy(chunk.values(), start, values, at, count);
            }
        }
        return new SparseRows(starts, indices, values);
    }
}
