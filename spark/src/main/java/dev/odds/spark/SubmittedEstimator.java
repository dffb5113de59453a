package dev.odds.spark;

import dev.odds.spark.submit.SubmitOptions;
import dev.odds.table.InputException;

/** The estimator that the user of {@link Submit} describes by options. */
final class SubmittedEstimator {
    private SubmittedEstimator() {}

    /** Of columns yet to be named. */
    static LogisticRegression of(SubmitOptions options) {
        if (options.has("--l1-ratio") && !options.has("--lambda")) {
            throw new InputException(
                    "found --l1-ratio without --lambda; expected both, for without a lambda nothing is penalised");
        }
        LogisticRegression estimator = new LogisticRegression()
                .setRegParam(options.number("--lambda", 0, v -> v >= 0, "a number of 0 or more"))
                .setElasticNetParam(options.number("--l1-ratio", 0, v -> v >= 0 && v <= 1, "a number from 0 to 1"))
                .setStandardization(options.has("--standardize"))
                .setFitIntercept(!options.has("--no-bias"))
                .setFloat32(options.has("--float32"))
                .setSolver(options.word("--solver", SubmitOptions.SOLVERS, SubmitOptions.SOLVERS.get(0)));
        if (options.has("--tolerance")) {
            estimator.setTol(options.number("--tolerance", 0, v -> v > 0 && v < 1, "a number above 0 and below 1"));
        }
        if (options.has("--max-iterations")) {
            estimator.setMaxIter((int) options.number(
                    "--max-iterations",
                    0,
                    v -> v >= 1 && v <= Integer.MAX_VALUE && v == Math.rint(v),
                    "a whole number of 1 or more"));
        }
        return estimator;
    }
}
