package dev.odds;

import dev.odds.evaluation.CrossValidation;
import dev.odds.evaluation.Curve;
import dev.odds.evaluation.Measure;
import dev.odds.model.Facts;
import dev.odds.model.ModelPath;
import dev.odds.train.Solution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A path as a model keeps it. */
final class RecordedPath {
    private RecordedPath() {}

    static ModelPath of(PathFit fit) {
        List<ModelPath.Point> points = fit.path().points().stream()
                .map(point -> ModelPath.Point.of(point.lambda(), run(point.optimum()), fit.coefficients(point)))
                .toList();
        String rule =
                fit.crossValidation().isEmpty() ? "last" : fit.plan().rule().word();
        ModelPath.Validation validation = fit.crossValidation()
                .map(found -> validation(found, fit.plan().measure()))
                .orElse(null);
        return new ModelPath(points, fit.chosen(), rule, fit.gamma(), validation);
    }

    private static Facts.Run run(Optimum optimum) {
        double[] estimates = optimum.estimates();
        double[] errors = new double[estimates.length];
        Arrays.fill(errors, Double.NaN);
        Solution solution = optimum.solution();
        return FitBuilder.run(solution, Fingerprint.of(estimates, errors, solution));
    }

    private static ModelPath.Validation validation(CrossValidation found, Measure measure) {
        List<ModelPath.Curve> curves = new ArrayList<>();
        for (Measure each : Measure.values()) {
            Curve curve = found.of(each);
            if (isFinite(curve.mean()) && isFinite(curve.error())) {
                curves.add(new ModelPath.Curve(each.word(), curve.mean(), curve.error()));
            }
        }
        Curve chooses = found.of(measure);
        return new ModelPath.Validation(
                found.folds(), found.seed(), measure.word(), chooses.best(), chooses.oneStandardError(), curves);
    }

    private static boolean isFinite(double[] numbers) {
        return Arrays.stream(numbers).allMatch(Double::isFinite);
    }
}
