package dev.odds.cli;

import dev.odds.LogisticRegression;
import dev.odds.Questions;
import dev.odds.inference.Covariances;
import dev.odds.train.Solver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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

    private static final List<String> INTERVALS = List.of("usual", "wald", "profile");
    private static final List<String> TESTS = List.of("usual", "likelihood-ratio", "wald", "none");
    private static final List<String> EFFECTS = List.of("none", "average", "means");
    private static final List<String> COVARIANCES = covariances();

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
                .choice("--intervals", INTERVALS, "by Wald or the profile likelihood (default: Wald, both where cheap)")
                .choice("--tests", TESTS, "of each column (default: by likelihood ratio where cheap)")
                .choice("--covariance", COVARIANCES, "what standard errors rest on (default: what the data ask for)")
                .list("--hypothesis", "EQUATIONS", "test linear equations, such as 'race=black = race=other'")
                .choice("--effects", EFFECTS, "effects on the probability, on average or at means (default: none)")
                .flag("--firth", "maximise Firth's penalised likelihood: finite where labels are separated, less bias")
                .flag("--store-covariance", "keep the covariance in the model, however large, for predict --interval")
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
                .withFirth(arguments.has("--firth"))
                .withThreads(DataOptions.threads(arguments));
        if (arguments.has("--firth") && arguments.has("--lambda")) {
            throw new UsageException("found --firth and --lambda; expected one of them");
        }
        if (arguments.has("--lambda")) {
            regression = regression.withLambda(arguments.notNegative("--lambda"));
        }
        if (arguments.has("--tolerance")) {
            regression = regression.withTolerance(arguments.share("--tolerance"));
        }
        if (arguments.has("--covariance")) {
            Covariances kind = Covariances.of(arguments.choice("--covariance", COVARIANCES))
                    .orElse(null);
            regression = regression.withCovariance(kind);
        }
        if (arguments.has("--level")) {
            regression = regression.withLevel(arguments.share("--level"));
        }
        return arguments.has("--max-iterations")
                ? regression.withMaxIterations(arguments.count("--max-iterations", 1, 1))
                : regression;
    }

    static Questions questions(Arguments arguments) {
        return new Questions(
                Questions.Intervals.valueOf(upper(arguments.choice("--intervals", INTERVALS))),
                Questions.Tests.valueOf(upper(arguments.choice("--tests", TESTS))),
                arguments.texts("--hypothesis"),
                Questions.Effects.valueOf(upper(arguments.choice("--effects", EFFECTS))));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static List<String> covariances() {
        List<String> words = new ArrayList<>(List.of("usual"));
        words.addAll(Covariances.words());
        return words;
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
