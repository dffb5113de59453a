package dev.odds.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.odds.design.Coefficients;
import dev.odds.design.Encoder;
import dev.odds.design.Encoding;
import dev.odds.design.NumericTerm;
import dev.odds.design.SparseEncoder;
import dev.odds.design.TableEncoder;
import dev.odds.design.Tables;
import dev.odds.table.InputException;
import dev.odds.table.SparseRows;
import dev.odds.table.SparseTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTest {
    private static final double NONE = Double.NaN;
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final Encoder TWO =
            new TableEncoder(List.of(new NumericTerm("u", NONE, false), new NumericTerm("v", NONE, false)), "o");

    @Test
    void theLogitIsTheWeightedSumAndTheProbabilityItsSigmoid() {
        Model model = Models.small();
        assertEquals(List.of("x", "g=b", "g=c", "(bias)"), model.names());
        assertEquals(2.5, model.logit(new double[] {5, 0, 1}), 1e-15);
        assertEquals(1 / (1 + Math.exp(-2.5)), model.probability(new double[] {5, 0, 1}), 1e-16);
        Model noBias = Models.of(TWO, new double[] {1, 2}, new double[0], null);
        assertEquals(List.of("u", "v"), noBias.names());
        assertEquals(5, noBias.logit(new double[] {1, 2}));
    }

    @Test
    void rowsGetTheirProbabilityOrNone() {
        Encoding rows = Models.small()
                .encoder()
                .encode(Tables.table(Tables.numbers("x", 5, NONE, 2, 2), Tables.texts("g", "c", "b", null, "z")));
        double[] logits = Models.small().logits(rows);
        assertArrayEquals(new double[] {2.5, -2.95, -2.8, NONE}, logits, 1e-15);
        double[] probabilities = Models.small().probabilities(rows);
        assertEquals(1 / (1 + Math.exp(2.95)), probabilities[1], 1e-16);
        assertEquals(NONE, probabilities[3]);
    }

    @Test
    void offsetsAreAdded() {
        Model model = Models.of(TWO, new double[] {1, 2}, new double[] {3}, null);
        Encoding rows = TWO.encode(
                Tables.table(Tables.numbers("u", 1, 0), Tables.numbers("v", 1, 0), Tables.numbers("o", 0.5, NONE)));
        assertArrayEquals(new double[] {6.5, NONE}, model.logits(rows));
    }

    @Test
    void theFirstDirectionThatMovesARowDecides() {
        List<double[]> directions = List.of(new double[] {1, 0, -2}, new double[] {0.1, -0.3, 0});
        Model model = Models.limit(TWO, new double[] {5, 7}, new double[] {0.25}, directions, null);
        assertArrayEquals(new double[] {INFINITE, -INFINITE, -INFINITE}, model.estimates());
        assertEquals(1, model.probability(new double[] {2.5, 100}));
        assertEquals(0, model.probability(new double[] {1.5, -100}));
        assertEquals(1, model.probability(new double[] {2, 0.5}));
        assertEquals(0, model.probability(new double[] {2, 0.75}));
        assertEquals(
                10 + 7 * (2.0 / 3) + 0.25, model.logit(new double[] {2, 2.0 / 3}), 1e-14, "0.2 - 0.3 2/3 is rounding");
        Encoding rows = TWO.encode(
                Tables.table(Tables.numbers("u", 3, 1), Tables.numbers("v", 0, 0), Tables.numbers("o", 1, 1)));
        assertArrayEquals(new double[] {INFINITE, -INFINITE}, model.logits(rows));
    }

    @Test
    void sparseRowsGiveWhatDenseOnesDo() {
        Model model = Models.limit(
                new SparseEncoder(List.of("1", "2", "3")),
                new double[] {0, 2, 3},
                new double[] {0.5},
                List.of(new double[] {1, 0, 0, 0}),
                null);
        SparseRows chunk =
                new SparseRows(new int[] {0, 2, 3, 5}, new int[] {1, 2, 0, 0, 2}, new double[] {2, 1, -1, 0, 5});
        SparseTable table = new SparseTable("t.svm", new double[3], List.of(chunk), List.of("1", "2", "3"));
        assertArrayEquals(
                new double[] {7.5, -INFINITE, 15.5},
                model.logits(model.encoder().encode(table)));
        SparseRows ones = new SparseRows(new int[] {0, 2, 3}, new int[] {1, 2, 0}, null);
        SparseTable binary = new SparseTable("t.svm", new double[2], List.of(ones), List.of("1", "2", "3"));
        assertArrayEquals(
                new double[] {5.5, INFINITE}, model.logits(model.encoder().encode(binary)));
    }

    @Test
    void theSigmoidNeverOverflows() {
        double[] z = {0, 800, -800, 1e300, -1e300, INFINITE, -INFINITE, NONE};
        double[] expected = {0.5, 1, 0, 1, 0, 1, 0, NONE};
        for (int i = 0; i < z.length; i++) {
            assertEquals(expected[i], Predictor.sigmoid(z[i]));
        }
        assertEquals(Math.exp(-700), Predictor.sigmoid(-700), 1e-318);
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        assertThrows(InputException.class, () -> Models.of(TWO, new double[1], new double[1], null));
        assertThrows(InputException.class, () -> Models.of(TWO, new double[2], new double[2], null));
        assertThrows(InputException.class, () -> Models.of(TWO, new double[2], new double[1], new double[2]));
        Model model = Models.of(TWO, new double[2], new double[1], new double[3]);
        Facts stranger = Models.facts(List.of("w"), null);
        assertThrows(
                InputException.class,
                () -> new Model(
                        TWO,
                        model.labelling(),
                        null,
                        new Coefficients(new double[2], new double[1]),
                        List.of(),
                        stranger));
        assertThrows(
                InputException.class,
                () -> Models.limit(TWO, new double[2], new double[1], List.of(new double[2]), null));
        assertThrows(InputException.class, () -> Models.of(TWO, new double[] {INFINITE, 0}, new double[1], null));
    }
}
