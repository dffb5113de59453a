package dev.odds.bench;

import dev.odds.design.DesignBuilder;
import dev.odds.design.Workers;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Monitor;
import dev.odds.train.Settings;
import dev.odds.train.Solution;
import dev.odds.train.Solver;
import dev.odds.train.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Counts how often a solver reads all examples where it can do no more than on a cluster: each reading is one job there.
 *
 * <pre>Readings TOLERANCE LAMBDA[/L1RATIO] FOLDER...</pre>
 *
 * FOLDER is of the cache of {@code bench/run}. Prints a line of a table for every solver that knows the penalty.
 */
public final class Readings {
    private Readings() {}

    public static void main(String[] args) throws IOException {
        double tolerance = Double.parseDouble(args[0]);
        String[] penalty = args[1].split("/");
        double l1Ratio = penalty.length > 1 ? Double.parseDouble(penalty[1]) : 0;
        Solver[] solvers = l1Ratio > 0
                ? new Solver[] {Solver.PROXIMAL_NEWTON}
                : new Solver[] {Solver.NEWTON, Solver.NEWTON_CG, Solver.LBFGS};
        System.out.println("| data | n x d | solver | readings | of them | bound |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        for (int f = 2; f < args.length; f++) {
            Layout layout = Layout.of(Path.of(args[f]), new DesignBuilder(true, false, Workers.of(2)));
            for (Solver solver : solvers) {
                CountedDesign design = new CountedDesign(layout.design());
                double[] units = design.scaling().scale().clone();
                Penalty given = new Penalty(Double.parseDouble(penalty[0]), l1Ratio, units);
                Problem problem = new Problem(design, layout.response(), given, true);
                tell(Path.of(args[f]).getFileName().toString(), design, solver, tolerance, problem);
            }
        }
    }

    private static void tell(String name, CountedDesign design, Solver solver, double tolerance, Problem problem) {
        Solution solution = Trainer.solve(problem, new Settings(solver, tolerance, 0), null, Monitor.NONE);
        Map<String, Integer> readings = design.readings();
        System.out.printf(
                "| %s | %,d x %,d | %s | %d | %s | %.1e |%n",
                name,
                design.examples(),
                design.features(),
                solver.word(),
                readings.values().stream().mapToInt(Integer::intValue).sum(),
                readings,
                solution.certificate().relativeGap());
    }
}
