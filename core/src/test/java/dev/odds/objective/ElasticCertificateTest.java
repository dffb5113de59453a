package dev.odds.objective;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.optimize.Bound;
import dev.odds.optimize.Need;
import dev.odds.optimize.Point;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds on elastic nets against optima found by other means: lasso to ridge, factors, bounds, weights, groups, offsets, d > n. */
class ElasticCertificateTest {
    private static final int CASES = 60;
    /** Of F: the truth is not known better. */
    private static final double ROUNDING = 1e-16;

    /** One point of one problem. */
    private record Trial(ElasticCase from, Problem problem, ElasticOptimum optimum, double[] x, Point point) {
        ColumnMaxima maxima() {
            return ColumnMaxima.of(problem);
        }

        double truth() {
            return optimum.gap(x);
        }

        DualPoint dual() {
            return ElasticDual.of(problem, maxima()).at(problem.penalty().separable(), problem.bias(), x, point);
        }

        int[] survivors() {
            return Screening.of(problem, maxima()).survivors(problem, dual());
        }

        Bound face(int[] features) {
            return FaceBound.of(problem, maxima(), features, x, point);
        }

        int[] all() {
            return IntStream.range(0, problem.design().features()).toArray();
        }

        boolean isNear() {
            return truth() > 1e-12 * point.value() && truth() < 1e-6 * point.value();
        }

        void holds(double bound, String kind) {
            double least = truth() * (1 - 1e-9) - ROUNDING * point.value();
            assertTrue(bound >= least, kind + " " + bound + " below " + truth() + " of " + this);
        }

        @Override
        public String toString() {
            return "seed %d, %d x %d, l1 ratio %s, x = %s"
                    .formatted(
                            from.seed(),
                            from.x().length,
                            from.x()[0].length,
                            from.penalty().l1Ratio(),
                            Arrays.toString(x));
        }
    }

    private static void each(long batch, Consumer<Trial> claim) {
        int solved = 0;
        for (long seed = batch * CASES; seed < (batch + 1) * CASES; seed++) {
            ElasticCase from = ElasticCase.of(seed);
            Problem problem = from.problem();
            ElasticOptimum optimum = new ElasticOptimum(from);
            if (optimum.decrement() > 1e-27) {
                continue;
            }
            solved++;
            for (double[] x : optimum.iterates(new Random(seed))) {
                Point point = new LogisticObjective(problem, true).at(x, Need.GRADIENT);
                claim.accept(new Trial(from, problem, optimum, x, point));
            }
        }
        assertTrue(solved > 0.97 * CASES, solved + " optima found");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void noBoundLiesBelowTheTruth(long batch) {
        each(batch, trial -> {
            trial.holds(trial.dual().gap(), "the dual bound");
            double second = new BalancedDual(trial.maxima().values())
                    .gap(trial.problem.penalty().separable(), trial.x, trial.point);
            trial.holds(second, "that of second order in the bias");
            trial.holds(new DualityGap(trial.problem).gap(trial.x, trial.point, 0), "that with readings");
            trial.holds(trial.face(trial.survivors()).gap(), "the bound of a face of survivors");
            trial.holds(trial.face(trial.all()).gap(), "the bound of a face");
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void noCoefficientOfTheMinimumIsProvedToBeZero(long batch) {
        int[] proved = new int[1];
        each(batch, trial -> {
            int[] survivors = trial.survivors();
            double[] best = trial.optimum.x();
            for (int j : trial.all()) {
                boolean dropped = Arrays.binarySearch(survivors, j) < 0;
                assertTrue(!dropped || best[j] == 0, "theta " + j + " = " + best[j] + " of " + trial);
                proved[0] += dropped ? 1 : 0;
            }
        });
        assertTrue(proved[0] > 2_000, proved[0] + " coefficients proved to be 0");
    }

    /** Also where features are alike or more than examples. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void theBoundOfAFaceIsHardlyLargerThanTheTruth(long batch) {
        int[] count = new int[3];
        each(batch, trial -> {
            if (trial.isNear()) {
                Bound bound = trial.face(trial.all());
                count[0]++;
                count[1] += bound.isFinite() ? 1 : 0;
                count[2] += bound.gap() < 3 * trial.truth() ? 1 : 0;
            }
        });
        String what = "of %d points near an optimum %d have a bound, %d one of less than three times the truth"
                .formatted(count[0], count[1], count[2]);
        assertTrue(count[0] > 50 && count[1] >= 0.97 * count[0] && count[2] >= 0.95 * count[0], what);
    }

    /** Without a bias its dual point is the one at hand, but that it tells the two sides of groups apart. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void aReadingProvesNoLessWithoutABias(long batch) {
        each(batch, trial -> {
            double gap = trial.dual().gap();
            if (!trial.from.bias() && gap > 1e-9 * trial.point.value()) {
                double reading = new DualityGap(trial.problem).gap(trial.x, trial.point, 0);
                assertTrue(reading <= gap * (1 + 1e-4), reading + " for " + gap + " of " + trial);
            }
        });
    }
}
