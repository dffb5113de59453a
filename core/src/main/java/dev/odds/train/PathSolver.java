package dev.odds.train;

import dev.odds.design.Coefficients;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Monitor;
import dev.odds.optimize.Reason;
import dev.odds.table.InputException;
import java.util.ArrayList;
import java.util.List;

/**
 * A regularisation path: the minima for ever smaller lambda, each from where the last one was (Friedman, Hastie and Tibshirani, Journal of
 * Statistical Software 33, 2010). Every point is a certified minimum by itself.
 */
public final class PathSolver {
    /** What is explained of the null loss where a path that may stop has nothing left to explain. */
    private static final double MOST = 0.999;
    /** A smaller part of what is explained, from one point to the next, is nothing. */
    private static final double NOTHING = 1e-5;

    private static final int FEWEST = 5;

    private PathSolver() {}

    /**
     * Solves.
     *
     * @param problem whose lambda does not count
     * @param monitor told of every iteration
     * @return the points by decreasing lambda; fewer than the grid has where it may stop, or where the monitor stopped
     */
    public static List<PathPoint> solve(Problem problem, Grid grid, Settings settings, Monitor monitor) {
        Proximal proximal = new Proximal(problem, settings, null, monitor);
        long examples = problem.design().examples();
        double largest = grid.lambdas() == null ? proximal.largest() : Double.NaN;
        if (largest == 0) {
            throw new InputException(
                    "found no penalised column that tells the labels apart: each is constant, free or held by bounds; expected at least one for a path, or a fit without a penalty");
        }
        List<PathPoint> points = new ArrayList<>();
        boolean smooth = settings.solver() != Solver.PROXIMAL_NEWTON
                && problem.penalty().withLambda(1).isSmooth();
        for (double lambda : grid.from(largest, problem.design().features() > examples)) {
            points.add(new PathPoint(
                    lambda, smooth ? ridge(problem, lambda, points, settings, monitor) : proximal.at(lambda, false)));
            boolean cancelled = points.get(points.size() - 1).solution().reason() == Reason.CANCELLED;
            if (cancelled || (!grid.whole() && isOver(points, problem.penalty().box() != null))) {
                break;
            }
        }
        return points;
    }

    /** A ridge alone keeps every feature: what suits smooth objectives is faster than steps over a working set of them all. */
    private static Solution ridge(
            Problem problem, double lambda, List<PathPoint> before, Settings settings, Monitor monitor) {
        Coefficients start = before.isEmpty()
                ? null
                : before.get(before.size() - 1).solution().coefficients();
        Penalty penalty = problem.penalty().withLambda(lambda);
        Problem here = new Problem(problem.design(), problem.response(), penalty, problem.bias());
        return Trainer.solve(here, settings, start, monitor);
    }

    /** A coefficient at its bound may hold the loss for a while, and another one enter later. */
    private static boolean isOver(List<PathPoint> points, boolean bounded) {
        int count = points.size();
        double explained = points.get(count - 1).explained();
        if (explained > MOST) {
            return true;
        }
        return !bounded && count >= FEWEST && explained - points.get(count - 2).explained() < NOTHING * explained;
    }
}
