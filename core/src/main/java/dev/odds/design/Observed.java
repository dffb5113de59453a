package dev.odds.design;

import dev.odds.table.Column;
import dev.odds.table.Data;
import dev.odds.table.InputException;
import dev.odds.table.SparseTable;
import dev.odds.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The labels and weights that data have under a target whose labels are known.
 *
 * @param labels 0 or 1, one per row; NaN where the row has none
 * @param weights one per row, or null where each row weighs 1
 * @param missing the number of rows without a label
 * @param notes a sentence where a label is taken for another
 */
public record Observed(double[] labels, double[] weights, long missing, List<String> notes) {
    public Observed {
        notes = List.copyOf(notes);
    }

    /**
     * Reads the labels of every row.
     *
     * @param weights the column of weights, or null
     * @throws InputException if a row has neither label, or a weight is no number of at least 0
     */
    public static Observed of(Data data, Labelling labelling, String weights) {
        List<String> notes = new ArrayList<>();
        Column column = data instanceof Table table
                ? Names.find(table, labelling.target().column())
                : SparseEncoder.labels((SparseTable) data);
        byte[] found = labelling.label(column, data.source(), notes);
        double[] labels = new double[found.length];
        long missing = 0;
        for (int row = 0; row < labels.length; row++) {
            if (found[row] == Labelling.UNKNOWN) {
                throw new InputException("%s: target %s, row %d: found %s, expected %s"
                        .formatted(
                                data.source(),
                                labelling.target().expression(),
                                row + 1,
                                Columns.text(column, row),
                                String.join(" or ", labelling.known())));
            }
            missing += found[row] == Labelling.MISSING ? 1 : 0;
            labels[row] = found[row] == Labelling.MISSING ? Double.NaN : found[row];
        }
        return new Observed(labels, weights == null ? null : weights(data, weights), missing, notes);
    }

    private static double[] weights(Data data, String name) {
        if (!(data instanceof Table table)) {
            throw new InputException(
                    "%s: found sparse rows, expected a table with the column %s".formatted(data.source(), name));
        }
        double[] weights =
                Columns.numeric(Names.find(table, name), table.source()).toArray();
        Responses.checkWeights(weights, name, table.source());
        return weights;
    }
}
