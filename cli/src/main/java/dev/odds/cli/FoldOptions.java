package dev.odds.cli;

import dev.odds.PathPlan;
import dev.odds.PathPlan.Rule;
import dev.odds.evaluation.Measure;
import dev.odds.train.Grid;
import java.util.Arrays;
import java.util.List;

/** The options that say how cross-validation chooses a lambda. */
final class FoldOptions {
    static final List<String> NAMES = List.of("--folds", "--measure", "--rule");

    private static final List<String> MEASURES =
            Arrays.stream(Measure.values()).map(Measure::word).toList();
    private static final List<String> RULES =
            Arrays.stream(Rule.values()).map(Rule::word).toList();

    private FoldOptions() {}

    static void declare(Options options, String folds) {
        options.whole(
                        "--folds",
                        "K",
                        "into how many parts cross-validation deals the rows (default: %s)".formatted(folds))
                .choice("--measure", MEASURES, "by what lambdas are compared (default: deviance)")
                .choice("--rule", RULES, "the best lambda, or the largest within a standard error (default: min)");
    }

    /**
     * What is asked of a path.
     *
     * @param folds where the user does not say, 0 for none
     */
    static PathPlan plan(Arguments arguments, Grid grid, int folds) {
        return new PathPlan(
                grid,
                arguments.has("--folds") ? arguments.count("--folds", 2, folds) : folds,
                arguments.whole("--seed", 0),
                Measure.values()[MEASURES.indexOf(arguments.choice("--measure", MEASURES))],
                Rule.values()[RULES.indexOf(arguments.choice("--rule", RULES))],
                arguments.has("--relax"),
                arguments.has("--adaptive"));
    }
}
