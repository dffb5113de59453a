package dev.odds.bench;

import dev.odds.Version;
import dev.odds.design.Coefficients;
import dev.odds.design.DesignBuilder;
import dev.odds.design.Scaling;
import dev.odds.design.Workers;
import dev.odds.objective.Deviations;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Monitor;
import dev.odds.train.Grid;
import dev.odds.train.PathPoint;
import dev.odds.train.PathSolver;
import dev.odds.train.Settings;
import dev.odds.train.Solution;
import dev.odds.train.Solver;
import dev.odds.train.Trainer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Odds among its rivals. X is laid out in blocks before the clock starts, as every rival has X in its own form; how long that takes
 * is the remark.
 *
 * <pre>OddsRival THREADS FOLDER LAMBDA[,LAMBDA...] BIAS SOLVER [l1=RATIO] [standardize=1]</pre>
 */
public final class OddsRival implements Rival {
    private final Problem problem;
    private final double[] lambdas;
    private final Solver solver;
    private final double layout;
    private List<Solution> solutions;

    private OddsRival(Problem problem, double[] lambdas, Solver solver, double layout) {
        this.problem = problem;
        this.lambdas = lambdas;
        this.solver = solver;
        this.layout = layout;
    }

    public static void main(String[] args) throws Exception {
        Solver solver = Solver.of(args[4]).orElseThrow(() -> new IllegalArgumentException("no solver " + args[4]));
        boolean bias = args[3].equals("1");
        double[] lambdas = Arrays.stream(args[2].split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        Map<String, String> more = Arrays.stream(args)
                .skip(5)
                .map(word -> word.split("="))
                .collect(Collectors.toMap(word -> word[0], word -> word[1]));
        DesignBuilder builder = new DesignBuilder(bias, false, Workers.of(Integer.parseInt(args[0])));
        Layout layout = Layout.of(Path.of(args[1]), builder);
        Penalty none = Penalty.none(layout.design().features());
        double[] units = more.containsKey("standardize")
                ? Deviations.of(new Problem(layout.design(), layout.response(), none, bias))
                : layout.design().scaling().scale().clone();
        Penalty penalty = new Penalty(lambdas[0], Double.parseDouble(more.getOrDefault("l1", "0")), units);
        Problem problem = new Problem(layout.design(), layout.response(), penalty, bias);
        Rival.serve("Odds " + Version.current(), new OddsRival(problem, lambdas, solver, layout.seconds()));
    }

    @Override
    public double[] fit(double tolerance) {
        Settings settings = new Settings(solver, tolerance, 0);
        solutions =
                lambdas.length == 1 ? List.of(Trainer.solve(problem, settings, null, Monitor.NONE)) : path(settings);
        Scaling scaling = problem.design().scaling();
        double[] v = new double[problem.size() * solutions.size()];
        for (int k = 0; k < solutions.size(); k++) {
            Coefficients user = scaling.toUser(solutions.get(k).coefficients());
            int at = k * problem.size();
            System.arraycopy(user.theta(), 0, v, at, user.theta().length);
            System.arraycopy(user.bias(), 0, v, at + user.theta().length, user.bias().length);
        }
        return v;
    }

    private List<Solution> path(Settings settings) {
        return PathSolver.solve(problem, Grid.of(lambdas), settings, Monitor.NONE).stream()
                .map(PathPoint::solution)
                .toList();
    }

    @Override
    public String remark() {
        return String.format(
                Locale.ROOT,
                "%s, %d steps, bound %.1e, layout %.3f s",
                solutions.get(0).solver().word(),
                solutions.stream().mapToInt(Solution::iterations).sum(),
                solutions.stream()
                        .mapToDouble(s -> s.certificate().relativeGap())
                        .max()
                        .orElseThrow(),
                layout);
    }
}
