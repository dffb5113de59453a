package dev.odds;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Encoding;
import dev.odds.design.Examples;
import dev.odds.design.Observed;
import dev.odds.design.SelectedExamples;
import dev.odds.model.Model;
import dev.odds.table.Data;
import dev.odds.table.InputException;
import dev.odds.table.SparseRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of data that have a label, a weight and all that a prediction needs, as examples.
 *
 * @param numbers the place of each among the rows, increasing; held, not copied
 * @param examples X
 * @param response labels, weights and offsets
 * @param notes sentences about the data
 */
record DiagnosedRows(int[] numbers, Examples examples, ArrayResponse response, List<String> notes) {
    /**
     * Of a model's data.
     *
     * @param logits of each row, NaN where it has none; not modified
     */
    static DiagnosedRows of(Model model, Data data, Encoding encoding, double[] logits) {
        Observed observed = Observed.of(data, model.labelling(), model.weights());
        double[] success = new double[logits.length];
        double[] failure = new double[logits.length];
        for (int row = 0; row < success.length; row++) {
            boolean absent = Double.isNaN(observed.failure()[row]);
            success[row] = absent ? 0 : observed.success()[row];
            failure[row] = absent ? 0 : observed.failure()[row];
        }
        int[] known = IntStream.range(0, logits.length)
                .filter(row -> !Double.isNaN(logits[row]) && success[row] + failure[row] > 0)
                .toArray();
        int[] numbers = IntStream.of(known)
                .filter(row -> Double.isFinite(logits[row]) || (logits[row] > 0 ? failure : success)[row] == 0)
                .toArray();
        if (numbers.length == 0) {
            throw new InputException("%s: none of the %d rows has a label, a weight and all that a prediction needs"
                    .formatted(data.source(), logits.length));
        }
        List<String> notes = new ArrayList<>(observed.notes());
        if (numbers.length < known.length) {
            notes.add("%d rows have a label to which the model gives the probability 0: they were left out"
                    .formatted(known.length - numbers.length));
        }
        boolean all = numbers.length == logits.length;
        return new DiagnosedRows(
                numbers,
                all ? encoding.examples() : new SelectedExamples(encoding.examples(), numbers),
                ArrayResponse.weighted(success, failure, encoding.offset()).only(numbers),
                notes);
    }

    /** The features of example i; a new array. */
    double[] features(int i) {
        double[] x = new double[examples.features()];
        if (examples.isSparse()) {
            SparseRows row = examples.sparse(i, 1);
            for (int p = row.starts()[0]; p < row.starts()[1]; p++) {
                x[row.indices()[p]] = row.values() == null ? 1 : row.values()[p];
            }
        } else {
            examples.dense(i, 1, x, x.length);
        }
        return x;
    }
}
