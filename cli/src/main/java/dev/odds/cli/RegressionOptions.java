package dev.odds.cli;

import dev.odds.LogisticRegression;
import dev.odds.Shrinkage;
import dev.odds.train.Solver;
import java.util.Arrays;
import java.util.List;

/** The options that say what is minimised, and how; lambda aside. */
final class RegressionOptions {
    private static final List<String> SOLVERS =
            Arrays.stream(Solver.values()).map(Solver::word).toList();

    private RegressionOptions() {}

    static void declarePenalty(Options options, String ratio) {
        options.number(
                        "--l1-ratio",
                        "A",
                        "the lasso's share of the penalty, from 0 to 1 (default: %s)".formatted(ratio))
                .list(
                        "--penalty-factor",
                        "COLUMN=F,...",
                        "by what the penalty of a column is multiplied; 0 leaves it free")
                .list("--min", "COLUMN=V,...", "the least coefficient of a column, 0 or less")
                .list("--max", "COLUMN=V,...", "the largest coefficient of a column, 0 or more")
                .flag("--standardize", "penalise as if every column had standard deviation 1");
    }

    static void declareSolver(Options options) {
        options.choice("--solver", SOLVERS, "how the optimum is found (default: by the size of the data)");
    }

    static void declareSolving(Options options) {
        options.flag("--no-bias", "fit without a bias")
                .flag("--float32", "store numbers in half the memory, rounded to 24 bits")
                .number(
                        "--tolerance",
                        "G",
                        "proved distance from the optimum to reach, of the null loss (default: 1e-8)")
                .whole("--max-iterations", "N", "steps after which to give up");
    }

    /** Without a lambda. */
    static LogisticRegression of(Arguments arguments, double ratio) {
        Shrinkage shrinkage = new Shrinkage(
                0,
                arguments.probability("--l1-ratio", ratio),
                arguments.has("--standardize"),
                arguments.numbersByName("--penalty-factor"),
                arguments.numbersByName("--min"),
                arguments.numbersByName("--max"));
        LogisticRegression regression = LogisticRegression.create()
                .withShrinkage(shrinkage)
                .withBias(!arguments.has("--no-bias"))
                .withSolver(solver(arguments.choice("--solver", SOLVERS)))
                .withFloat32(arguments.has("--float32"))
                .withThreads(DataOptions.threads(arguments));
        if (arguments.has("--tolerance")) {
            regression = regression.withTolerance(arguments.share("--tolerance"));
        }
        return arguments.has("--max-iterations")
                ? regression.withMaxIterations(arguments.count("--max-iterations", 1, 1))
                : regression;
    }

    private static Solver solver(String word) {
        return Solver.of(word).orElseThrow();
    }
}
