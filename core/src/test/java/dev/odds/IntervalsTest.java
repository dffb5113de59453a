package dev.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.Roles;
import dev.odds.design.Tables;
import dev.odds.model.Interval;
import dev.odds.model.Model;
import dev.odds.table.Table;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Intervals of the predictions of a fit. */
class IntervalsTest {
    private static final int N = 600;

    /** A column 1e8 deviations away: the logit loses 1e-8, while a covariance not from a center would lose every digit. */
    @Test
    void farOffColumnsLoseNoDigits() {
        Interval near = interval(table(0));
        Interval far = interval(table(1 << 27));
        for (int i = 0; i < N; i++) {
            assertEquals(near.lower()[i], far.lower()[i], 1e-7, "row " + i);
            assertEquals(near.upper()[i], far.upper()[i], 1e-7, "row " + i);
            assertTrue(near.lower()[i] < near.upper()[i]);
        }
    }

    private static Table table(double shift) {
        Random random = new Random(20261124);
        double[] x = random.ints(N, -2, 3).asDoubleStream().toArray();
        double[] y = Arrays.stream(x)
                .map(v -> random.nextDouble() < 1 / (1 + Math.exp(-v)) ? 1 : 0)
                .toArray();
        String[] g = IntStream.range(0, N)
                .mapToObj(i -> "abcdef".substring(i % 6, i % 6 + 1))
                .toArray(String[]::new);
        return Tables.table(
                Tables.numbers("x", Arrays.stream(x).map(v -> v + shift).toArray()),
                Tables.texts("g", g),
                Tables.numbers("y", y));
    }

    private static Interval interval(Table table) {
        Model model = LogisticRegression.create().fit(table, Roles.target("y")).model();
        return model.interval(model.encoder().encode(table), 0.95);
    }

    /** Level f is without exception 1: its rows have no interval, the others that of the fit without them. */
    @Test
    void separatedRowsHaveNone() {
        Table table = table(0);
        double[] y = IntStream.range(0, N)
                .mapToDouble(i -> i % 6 == 5 || i % 5 < 2 ? 1 : 0)
                .toArray();
        Table separated =
                Tables.table(table.find("x").orElseThrow(), table.find("g").orElseThrow(), Tables.numbers("y", y));
        int[] rest = IntStream.range(0, N).filter(i -> i % 6 != 5).toArray();
        Interval found = interval(separated);
        Interval expected = interval(Tables.rows(separated, rest));
        for (int i = 0; i < rest.length; i++) {
            assertEquals(expected.lower()[i], found.lower()[rest[i]], 1e-9);
            assertEquals(expected.upper()[i], found.upper()[rest[i]], 1e-9);
        }
        for (int i = 5; i < N; i += 6) {
            assertTrue(Double.isNaN(found.lower()[i]) && Double.isNaN(found.upper()[i]));
        }
    }
}
