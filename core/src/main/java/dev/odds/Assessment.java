package dev.odds;

import dev.odds.design.Encoding;
import dev.odds.design.Observed;
import dev.odds.evaluation.Evaluation;
import dev.odds.model.Model;
import dev.odds.table.Data;
import dev.odds.table.InputException;
import java.util.Arrays;
import java.util.List;

/**
 * How good a model is on rows whose labels are known.
 *
 * @param evaluation of the rows that have a label and a probability
 * @param skipped how many rows have not
 * @param notes sentences about the data
 */
public record Assessment(Evaluation evaluation, long skipped, List<String> notes) {
    public Assessment {
        notes = List.copyOf(notes);
    }

    /**
     * Predicts the rows and compares; O(rows x features).
     *
     * @param data rows with the columns of the model, its target, and its weights if it was fitted with any
     * @param threshold the lowest probability that predicts label 1, in [0, 1]
     * @throws InputException if a column is not there, a label is not known, or no row is left
     */
    public static Assessment of(Model model, Data data, double threshold) {
        Encoding rows = model.encoder().encode(data);
        Observed observed = Observed.of(data, model.labelling(), model.weights());
        double[] probabilities = model.probabilities(rows);
        double[] success = observed.success().clone();
        double[] failure = observed.failure().clone();
        int kept = 0;
        for (int row = 0; row < probabilities.length; row++) {
            if (!Double.isNaN(probabilities[row]) && !Double.isNaN(failure[row])) {
                success[kept] = success[row];
                failure[kept] = failure[row];
                probabilities[kept++] = probabilities[row];
            }
        }
        if (kept == 0) {
            throw new InputException("%s: none of the %d rows has a label and all that a prediction needs"
                    .formatted(data.source(), probabilities.length));
        }
        Evaluation evaluation = Evaluation.weighted(
                Arrays.copyOf(success, kept),
                Arrays.copyOf(failure, kept),
                Arrays.copyOf(probabilities, kept),
                threshold);
        return new Assessment(evaluation, probabilities.length - kept, observed.notes());
    }
}
