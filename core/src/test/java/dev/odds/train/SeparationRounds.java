package dev.odds.train;

import dev.odds.design.ArrayExamples;
import dev.odds.design.ArrayResponse;
import dev.odds.design.DesignBuilder;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Response;
import dev.odds.design.Workers;
import dev.odds.objective.ColumnMaxima;
import dev.odds.objective.LogisticObjective;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Goal;
import dev.odds.optimize.Monitor;
import dev.odds.optimize.Need;
import dev.odds.optimize.Newton;
import dev.odds.optimize.Outcome;
import dev.odds.optimize.Point;
import dev.odds.optimize.Reason;
import dev.odds.optimize.SelfConcordance;
import dev.odds.optimize.Subspace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Newton's method and the search in turns, until nothing is left or the rest has a minimum.
 *
 * @param directions as they were found
 * @param separated the examples that they separate
 * @param finite whether the rest has a certified minimum, or nothing is left
 */
record SeparationRounds(List<Direction> directions, BitSet separated, boolean finite) {
    static SeparationRounds of(Problem problem) {
        List<Direction> directions = new ArrayList<>();
        BitSet separated = new BitSet();
        Response rest = problem.response();
        while (rest.weight() > 0) {
            AtomicReference<Direction> found = new AtomicReference<>();
            boolean converged = newton(problem.with(rest), found);
            if (found.get() == null) {
                return new SeparationRounds(directions, separated, converged);
            }
            directions.add(found.get());
            separated.or(found.get().separated());
            rest = rest.without(found.get().separated());
        }
        return new SeparationRounds(directions, separated, true);
    }

    /** Whether the problem has a certified minimum, or else a direction. */
    private static boolean newton(Problem problem, AtomicReference<Direction> found) {
        LogisticObjective f = new LogisticObjective(problem);
        double[] zero = new double[problem.size()];
        Point first = f.at(zero, Need.HESSIAN);
        int[] kept = Aliasing.kept(problem, first.hessian());
        double[] units = problem.units(kept);
        Subspace space = new Subspace(f, kept, units);
        Newton.Watch watch = (x, step) -> {
            find(problem, space, step, found);
            return found.get() != null;
        };
        SelfConcordance bound = new SelfConcordance(ColumnMaxima.of(problem).reach(problem, kept, units));
        Outcome end = new Newton(space, bound, new Goal(1e-12, 1e-12, 100), watch, Monitor.NONE)
                .minimise(space.select(zero), space.restrict(first));
        if (end.reason() != Reason.CONVERGED && found.get() == null) {
            find(problem, space, end.x(), found);
        }
        return end.reason() == Reason.CONVERGED;
    }

    private static void find(Problem problem, Subspace space, double[] v, AtomicReference<Direction> found) {
        SeparationSearch.find(problem, space.kept(), space.embed(v)).ifPresent(found::set);
    }

    static Problem problem(double[][] x, double[] y, boolean bias) {
        return problem(x, ArrayResponse.of(y), bias, 1);
    }

    static Problem problem(double[][] x, Response y, boolean bias, int threads) {
        MemoryDesign design = new DesignBuilder(bias, false, Workers.of(threads)).build(ArrayExamples.of(x));
        return new Problem(design, y, Penalty.none(x[0].length), bias);
    }

    /** The signs of the variables: of each the first direction that moves it. */
    Map<Integer, Integer> signs() {
        Map<Integer, Integer> signs = new TreeMap<>();
        for (Direction direction : directions) {
            for (int j = 0; j < direction.v().length; j++) {
                if (direction.v()[j].signum() != 0) {
                    signs.putIfAbsent(j, direction.v()[j].signum());
                }
            }
        }
        return signs;
    }
}
