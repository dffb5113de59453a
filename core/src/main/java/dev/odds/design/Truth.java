package dev.odds.design;

import dev.odds.table.Column;
import dev.odds.table.Data;
import dev.odds.table.InputException;
import dev.odds.table.SparseTable;
import dev.odds.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * What came true in rows that a model is judged by.
 *
 * @param labels one per row: 0 or 1, NaN where missing
 * @param weights one per row, or null where each row weighs 1
 * @param notes sentences about labels that were taken for others
 */
public record Truth(double[] labels, double[] weights, List<String> notes) {
    public Truth {
        notes = List.copyOf(notes);
    }

    /**
     * Reads the labels as the model knows them.
     *
     * @param weights the column of weights, or null
     * @throws InputException if a column is not there, a label is not known, or a weight is not a finite number of at least 0
     */
    public static Truth of(Labelling labelling, String weights, Data data) {
        List<String> notes = new ArrayList<>();
        Column column = data instanceof Table table
                ? Names.find(table, labelling.target().column())
                : SparseEncoder.labels((SparseTable) data);
        byte[] codes = labelling.label(column, data.source(), notes);
        double[] labels = new double[codes.length];
        for (int row = 0; row < labels.length; row++) {
            if (codes[row] == Labelling.UNKNOWN) {
                throw new InputException("%s: column %s, row %d: found a label other than %s and %s, those of the model"
                        .formatted(data.source(), column.name(), row + 1, labelling.positive(), labelling.negative()));
            }
            labels[row] = codes[row] == Labelling.MISSING ? Double.NaN : codes[row];
        }
        return new Truth(labels, weights == null ? null : weights(data, weights), notes);
    }

    private static double[] weights(Data data, String name) {
        if (!(data instanceof Table table)) {
            throw new InputException("%s: sparse rows have no weights, expected a table with the column %s"
                    .formatted(data.source(), name));
        }
        double[] weights =
                Columns.numeric(Names.find(table, name), table.source()).values();
        Responses.checkWeights(weights, name, table.source());
        return weights;
    }
}
