package dev.odds.cli;

import dev.odds.LogisticRegression;
import dev.odds.train.Solver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What the user wants of a fit beside the model itself.
 *
 * @param holdout the share of the rows to hold out, 0 for none
 * @param seed which rows
 * @param model where the model goes, null for nowhere
 * @param json whether the result is for a program
 * @param all whether all coefficients are shown
 * @param quiet whether notes and warnings are kept back
 * @param strict whether warnings make the exit code 1
 */
record FitOptions(double holdout, long seed, Path model, boolean json, boolean all, boolean quiet, boolean strict) {
    private static final List<String> SOLVERS =
            Arrays.stream(Solver.values()).map(Solver::word).toList();

    static void declare(Options options) {
        options.file("DATA", "a .csv, .tsv, .libsvm or .svm file, also as .gz; - for CSV on standard input");
        DataOptions.declareRoles(options);
        options.number("--lambda", "L", "ridge penalty: L/2 times the squared size of the coefficients (default: 0)")
                .number("--l1-ratio", "A", "the lasso's share of the penalty; this version knows only 0")
                .flag("--standardize", "penalise as if every column had standard deviation 1")
                .flag("--no-bias", "fit without a bias")
                .flag("--float32", "store numbers in half the memory, rounded to 24 bits")
                .choice("--solver", SOLVERS, "how the optimum is found (default: by the size of the data)")
                .number(
                        "--tolerance",
                        "G",
                        "proved distance from the optimum to reach, of the null loss (default: 1e-8)")
                .whole("--max-iterations", "N", "steps after which to give up")
                .number("--holdout", "FRACTION", "hold out this share of the rows and evaluate the model on it")
                .whole("--seed", "S", "which rows are held out (default: 0)")
                .number("--level", "P", "coverage of the intervals (default: 0.95)")
                .path("MODEL", "where the model goes (default: NAME.odds.json, here)", "-o", "--output")
                .flag("--no-model", "write no model file")
                .flag("--json", "print the result as JSON")
                .flag("--all", "show all coefficients, however many")
                .flag("--quiet", "no notes, warnings and progress")
                .flag("--strict", "warnings make the exit code 1");
        DataOptions.declareReading(options);
    }

    static FitOptions of(Arguments arguments, Input input) {
        if (arguments.has("--no-model") && arguments.has("-o")) {
            throw new UsageException("found -o and --no-model; expected one of them");
        }
        Path named = arguments.file("-o");
        Path model = named != null ? named : Path.of(input.stem() + ".odds.json");
        if (!arguments.has("--no-model")) {
            checkFolder(model);
        }
        return new FitOptions(
                arguments.has("--holdout") ? arguments.share("--holdout") : 0,
                arguments.whole("--seed", 0),
                arguments.has("--no-model") ? null : model,
                arguments.has("--json"),
                arguments.has("--all"),
                arguments.has("--quiet"),
                arguments.has("--strict"));
    }

    static LogisticRegression regression(Arguments arguments) {
        if (arguments.has("--l1-ratio") && arguments.number("--l1-ratio") != 0) {
            throw new UsageException("--l1-ratio is %s; this version knows only 0, the ridge penalty"
                    .formatted(arguments.text("--l1-ratio")));
        }
        LogisticRegression regression = LogisticRegression.create()
                .withStandardize(arguments.has("--standardize"))
                .withBias(!arguments.has("--no-bias"))
                .withSolver(solver(arguments.choice("--solver", SOLVERS)))
                .withFloat32(arguments.has("--float32"))
                .withThreads(DataOptions.threads(arguments));
        if (arguments.has("--lambda")) {
            regression = regression.withLambda(arguments.notNegative("--lambda"));
        }
        if (arguments.has("--tolerance")) {
            regression = regression.withTolerance(arguments.share("--tolerance"));
        }
        if (arguments.has("--level")) {
            regression = regression.withLevel(arguments.share("--level"));
        }
        return arguments.has("--max-iterations")
                ? regression.withMaxIterations(arguments.count("--max-iterations", 1, 1))
                : regression;
    }

    /** Better now than after a long fit. */
    private static void checkFolder(Path model) {
        Path folder = model.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new UsageException(
                    "the model cannot be written to %s; name a place with -o, or say --no-model".formatted(model));
        }
    }

    private static Solver solver(String word) {
        return Solver.of(word).orElseThrow();
    }
}
