package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.objective.DualityGap;
import dev.odds.objective.LogisticObjective;
import dev.odds.objective.Problem;
import dev.odds.optimize.Monitor;
import dev.odds.optimize.Need;
import dev.odds.optimize.Reason;
import dev.odds.train.Separation.Verdict;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No bound lies below the truth, which is known from an optimum in 30 digits: small problems of every kind, stopped early and not.
 */
class CertificateTest {
    private static final int SEEDS = 25;
    private static final int MOST = 1_500;
    private static final List<Solver> SOLVERS =
            List.of(Solver.NEWTON, Solver.LBFGS, Solver.NEWTON_CG, Solver.GRADIENT_DESCENT);
    private static final int[] STOPS = {1, 2, 3, 5, 8, 15, 60};

    private static Solution solve(Problem problem, Solver solver, double tolerance, int iterations) {
        return Trainer.solve(problem, new Settings(solver, tolerance, iterations), null, Monitor.NONE);
    }

    /** A problem, its truth, and what was counted. */
    private static final class Trial {
        private final SmallProblem small;
        private final Problem problem;
        private final Solution tight;
        private final PreciseOptimum optimum;

        Trial(long seed) {
            small = SmallProblem.of(seed);
            problem = small.problem();
            tight = solve(problem, Solver.NEWTON, 1e-14, 0);
            optimum = isSeparated() ? null : small.optimum(tight);
        }

        boolean isSeparated() {
            return tight.separation().verdict() == Verdict.SEPARATED;
        }

        double truth(Solution solution) {
            assertEquals(tight.kept().length, solution.kept().length);
            return optimum.gap(SmallProblem.variables(solution));
        }

        double dual(Solution solution) {
            double[] x = Arrays.copyOf(solution.coefficients().theta(), problem.size());
            System.arraycopy(
                    solution.coefficients().bias(), 0, x, problem.design().features(), problem.bias() ? 1 : 0);
            return new DualityGap(problem).gap(x, new LogisticObjective(problem).at(x, Need.GRADIENT), 0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
    void noBoundLiesBelowTheTruth(long batch) {
        int bounds = 0;
        int loose = 0;
        for (long seed = batch * SEEDS; seed < (batch + 1) * SEEDS; seed++) {
            Trial trial = new Trial(seed);
            for (int stop = 0; stop < STOPS.length * SOLVERS.size() && !trial.isSeparated(); stop++) {
                Solver solver = SOLVERS.get(stop % SOLVERS.size());
                Solution solution = solve(trial.problem, solver, 1e-15, STOPS[stop / SOLVERS.size()]);
                double truth = trial.truth(solution);
                double bound = solution.certificate().relativeGap() * solution.nullLoss();
                String what = "seed " + seed + ", " + solver + ", stop " + stop + ": " + truth + " of " + bound;
                assertTrue(!(truth > bound), what);
                assertTrue(trial.small.lambda() == 0 || truth <= trial.dual(solution), what);
                boolean near = truth < 1e-6 * solution.nullLoss() && truth > 1e-14 * solution.nullLoss();
                bounds += near && bound < Double.POSITIVE_INFINITY ? 1 : 0;
                loose += near && bound > 10 * truth ? 1 : 0;
            }
        }
        assertTrue(bounds > 40 && loose <= bounds / 20, loose + " of " + bounds + " bounds are ten times the truth");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void whatIsCalledConvergedIsAndWhatIsNotSaysWhy(long batch) {
        int converged = 0;
        for (long seed = 500 + batch * SEEDS; seed < 500 + (batch + 1) * SEEDS; seed++) {
            Trial trial = new Trial(seed);
            if (trial.isSeparated()) {
                continue;
            }
            for (Solver solver : SOLVERS) {
                Solution solution = solve(trial.problem, solver, 1e-8, MOST);
                double truth = trial.truth(solution);
                String what = "seed " + seed + ", " + solver + ": " + truth;
                if (solution.converged()) {
                    converged++;
                    assertTrue(truth <= 1e-8 * solution.nullLoss(), what);
                } else {
                    assertNotEquals(Reason.CONVERGED, solution.reason(), what);
                    assertNotEquals(Reason.UNBOUNDED, solution.reason(), what);
                    assertNotEquals(Verdict.SEPARATED, solution.separation().verdict(), what);
                }
            }
        }
        assertTrue(converged > 0.9 * SOLVERS.size() * (SEEDS - 3), converged + " of " + SOLVERS.size() * SEEDS);
    }

    /** A duplicate column and hardly a penalty: no factor tells the columns apart, the dual bound does not need it. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-15, 1e-17, 1e-19})
    void aPenaltyBelowRoundingIsCertifiedByDuality(double lambda) {
        SmallProblem base = SmallProblem.of(3);
        double[][] twice = Arrays.stream(base.x())
                .map(row -> new double[] {row[0], row[0], row[0]})
                .toArray(double[][]::new);
        SmallProblem small = new SmallProblem(3, twice, base.y(), true, lambda, new double[] {1, 1, 1}, false);
        Solution solution = solve(small.problem(), Solver.NEWTON, 1e-8, 0);
        assertTrue(solution.converged(), solution.reason() + " " + solution.certificate());
        assertTrue(solution.iterations() < 20, solution.iterations() + " iterations");
    }

    /** The outlier alone makes M a million million: the bound must not multiply all of rounding by it. */
    @Test
    void oneHugeOutlierDoesNotSpoilTheCertificate() {
        SmallProblem base = SmallProblem.of(4);
        double[][] x = Arrays.stream(base.x()).map(double[]::clone).toArray(double[][]::new);
        x[0][0] = 1e12;
        for (double lambda : new double[] {0, 1e-3}) {
            SmallProblem small = new SmallProblem(4, x, base.y(), true, lambda, base.units(), false);
            Solution solution = solve(small.problem(), Solver.NEWTON, 1e-8, 0);
            assertTrue(solution.converged(), lambda + " " + solution.reason());
            double truth = small.optimum(solution).gap(SmallProblem.variables(solution));
            assertTrue(truth <= solution.certificate().relativeGap() * solution.nullLoss());
        }
    }
}
