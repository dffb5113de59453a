package dev.odds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.NetCase.Kind;
import dev.odds.design.Coefficients;
import dev.odds.objective.Problem;
import dev.odds.optimize.Certificate;
import dev.odds.optimize.Monitor;
import dev.odds.train.Grid;
import dev.odds.train.PathPoint;
import dev.odds.train.PathSolver;
import dev.odds.train.Settings;
import dev.odds.train.Solver;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Paths of every kind of elastic net, each point by itself. */
class NetPathTest {
    private static final int SEEDS = 5;

    private static List<PathPoint> path(NetCase net, Grid grid, double tolerance) {
        Prepared prepared = net.with(net.shrinkage().withLambda(1)).prepared(tolerance);
        Problem problem = prepared.problem(new Variant(net.y(), 1));
        return PathSolver.solve(problem, grid, new Settings(Solver.AUTO, tolerance, 0), Monitor.NONE);
    }

    private static Coefficients user(NetCase net, PathPoint point) {
        return net.prepared(1e-8).design().scaling().toUser(point.solution().coefficients());
    }

    /** Between the ridge, of which no lambda is the largest, and the lasso. */
    private static NetCase lasso(Kind kind, long seed) {
        NetCase net = NetCase.of(kind, seed);
        return net.with(net.shrinkage().withL1Ratio(seed % 2 == 0 ? 1 : 0.3));
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = Mode.EXCLUDE, names = "BOUNDS_ALONE")
    void everyPointIsAMinimumByItself(Kind kind) {
        for (long seed = 0; seed < SEEDS; seed++) {
            NetCase net = lasso(kind, 100 + seed);
            double last = Double.POSITIVE_INFINITY;
            for (PathPoint point : path(net, new Grid(null, 20, 1e-3, true), 1e-9)) {
                String what = net.name() + ", lambda " + point.lambda() + ": "
                        + point.solution().certificate();
                assertTrue(point.lambda() < last, what);
                last = point.lambda();
                assertTrue(point.solution().converged(), what);
                Coefficients found = user(net, point);
                NaiveNet naive = new NaiveNet(net.with(net.shrinkage().withLambda(point.lambda())));
                double bias = net.bias() ? found.bias()[0] : 0;
                double gain = naive.certainGain(found.theta(), bias)
                        / point.solution().nullLoss();
                Certificate certificate = point.solution().certificate();
                double bound = certificate.kind() == Certificate.Kind.GRADIENT ? 1e-9 : certificate.relativeGap();
                assertTrue(gain <= bound + 1e-18, what + " refuted: one step gains " + gain);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = Mode.EXCLUDE, names = "BOUNDS_ALONE")
    void thePathBeginsWhereTheFirstFeatureEnters(Kind kind) {
        for (long seed = 0; seed < SEEDS; seed++) {
            NetCase net = lasso(kind, 200 + seed);
            double largest =
                    path(net, new Grid(null, 2, 0.5, true), 1e-8).get(0).lambda();
            List<PathPoint> around = path(net, Grid.of(largest * (1 + 1e-6), largest * (1 - 1e-3)), 1e-13);
            String what = net.name() + ", lambda " + largest;
            assertEquals(0, penalised(net, around.get(0)), what);
            assertTrue(penalised(net, around.get(1)) > 0, what);
        }
    }

    /** How many features have a coefficient and are not free. */
    private static int penalised(NetCase net, PathPoint point) {
        double[] theta = point.solution().coefficients().theta();
        int count = 0;
        for (int j = 0; j < theta.length; j++) {
            boolean free = net.shrinkage().factors().getOrDefault("x" + (j + 1), 1.0) == 0;
            count += theta[j] != 0 && !free ? 1 : 0;
        }
        return count;
    }

    /** From a warm start as from none, F is the same within both tolerances; and less penalty never explains less. */
    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = Mode.EXCLUDE, names = "BOUNDS_ALONE")
    void aWarmStartLeadsToTheSameMinimum(Kind kind) {
        NetCase net = lasso(kind, 300);
        double explained = -1e-8;
        for (PathPoint point : path(net, new Grid(null, 12, 1e-2, true), 1e-10)) {
            NetCase alone = net.with(net.shrinkage().withLambda(point.lambda()));
            Optimum cold = alone.prepared(1e-10).solve();
            double allowed = 1e-10 * point.solution().nullLoss() + 1e-15;
            assertEquals(cold.solution().value(), point.solution().value(), allowed, net.name());
            assertTrue(point.explained() >= explained - 1e-8, net.name());
            explained = point.explained();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = Mode.EXCLUDE, names = "BOUNDS_ALONE")
    void everyNumberOfThreadsGivesTheSamePath(Kind kind) {
        NetCase net = lasso(kind, 400);
        List<PathPoint> one = path(net.withThreads(1), Grid.standard(), 1e-7);
        List<PathPoint> two = path(net.withThreads(2), Grid.standard(), 1e-7);
        assertEquals(one.size(), two.size());
        for (int k = 0; k < one.size(); k++) {
            assertEquals(one.get(k).lambda(), two.get(k).lambda());
            assertArrayEquals(
                    user(net, one.get(k)).theta(), user(net, two.get(k)).theta(), net.name());
        }
    }
}
