package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.optimize.Certificate.Kind;
import dev.odds.optimize.Monitor;
import dev.odds.optimize.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of elastic nets against their minimum in 25 digits, found in another way. */
class NetCertificateTest {
    private static final int SEEDS = 20;
    private static final double[] TOLERANCES = {0.1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8, 1e-10, 1e-12, 1e-14};
    private static final int[] STOPS = {1, 2, 3, 5};

    private static Solution solve(SmallNet net, double tolerance, int iterations) {
        return Trainer.solve(net.problem(), new Settings(Solver.AUTO, tolerance, iterations), null, Monitor.NONE);
    }

    /** Counts the bounds on what is neither rough nor rounding, and those that are loose. */
    private static final class Count {
        private int bounds;
        private int loose;

        void add(double truth, double bound, double nullLoss) {
            boolean near = truth < 1e-3 * nullLoss && truth > 1e-13 * nullLoss && bound < Double.POSITIVE_INFINITY;
            bounds += near ? 1 : 0;
            loose += near && bound > 10 * truth ? 1 : 0;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void noBoundLiesBelowTheTruthAndFewFarAbove(long batch) {
        Count count = new Count();
        for (long seed = batch * SEEDS; seed < (batch + 1) * SEEDS; seed++) {
            SmallNet net = SmallNet.of(seed);
            PreciseNet precise = new PreciseNet(net);
            for (int k = 0; k < TOLERANCES.length + STOPS.length; k++) {
                double tolerance = k < TOLERANCES.length ? TOLERANCES[k] : 1e-15;
                Solution solution = solve(net, tolerance, k < TOLERANCES.length ? 0 : STOPS[k - TOLERANCES.length]);
                double truth = precise.gap(SmallNet.variables(solution));
                double bound = solution.certificate().relativeGap() * solution.nullLoss();
                String what = "seed " + seed + ", tolerance " + tolerance + ", "
                        + solution.certificate().kind() + ": " + truth + " of " + bound;
                assertTrue(!(truth > bound), what);
                count.add(truth, bound, solution.nullLoss());
            }
        }
        String what = count.loose + " of " + count.bounds + " bounds are ten times the truth";
        assertTrue(count.bounds > 10 && count.loose <= count.bounds / 20, what);
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11, 12, 13})
    void whatIsCalledConvergedIs(long batch) {
        int proved = 0;
        for (long seed = batch * SEEDS; seed < (batch + 1) * SEEDS; seed++) {
            SmallNet net = SmallNet.of(seed);
            Solution solution = solve(net, 1e-10, 0);
            double truth = new PreciseNet(net).gap(SmallNet.variables(solution));
            String what = "seed " + seed + ": " + truth + " " + solution.certificate() + " " + solution.reason();
            assertTrue(solution.converged(), what);
            assertTrue(truth <= 1e-10 * solution.nullLoss(), what);
            assertEquals(Reason.CONVERGED, solution.reason(), what);
            proved += solution.certificate().kind() == Kind.GRADIENT ? 0 : 1;
        }
        assertTrue(proved > 0.9 * SEEDS, proved + " of " + SEEDS + " have a bound");
    }

    /** With the minimum's own zeros, and no others, once F is close enough to it. */
    @ParameterizedTest
    @ValueSource(longs = {20, 21, 22, 23})
    void zerosAreExactAndWhereTheMinimumHasThem(long batch) {
        for (long seed = batch * SEEDS; seed < (batch + 1) * SEEDS; seed++) {
            SmallNet net = SmallNet.of(seed);
            Solution solution = solve(net, 1e-14, 0);
            double[] minimum = new PreciseNet(net).minimum();
            double[] theta = solution.coefficients().theta();
            for (int j = 0; j < theta.length; j++) {
                String what = "seed " + seed + ", theta_" + j + ": " + theta[j] + " for " + minimum[j];
                assertTrue(theta[j] == 0 || Math.abs(theta[j]) > 1e-9, what);
                assertNotEquals(-0.0, theta[j], what);
            }
        }
    }
}
