package dev.odds;

import dev.odds.design.Coefficients;
import dev.odds.design.DesignBuilder;
import dev.odds.design.Encoding;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Workers;
import dev.odds.inference.Collinearity;
import dev.odds.inference.Dfbetas;
import dev.odds.inference.Influence;
import dev.odds.inference.Information;
import dev.odds.model.Model;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.table.Data;
import dev.odds.table.InputException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Diagnoses models. Of a penalised model the residuals are told, and nothing that rests on the information: leverage, distances,
 * inflation. A row that a separating direction tells apart is fitted perfectly and moves no finite estimate.
 *
 * @param threads the most threads; the result has the same bits for any number
 */
public record Diagnostics(int threads) {
    /** Half an information matrix of this order is 256 MB. */
    private static final int WIDEST = 8_000;

    /**
     * Diagnoses the rows; O(rows k^2 + k^3) for k coefficients.
     *
     * @param data the rows that the model was fitted to, with its target, and its weights if it has any
     * @throws InputException if a column is not there, a label is not known, no row is left, or the model is too wide
     */
    public Diagnosis of(Model model, Data data) {
        if (model.names().size() > WIDEST) {
            throw new InputException("found a model of %d coefficients, expected at most %d for a diagnosis"
                    .formatted(model.names().size(), WIDEST));
        }
        Encoding encoding = model.encoder().encode(data);
        double[] logits = model.logits(encoding);
        double[] probabilities = model.probabilities(encoding);
        DiagnosedRows rows = DiagnosedRows.of(model, data, encoding, logits);
        boolean bias = model.coefficients().bias().length > 0;
        List<String> names = model.encoder().features();
        MemoryDesign design = new DesignBuilder(bias, false, Workers.of(threads)).build(rows.examples(), names::get);
        Problem whole = new Problem(design, rows.response(), Penalty.none(names.size()), bias);
        Problem part = whole.with(rows.response().without(separated(logits, rows.numbers())));
        double[] x = flat(design.scaling().toStored(model.coefficients()));
        if (model.facts().penalty().isShrinking()) {
            Influence residuals = Influence.of(new Information(part, x, new int[0], new double[0]));
            return new Diagnosis(model, rows, probabilities, residuals, null, null);
        }
        Information information = Information.at(part, x, variables(model));
        return new Diagnosis(
                model,
                rows,
                probabilities,
                Influence.of(information),
                Collinearity.of(information, model.encoder().spans()),
                new Dfbetas(information));
    }

    private static BitSet separated(double[] logits, int[] numbers) {
        BitSet separated = new BitSet();
        for (int i = 0; i < numbers.length; i++) {
            separated.set(i, Double.isInfinite(logits[numbers[i]]));
        }
        return separated;
    }

    private static double[] flat(Coefficients coefficients) {
        double[] theta = coefficients.theta();
        double[] x = Arrays.copyOf(theta, theta.length + coefficients.bias().length);
        System.arraycopy(coefficients.bias(), 0, x, theta.length, coefficients.bias().length);
        return x;
    }

    /** Those that are not aliased. */
    private static int[] variables(Model model) {
        Set<String> aliased = new HashSet<>(model.facts().aliased());
        List<String> names = model.names();
        return IntStream.range(0, names.size())
                .filter(j -> !aliased.contains(names.get(j)))
                .toArray();
    }
}
