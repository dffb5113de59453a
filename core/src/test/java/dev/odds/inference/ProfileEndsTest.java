package dev.odds.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayResponse;
import dev.odds.train.Separation.Verdict;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * At an end, a fit with the coefficient held there by an offset has lost half the quantile in log-likelihood: fits of their own, with a
 * separation of their own, on small data of which many are separated.
 */
class ProfileEndsTest {
    private static final double QUANTILE = 3.841458820694124;
    private static final double[] FAR = {-30, 30};

    private record Data(double[][] x, double[] y, double[] weights, double[] offset) {
        static Data of(long seed) {
            Random random = new Random(seed);
            int n = 8 + random.nextInt(25);
            int d = 2 + random.nextInt(3);
            double[][] x = new double[n][d];
            double[] y = new double[n];
            double[] weights = new double[n];
            double[] offset = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < d; j++) {
                    x[i][j] = j == 0 ? 3 + random.nextGaussian() : random.nextInt(3) == 0 ? 1 : 0;
                }
                y[i] = random.nextInt(3) == 0 ? 1 : 0;
                weights[i] = 1 + random.nextInt(3);
                offset[i] = random.nextGaussian() / 2;
            }
            y[0] = 1;
            y[1] = 0;
            return new Data(x, y, weights, offset);
        }

        Solved solved() {
            return Solved.of(x, ArrayResponse.of(y, weights, offset), true, 1);
        }

        /** 2 W (loss with coefficient j, or d for the bias, held - least loss); NaN where offsets are too far off for that fit. */
        double deviance(int j, double level, double least) {
            int d = x[0].length;
            double[] shifted = offset.clone();
            double[][] rest = new double[x.length][d - (j < d ? 1 : 0)];
            for (int i = 0; i < x.length; i++) {
                shifted[i] += level * (j < d ? x[i][j] : 1);
                for (int k = 0, to = 0; k < d; k++) {
                    if (k != j) {
                        rest[i][to++] = x[i][k];
                    }
                }
            }
            Solved held = Solved.of(rest, ArrayResponse.of(y, weights, shifted), j < d, 1);
            return held.solution().converged()
                    ? 2 * held.problem().response().weight() * (held.solution().loss() - least)
                    : Double.NaN;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 200, 300, 400, 500, 600, 700, 800})
    void fitsHeldAtAnEndHaveLostHalfTheQuantile(long first) {
        int checked = 0;
        for (long seed = first; seed < first + 12; seed++) {
            Data data = Data.of(seed);
            Solved found = data.solved();
            List<Interval> intervals = found.intervals();
            for (int j = 0; j < intervals.size(); j++) {
                String message = "seed " + seed + ", coefficient " + j;
                Interval interval = intervals.get(j);
                double least = found.solution().loss();
                for (double end : new double[] {interval.lower(), interval.upper()}) {
                    double deviance = Double.isFinite(end) ? data.deviance(j, end, least) : Double.NaN;
                    if (!Double.isNaN(deviance)) {
                        assertEquals(QUANTILE, deviance, 1e-8, message);
                        checked++;
                    }
                }
                assertEndless(data, found, j, message);
            }
        }
        assertTrue(checked > 40, "only " + checked + " ends were checked from seed " + first);
    }

    /** Only separated labels leave an interval without an end; far there, no more is lost than at the end that there is. */
    private static void assertEndless(Data data, Solved found, int j, String message) {
        Interval interval = found.intervals().get(j);
        double[] ends = {interval.lower(), interval.upper()};
        for (int side = 0; side < 2; side++) {
            if (Double.isInfinite(ends[side])) {
                assertEquals(Verdict.SEPARATED, found.solution().separation().verdict(), message);
                double from = Double.isFinite(ends[1 - side]) ? ends[1 - side] : 0;
                double far = data.deviance(j, from + FAR[side], found.solution().loss());
                assertFalse(far > QUANTILE, message + ": " + far);
            }
        }
    }
}
