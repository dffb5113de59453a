package dev.odds.bench;

import dev.odds.Version;
import dev.odds.design.Coefficients;
import dev.odds.design.DesignBuilder;
import dev.odds.design.Folds;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Workers;
import dev.odds.evaluation.CrossValidation;
import dev.odds.evaluation.CrossValidator;
import dev.odds.evaluation.Curve;
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
import java.util.stream.IntStream;

/**
 * Odds among its rivals. X is laid out in blocks before the clock starts, as every rival has X in its own form; how long that takes
 * is the remark.
 *
 * <pre>OddsRival THREADS FOLDER LAMBDA[,LAMBDA...] BIAS SOLVER [l1=RATIO] [folds=K] [standardize=1]</pre>
 */
public final class OddsRival implements Rival {
    private final Layout layout;
    private final Problem problem;
    private final double[] lambdas;
    private final Solver solver;
    private final Workers workers;
    /** null unless a path is to be cross-validated. */
    private final Folds folds;

    private List<Solution> solutions;
    private String validated = "";

    private OddsRival(Layout layout, String[] args, Workers workers) {
        this.layout = layout;
        this.workers = workers;
        this.lambdas = Arrays.stream(args[2].split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        this.solver = Solver.of(args[4]).orElseThrow(() -> new IllegalArgumentException("no solver " + args[4]));
        Map<String, String> more = Arrays.stream(args)
                .skip(5)
                .map(word -> word.split("="))
                .collect(Collectors.toMap(word -> word[0], word -> word[1]));
        MemoryDesign design = layout.design();
        boolean bias = args[3].equals("1");
        Problem free = new Problem(design, layout.response(), Penalty.none(design.features()), bias);
        double[] units = more.containsKey("standardize")
                ? Deviations.of(free)
                : design.scaling().scale().clone();
        double l1Ratio = Double.parseDouble(more.getOrDefault("l1", "0"));
        this.problem = new Problem(design, layout.response(), new Penalty(lambdas[0], l1Ratio, units), bias);
        int count = Integer.parseInt(more.getOrDefault("folds", "0"));
        this.folds = count == 0 ? null : dealt((int) design.examples(), count);
    }

    /** Example i in fold i mod K, as rivals have it. */
    private static Folds dealt(int examples, int count) {
        return Folds.given(IntStream.range(0, examples).map(i -> i % count).toArray());
    }

    public static void main(String[] args) throws Exception {
        Workers workers = Workers.of(Integer.parseInt(args[0]));
        DesignBuilder builder = new DesignBuilder(args[3].equals("1"), false, workers);
        Layout layout = Layout.of(Path.of(args[1]), builder);
        Rival.serve("Odds " + Version.current(), new OddsRival(layout, args, workers));
    }

    @Override
    public double[] fit(double tolerance) {
        Settings settings = new Settings(solver, tolerance, 0);
        boolean path = lambdas.length > 1;
        solutions = path ? path(settings) : List.of(Trainer.solve(problem, settings, null, Monitor.NONE));
        validated = folds == null ? "" : validated(validate(settings).deviance());
        double[] v = new double[problem.size() * solutions.size()];
        for (int k = 0; k < solutions.size(); k++) {
            Coefficients user =
                    layout.design().scaling().toUser(solutions.get(k).coefficients());
            int at = k * problem.size();
            System.arraycopy(user.theta(), 0, v, at, user.theta().length);
            System.arraycopy(user.bias(), 0, v, at + user.theta().length, user.bias().length);
        }
        return v;
    }

    private List<Solution> path(Settings settings) {
        List<PathPoint> points = PathSolver.solve(problem, Grid.of(lambdas), settings, Monitor.NONE);
        return points.stream().map(PathPoint::solution).toList();
    }

    /** The folds side by side, each on one thread. */
    private CrossValidation validate(Settings settings) {
        MemoryDesign each = layout.design().on(Workers.of(1));
        CrossValidator validator = new CrossValidator(
                problem.response(),
                rest -> new Problem(each, rest, problem.penalty(), problem.bias()),
                settings,
                lambdas,
                CrossValidator.PENALISED);
        return validator.run(folds, workers, Monitor.NONE, done -> {}).get(0);
    }

    private String validated(Curve deviance) {
        double least = lambdas[deviance.best()];
        double within = lambdas[deviance.oneStandardError()];
        double mean = deviance.mean()[deviance.best()];
        return String.format(Locale.ROOT, ", lambda.min %.4g, lambda.1se %.4g, deviance %.5f", least, within, mean);
    }

    @Override
    public String remark() {
        int steps = solutions.stream().mapToInt(Solution::iterations).sum();
        double bound = solutions.stream()
                .mapToDouble(solution -> solution.certificate().relativeGap())
                .max()
                .orElseThrow();
        String word = solutions.get(0).solver().word();
        return String.format(
                Locale.ROOT,
                "%s, %d steps, bound %.1e, layout %.3f s%s",
                word,
                steps,
                bound,
                layout.seconds(),
                validated);
    }
}
