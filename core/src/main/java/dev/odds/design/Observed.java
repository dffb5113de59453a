package dev.odds.design;

import dev.odds.table.Column;
import dev.odds.table.Data;
import dev.odds.table.InputException;
import dev.odds.table.SparseTable;
import dev.odds.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * What data came to under a target whose labels are known: for each row the weight of label 1 and the weight of label 0, as a
 * {@link Slice} has them; NaN where the row has no label.
 *
 * @param success w1, one per row
 * @param failure w0, one per row
 * @param missing the number of rows without a label
 * @param notes a sentence where a label is taken for another
 */
public record Observed(double[] success, double[] failure, long missing, List<String> notes) {
    public Observed {
        notes = List.copyOf(notes);
    }

    /**
     * Reads the labels or counts of every row.
     *
     * @param weights the column of weights, or null where each row weighs 1
     * @throws InputException if a row has neither label, or its counts are none, or a weight is no number of at least 0
     */
    public static Observed of(Data data, Labelling labelling, String weights) {
        double[] of = weights == null ? null : weights(data, weights);
        return labelling.target().isGrouped() ? counts(data, labelling.target(), of) : labels(data, labelling, of);
    }

    private static Observed labels(Data data, Labelling labelling, double[] weights) {
        List<String> notes = new ArrayList<>();
        Column column = data instanceof Table table
                ? Names.find(table, labelling.target().column())
                : SparseEncoder.labels((SparseTable) data);
        byte[] found = labelling.label(column, data.source(), notes);
        double[] success = new double[found.length];
        double[] failure = new double[found.length];
        long missing = 0;
        for (int row = 0; row < found.length; row++) {
            double weight = weights == null ? 1 : weights[row];
            switch (found[row]) {
                case 1 -> success[row] = weight;
                case 0 -> failure[row] = weight;
                case Labelling.MISSING -> {
                    success[row] = Double.NaN;
                    failure[row] = Double.NaN;
                    missing++;
                }
                default -> throw unknown(data, labelling, column, row);
            }
        }
        return new Observed(success, failure, missing, notes);
    }

    private static InputException unknown(Data data, Labelling labelling, Column column, int row) {
        return new InputException("%s: target %s, row %d: found %s, expected %s"
                .formatted(
                        data.source(),
                        labelling.target().expression(),
                        row + 1,
                        ColumnValues.text(column, row),
                        String.join(" or ", labelling.known())));
    }

    private static Observed counts(Data data, Target target, double[] weights) {
        Table table = table(data, target.column());
        return new Counts(table, target, new RowFilter(table.rows())).observed(weights);
    }

    private static double[] weights(Data data, String name) {
        Table table = table(data, name);
        double[] weights =
                ColumnValues.numeric(Names.find(table, name), table.source()).toArray();
        Responses.checkWeights(weights, name, table.source());
        return weights;
    }

    private static Table table(Data data, String column) {
        if (data instanceof Table table) {
            return table;
        }
        throw new InputException(
                "%s: found sparse rows, expected a table with the column %s".formatted(data.source(), column));
    }
}
