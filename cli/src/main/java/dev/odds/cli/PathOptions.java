package dev.odds.cli;

import dev.odds.LogisticRegression;
import dev.odds.PathPlan;
import dev.odds.train.Grid;
import java.util.List;

/**
 * What the user wants of a path.
 *
 * @param regression what to fit, lambda aside
 * @param plan at which lambdas, and how one is chosen
 */
record PathOptions(LogisticRegression regression, PathPlan plan) {
    private static final double LASSO = 1;
    private static final int LAMBDAS = 100;
    private static final List<String> OF_FOLDS = List.of("--measure", "--rule");
    private static final List<String> OF_GRID = List.of("--lambdas", "--lambda-min-ratio", "--all-lambdas");

    static void declare(Options options) {
        options.file("DATA", "a .csv, .tsv, .libsvm or .svm file, also as .gz; - for CSV on standard input");
        DataOptions.declareRoles(options);
        RegressionOptions.declarePenalty(options, "1, the lasso");
        options.whole("--lambdas", "N", "how many lambdas (default: 100)")
                .list("--lambda-list", "L,...", "these lambdas, all of them")
                .number("--lambda-min-ratio", "R", "the last lambda over the first (default: 1e-4, 1e-2 for wide data)")
                .flag("--all-lambdas", "go on where nothing is left to explain");
        FoldOptions.declare(options, "none");
        options.whole("--seed", "S", "deals rows into folds (default: 0)")
                .flag("--relax", "refit without a penalty on the selected columns, and mix both")
                .flag("--adaptive", "penalise what a ridge fit finds small the more");
        RegressionOptions.declareSolving(options);
        ModelOptions.declare(options, "show all lambdas and coefficients, however many");
        DataOptions.declareReading(options);
    }

    static PathOptions of(Arguments arguments) {
        if (!arguments.has("--folds")) {
            for (String option : OF_FOLDS) {
                if (arguments.has(option)) {
                    throw new UsageException("found %s without --folds; expected both or neither".formatted(option));
                }
            }
        }
        return new PathOptions(RegressionOptions.of(arguments, LASSO), FoldOptions.plan(arguments, grid(arguments), 0));
    }

    private static Grid grid(Arguments arguments) {
        if (arguments.has("--lambda-list")) {
            for (String option : OF_GRID) {
                if (arguments.has(option)) {
                    throw new UsageException("found --lambda-list and %s; expected one of them".formatted(option));
                }
            }
            return Grid.of(arguments.falling("--lambda-list"));
        }
        return new Grid(
                null,
                arguments.count("--lambdas", 2, LAMBDAS),
                arguments.has("--lambda-min-ratio") ? arguments.share("--lambda-min-ratio") : Double.NaN,
                arguments.has("--all-lambdas"));
    }
}
