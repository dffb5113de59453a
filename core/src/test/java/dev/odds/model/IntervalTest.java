package dev.odds.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.Encoding;
import dev.odds.design.Tables;
import dev.odds.table.InputException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalTest {
    private static final double Q = 1.9599639845400545;

    /** x = 12 and g = c: u = (2, 1, 1), u^T V u = 1 + 2 + 3 + 2 (0.25 - 1 + 0.75) = 6; g = b has no covariance: 1 + 3 - 2. */
    @Test
    void boundsAreThoseOfTheLogitByHand() {
        Encoding rows = Models.small()
                .encoder()
                .encode(Tables.table(Tables.numbers("x", 12, 12, 12), Tables.texts("g", "c", "b", "z")));
        Interval interval = Models.withCovariance().interval(rows, 0.95);
        assertEquals(Predictor.sigmoid(3.2 - Q * Math.sqrt(6)), interval.lower()[0], 1e-15);
        assertEquals(Predictor.sigmoid(3.2 + Q * Math.sqrt(6)), interval.upper()[0], 1e-15);
        assertEquals(Predictor.sigmoid(-1.8 - Q * Math.sqrt(2)), interval.lower()[1], 1e-15);
        assertTrue(Double.isNaN(interval.lower()[2]) && Double.isNaN(interval.upper()[2]));
    }

    @Test
    void manyRowsHaveTheErrorOfTheirDefinition() {
        int n = 3000;
        String[] levels = IntStream.range(0, n)
                .mapToObj(i -> "abc".substring(i % 3, i % 3 + 1))
                .toArray(String[]::new);
        Encoding rows = Models.small()
                .encoder()
                .encode(Tables.table(
                        Tables.numbers(
                                "x",
                                IntStream.range(0, n).mapToDouble(i -> i % 7).toArray()),
                        Tables.texts("g", levels)));
        Facts.Covariance covariance = Models.withCovariance().facts().covariance();
        double[] errors = new LogitErrors(covariance, 3).of(rows.examples());
        double[] row = new double[3];
        for (int i = 0; i < n; i++) {
            rows.examples().dense(i, 1, row, 3);
            double[] u = {row[0] - 10, row[2], 1};
            double variance = 0;
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    int high = Math.max(a, b);
                    variance += u[a] * u[b] * covariance.packed()[high * (high + 1) / 2 + Math.min(a, b)];
                }
            }
            assertEquals(Math.sqrt(variance), errors[i], 1e-14 * errors[i], "row " + i);
        }
    }

    @Test
    void aModelWithoutACovarianceSaysSo() {
        Encoding rows = Models.small().encoder().encode(Tables.table(Tables.numbers("x", 1), Tables.texts("g", "c")));
        String message = assertThrows(InputException.class, () -> Models.small().interval(rows, 0.95))
                .getMessage();
        assertTrue(message.contains("no covariance"), message);
    }
}
