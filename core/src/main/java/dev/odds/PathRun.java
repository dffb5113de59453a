package dev.odds;

import dev.odds.design.Encoded;
import dev.odds.design.Folds;
import dev.odds.evaluation.CrossValidation;
import dev.odds.evaluation.CrossValidator;
import dev.odds.evaluation.Curve;
import dev.odds.evaluation.Pick;
import dev.odds.table.InputException;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits a path, cross-validates it, and chooses a model.
 *
 * @param data what X is made of
 * @param monitor told of every fit
 */
record PathRun(Encoded data, PathPlan plan, PathMonitor monitor) {
    /** The shares of the penalised fit that relaxed fits are tried with, as glmnet has them. */
    private static final double[] MIXTURES = {1, 0.75, 0.5, 0.25, 0};

    PathFit run(Prepared given, PathFit.Origin origin) {
        check(given.spec());
        List<String> notes = new ArrayList<>();
        Prepared prepared = given;
        if (plan.adaptive()) {
            AdaptiveFactors factors = AdaptiveFactors.of(given, this);
            prepared = factors.applied(given, data.encoder());
            notes.add(factors.sentence());
        }
        LambdaPath path = prepared.path(plan.grid(), plan.relaxed(), monitor);
        PathFit.Choice choice = plan.folds() == 0 ? last(path) : validated(prepared, path);
        addNotes(notes, path, choice.crossValidation());
        return new PathFit(prepared, data, origin, plan, path, choice, notes);
    }

    private static void check(LogisticRegression spec) {
        if (spec.firth()) {
            throw new InputException(
                    "found a path beside Firth's penalised likelihood; expected one of them: its penalty has no lambda");
        }
        if (spec.covariance() != null) {
            throw new InputException(
                    "found a path beside covariance %s; expected none: of shrunk estimates there are no errors"
                            .formatted(spec.covariance().word()));
        }
    }

    /** The folds of the plan, or, where it has none, so many. */
    Folds folds(int count) {
        return Folds.stratified(
                data.response(), data.units().clusters(), plan.folds() == 0 ? count : plan.folds(), plan.seed());
    }

    /** Without folds: the least penalty, and of relaxed fits the one without a penalty. */
    private PathFit.Choice last(LambdaPath path) {
        return new PathFit.Choice(null, path.points().size() - 1, plan.relaxed() ? 0 : 1);
    }

    private PathFit.Choice validated(Prepared prepared, LambdaPath path) {
        double[] gammas = plan.relaxed() ? MIXTURES : CrossValidator.PENALISED;
        List<CrossValidation> of = prepared.crossValidate(path, folds(plan.folds()), gammas, monitor);
        List<Curve> curves =
                of.stream().map(validation -> validation.of(plan.measure())).toList();
        Pick pick = plan.rule() == PathPlan.Rule.MIN ? Pick.best(curves) : Pick.oneStandardError(curves);
        return new PathFit.Choice(of.get(pick.curve()), pick.lambda(), gammas[pick.curve()]);
    }

    private void addNotes(List<String> notes, LambdaPath path, CrossValidation validation) {
        if (validation != null && validation.ranked() < validation.folds()) {
            notes.add("the area under the ROC curve is that of %d of %d folds: the others hold one label"
                    .formatted(validation.ranked(), validation.folds()));
        }
        long without =
                path.points().stream().filter(point -> point.relaxed() == null).count();
        if (plan.relaxed() && without > 0) {
            notes.add(
                    "at %d of %d lambdas the fit without a penalty has no finite estimates: the penalised one stands in for it"
                            .formatted(without, path.points().size()));
        }
    }
}
