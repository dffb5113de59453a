package dev.odds;

import dev.odds.inference.Collinearity;
import dev.odds.inference.Dfbetas;
import dev.odds.inference.Influence;
import dev.odds.model.Model;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * How a model stands to the rows that it was fitted to: how well each is fitted, how far the fit would move without it, and whether the
 * columns tell the coefficients apart. Everything is taken at the model's coefficients, with the information of these rows.
 */
public final class Diagnosis {
    private final Model model;
    private final DiagnosedRows rows;
    private final double[] probabilities;
    /** For each row its example, -1 where it was left out. */
    private final int[] examples;

    private final Influence influence;
    private final Collinearity collinearity;
    private final Dfbetas dfbetas;

    /**
     * Of what was computed.
     *
     * @param collinearity null where a penalty makes it meaningless
     * @param dfbetas as {@code collinearity}
     */
    Diagnosis(
            Model model,
            DiagnosedRows rows,
            double[] probabilities,
            Influence influence,
            Collinearity collinearity,
            Dfbetas dfbetas) {
        this.model = model;
        this.rows = rows;
        this.probabilities = probabilities;
        this.influence = influence;
        this.collinearity = collinearity;
        this.dfbetas = dfbetas;
        this.examples = new int[probabilities.length];
        Arrays.fill(examples, -1);
        for (int i = 0; i < rows.numbers().length; i++) {
            examples[rows.numbers()[i]] = i;
        }
    }

    /**
     * What is told of a row; NaN where it is not.
     *
     * @param probability P(label = 1)
     * @param pearson Pearson's residual
     * @param deviance the deviance residual
     * @param leverage how far the row determines its own probability, from 0 to 1
     * @param cook Cook's distance
     * @param devianceChange what the deviance would fall by without the row
     */
    public record Row(
            double probability, double pearson, double deviance, double leverage, double cook, double devianceChange) {}

    /** The model. */
    public Model model() {
        return model;
    }

    /** The number of rows of the data. */
    public int rows() {
        return examples.length;
    }

    /** How many of these have a label, a weight and all that a prediction needs. */
    public int diagnosed() {
        return rows.numbers().length;
    }

    /** Sentences about the data. */
    public List<String> notes() {
        return rows.notes();
    }

    /** Inflation factors and the condition number; none for a penalised model. */
    public Optional<Collinearity> collinearity() {
        return Optional.ofNullable(collinearity);
    }

    /** How many coefficients the information is over. */
    public int parameters() {
        return influence.parameters();
    }

    /** The row at a place, from 0. */
    public Row row(int row) {
        int i = examples[row];
        if (i < 0) {
            return new Row(probabilities[row], Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        boolean moves = dfbetas != null;
        return new Row(
                probabilities[row],
                influence.pearson(i),
                influence.deviances()[i],
                moves ? influence.leverages()[i] : Double.NaN,
                moves ? influence.cook(i) : Double.NaN,
                moves ? influence.devianceChange(i) : Double.NaN);
    }

    /**
     * By how many standard errors each coefficient is pulled by a row, in the order of the model's names; NaN where it is not told. O(k^2).
     *
     * @param row its place, from 0
     */
    public double[] dfbetas(int row) {
        double[] out = new double[model.names().size()];
        int i = examples[row];
        if (i < 0 || dfbetas == null) {
            Arrays.fill(out, Double.NaN);
        } else {
            dfbetas.of(rows.features(i), influence.scores()[i], influence.leverages()[i], out);
        }
        return out;
    }

    /** The places of the rows with the largest Cook's distances above 0, the largest first; at most so many. */
    public List<Integer> strongest(int most) {
        double[] cooks = new double[rows()];
        Comparator<Integer> rising = Comparator.comparingDouble(row -> cooks[row]);
        PriorityQueue<Integer> largest = new PriorityQueue<>(most + 1, rising);
        for (int row = 0; row < cooks.length; row++) {
            cooks[row] = row(row).cook();
            if (cooks[row] > 0) {
                largest.add(row);
            }
            if (largest.size() > most) {
                largest.remove();
            }
        }
        return largest.stream().sorted(rising.reversed()).toList();
    }
}
