package dev.odds;

import dev.odds.design.Encoder;
import dev.odds.evaluation.CrossValidation;
import dev.odds.objective.Penalty;
import dev.odds.train.Grid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of the adaptive lasso (H. Zou, Journal of the American Statistical Association 101, 2006): penalty factors
 * f_j max_k |t_k| / |t_j|, f_j being the user's, t_j = u_j theta_j the coefficients of a pilot fit in the units of the penalty. The pilot is
 * the ridge fit whose lambda has the best mean deviance in cross-validation. Relative to the largest, so that lambdas mean much the same as
 * without; no |t_j| is taken as less than 2^-26 of the largest, so that no factor is infinite.
 *
 * @param pilot the lambda of the ridge fit
 * @param factors d numbers; held, not copied
 */
record AdaptiveFactors(double pilot, double[] factors) {
    private static final double LEAST = 0x1p-26;
    /** The lambdas of the pilot lie some 40 % apart. */
    private static final Grid GRID = new Grid(null, 25, 1e-4, true);

    private static final int FOLDS = 10;

    /** By the plan's folds, or 10 where it has none. */
    static AdaptiveFactors of(Prepared prepared, PathRun run) {
        Prepared ridge = prepared.with(prepared.spec().withL1Ratio(0));
        LambdaPath path = ridge.path(GRID, false, run.monitor());
        CrossValidation validation = ridge.crossValidate(path, run.folds(FOLDS));
        LambdaPoint best = path.points().get(validation.deviance().best());
        Penalty penalty =
                ridge.problem(new Variant(ridge.response(), best.lambda())).penalty();
        double[] theta = best.optimum().solution().coefficients().theta();
        return new AdaptiveFactors(best.lambda(), factors(penalty, theta));
    }

    private static double[] factors(Penalty penalty, double[] theta) {
        double largest = 0;
        for (int j = 0; j < theta.length; j++) {
            largest = Math.max(largest, Math.abs(penalty.units()[j] * theta[j]));
        }
        double[] factors = penalty.factors().clone();
        for (int j = 0; j < theta.length && largest > 0; j++) {
            double size = Math.abs(penalty.units()[j] * theta[j]) / largest;
            factors[j] /= Math.max(size, LEAST);
        }
        return factors;
    }

    /** The same X under these factors. */
    Prepared applied(Prepared given, Encoder encoder) {
        List<String> names = encoder.features();
        Map<String, Double> named = new HashMap<>();
        for (int j = 0; j < factors.length; j++) {
            named.put(names.get(j), factors[j]);
        }
        LogisticRegression spec = given.spec();
        Constraints of = given.constraints();
        return new Prepared(
                spec.withShrinkage(spec.shrinkage().withFactors(named)),
                given.design(),
                given.response(),
                new Constraints(factors, of.lower(), of.upper()));
    }

    /** What was done. */
    String sentence() {
        return "weighted the penalty of each coefficient by the inverse of its size in a ridge fit with lambda %s"
                .formatted(pilot);
    }
}
