package dev.odds.cli;

import dev.odds.LogisticRegression;
import dev.odds.PathPlan;
import dev.odds.Questions;
import dev.odds.inference.Covariances;
import dev.odds.train.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the user wants of a fit.
 *
 * @param regression what to fit
 * @param questions what to ask of it
 * @param holdout the share of the rows to hold out, 0 for none
 * @param seed which rows
 * @param plan how lambda is chosen, null where the user says it
 */
record FitOptions(LogisticRegression regression, Questions questions, double holdout, long seed, PathPlan plan) {
    private static final String AUTO = "auto";
    private static final int FOLDS = 10;
    private static final List<String> INTERVALS = List.of("usual", "wald", "profile");
    private static final List<String> TESTS = List.of("usual", "likelihood-ratio", "wald", "none");
    private static final List<String> EFFECTS = List.of("none", "average", "means");
    private static final List<String> COVARIANCES = covariances();
    private static final List<String> OF_PENALTY = List.of("--l1-ratio", "--penalty-factor");
    private static final List<String> OF_LIKELIHOOD =
            List.of("--covariance", "--hypothesis", "--effects", "--intervals", "--tests", "--store-covariance");

    static void declare(Options options) {
        options.file("DATA", "a .csv, .tsv, .libsvm or .svm file, also as .gz; - for CSV on standard input");
        DataOptions.declareRoles(options);
        options.text("--lambda", "L|auto", "the penalty; auto lets cross-validation choose it (default: 0)");
        RegressionOptions.declarePenalty(options, "0, the ridge");
        FoldOptions.declare(options, "10, with --lambda auto");
        RegressionOptions.declareSolver(options);
        RegressionOptions.declareSolving(options);
        options.number("--holdout", "FRACTION", "hold out this share of the rows and evaluate the model on it")
                .whole("--seed", "S", "which rows are held out or in which fold (default: 0)")
                .number("--level", "P", "coverage of the intervals (default: 0.95)")
                .choice("--intervals", INTERVALS, "by Wald or the profile likelihood (default: Wald, both where cheap)")
                .choice("--tests", TESTS, "of each column (default: by likelihood ratio where cheap)")
                .choice("--covariance", COVARIANCES, "what standard errors rest on (default: what the data ask for)")
                .list("--hypothesis", "EQUATIONS", "test linear equations, such as 'race=black = race=other'")
                .choice("--effects", EFFECTS, "effects on the probability, on average or at means (default: none)")
                .flag("--firth", "maximise Firth's penalised likelihood: finite where labels are separated, less bias")
                .flag("--store-covariance", "keep the covariance in the model, however large, for predict --interval");
        ModelOptions.declare(options, "show all coefficients, however many");
        DataOptions.declareReading(options);
    }

    static FitOptions of(Arguments arguments) {
        boolean auto = AUTO.equals(arguments.text("--lambda"));
        return new FitOptions(
                regression(arguments, auto),
                questions(arguments),
                arguments.has("--holdout") ? arguments.share("--holdout") : 0,
                arguments.whole("--seed", 0),
                auto ? plan(arguments) : null);
    }

    private static LogisticRegression regression(Arguments arguments, boolean auto) {
        if (arguments.has("--firth") && arguments.has("--lambda")) {
            throw new UsageException("found --firth and --lambda; expected one of them");
        }
        LogisticRegression regression = RegressionOptions.of(arguments, 0).withFirth(arguments.has("--firth"));
        if (!auto) {
            checkNoFolds(arguments);
            checkPenalty(arguments);
        }
        if (arguments.has("--lambda") && !auto) {
            regression = regression.withLambda(arguments.notNegative("--lambda"));
        }
        if (arguments.has("--covariance")) {
            Covariances kind = Covariances.of(arguments.choice("--covariance", COVARIANCES))
                    .orElse(null);
            regression = regression.withCovariance(kind);
        }
        return arguments.has("--level") ? regression.withLevel(arguments.share("--level")) : regression;
    }

    private static void checkNoFolds(Arguments arguments) {
        for (String option : FoldOptions.NAMES) {
            if (arguments.has(option)) {
                throw new UsageException("found %s without --lambda auto; expected both or neither".formatted(option));
            }
        }
    }

    /** Who asks for a lasso does not want a fit without a penalty. */
    private static void checkPenalty(Arguments arguments) {
        for (String option : OF_PENALTY) {
            if (arguments.has(option) && !arguments.has("--lambda")) {
                throw new UsageException(
                        "found %s without --lambda; expected both, for without a lambda nothing is penalised"
                                .formatted(option));
            }
        }
    }

    /** Better now than after the whole path. */
    private static PathPlan plan(Arguments arguments) {
        for (String option : OF_LIKELIHOOD) {
            if (arguments.has(option)) {
                throw new UsageException(
                        "found %s beside --lambda auto; expected one of them: of shrunk estimates there are no errors and tests"
                                .formatted(option));
            }
        }
        return FoldOptions.plan(arguments, Grid.standard(), FOLDS);
    }

    private static Questions questions(Arguments arguments) {
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
}
