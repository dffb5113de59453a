package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.optimize.Certificate.Kind;
import dev.odds.optimize.Monitor;
import dev.odds.optimize.Reason;
import dev.odds.train.Separation.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of elastic nets against their minimum in 25 digits, found in another way. */
class NetCertificateTest {
    private static final int SEEDS = 25;
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
            boolean near = truth < 1e-6 * nullLoss && truth > 1e-14 * nullLoss && bound < Double.POSITIVE_INFINITY;
            bounds += near ? 1 : 0;
            loose += near && bound > 10 * truth ? 1 : 0;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
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
        assertTrue(count.bounds > 60 && count.loose <= count.bounds / 20, what);
    }

    @ParameterizedTest
    @ValueSource(longs = {16, 17})
    void whatIsCalledConvergedIs(long batch) {
        for (long seed = batch * SEEDS; seed < (batch + 1) * SEEDS; seed++) {
            SmallNet net = SmallNet.of(seed);
            PreciseNet precise = new PreciseNet(net);
            Solution solution = solve(net, 1e-10, 0);
            double truth = precise.gap(SmallNet.variables(solution));
            String what = "seed " + seed + ": " + truth + " " + solution.certificate() + " " + solution.reason();
            if (solution.separation().verdict() == Verdict.SEPARATED) {
                assertTrue(net.value(precise.minimum()) < 1e-9, what);
                continue;
            }
            assertTrue(solution.converged(), what);
            assertEquals(Reason.CONVERGED, solution.reason(), what);
            assertNotEquals(Kind.GRADIENT, solution.certificate().kind(), what);
            assertTrue(truth <= 1e-10 * solution.nullLoss(), what);
        }
    }

    /** Where the minimum is one point, coefficients that are 0 there are 0, and none is 0 by a rounding error only. */
    @ParameterizedTest
    @ValueSource(longs = {16, 17})
    void zerosAreExactAndWhereTheMinimumHasThem(long batch) {
        int zeros = 0;
        for (long seed = batch * SEEDS; seed < (batch + 1) * SEEDS; seed++) {
            SmallNet net = SmallNet.of(seed);
            if (net.penalty().l1Ratio() == 0 || net.isLassoOfTwins()) {
                continue;
            }
            Solution solution = solve(net, 1e-13, 0);
            double[] theta = solution.coefficients().theta();
            double[] minimum = new PreciseNet(net).minimum();
            boolean separated = solution.separation().verdict() == Verdict.SEPARATED;
            for (int j = 0; j < theta.length && !separated; j++) {
                String what = "seed " + seed + ", theta_" + j + ": " + theta[j] + " for " + minimum[j];
                assertEquals(Math.abs(minimum[j]) < 1e-20, theta[j] == 0, what);
                zeros += theta[j] == 0 ? 1 : 0;
            }
        }
        assertTrue(zeros > SEEDS, zeros + " zeros");
    }

    @ParameterizedTest
    @ValueSource(longs = {16, 17})
    void noZeroIsNegative(long batch) {
        for (long seed = batch * SEEDS; seed < (batch + 1) * SEEDS; seed++) {
            for (double theta : solve(SmallNet.of(seed), 1e-8, 0).coefficients().theta()) {
                assertNotEquals(-0.0, theta, "seed " + seed);
            }
        }
    }
}
