package dev.odds.spark;

import dev.odds.Version;
import dev.odds.model.Facts;
import dev.odds.optimize.Certificate;
import dev.odds.spark.rows.Origin;
import dev.odds.train.Solution;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.classification.LogisticRegressionTrainingSummary;
import org.apache.spark.ml.linalg.Matrix;
import scala.Option;

/** How a model of Spark came to be, as far as it tells. */
final class ModelFacts {
    private ModelFacts() {}

    /** All that is known of a model that this session fitted, of any other only its params. */
    static Facts of(LogisticRegressionModel model, Origin origin) {
        Outcome outcome = outcome(model);
        return outcome == null ? params(model, origin) : fitted(outcome, origin);
    }

    /** Of the fit, or null where another library or session made it. */
    static Outcome outcome(LogisticRegressionModel model) {
        Option<LogisticRegressionTrainingSummary> held = model.trainingSummary();
        return held.isDefined() && held.get() instanceof TrainingSummary ours ? ours.outcome() : null;
    }

    private static Facts fitted(Outcome outcome, Origin origin) {
        Training spec = outcome.spec();
        List<String> names = origin.encoder().features();
        return new Facts(
                Version.current(),
                new Facts.Sample(origin.source(), outcome.examples(), origin.dropped(), outcome.weight()),
                new Facts.Penalty(
                        spec.lambda(),
                        spec.l1Ratio(),
                        spec.standardize(),
                        false,
                        Map.of(),
                        named(names, spec.bounds().lower()),
                        named(names, spec.bounds().upper())),
                run(outcome),
                new Facts.Separation(outcome.optimum().separation().word(), List.of()),
                aliased(outcome, names),
                outcome.errors(),
                outcome.covariance());
    }

    private static Facts.Run run(Outcome outcome) {
        Solution solution = outcome.optimum().solution();
        Certificate certificate = solution.certificate();
        return new Facts.Run(
                solution.solver().word(),
                solution.iterations(),
                solution.converged(),
                certificate.kind().word(),
                certificate.relativeGap(),
                certificate.inStandardErrors(),
                solution.gradientNorm(),
                solution.loss(),
                solution.nullLoss(),
                outcome.fingerprint());
    }

    private static List<String> aliased(Outcome outcome, List<String> names) {
        boolean[] aliased = outcome.optimum().aliased();
        return IntStream.range(0, names.size())
                .filter(j -> aliased[j])
                .mapToObj(names::get)
                .toList();
    }

    /** Bounds, 1 x d or null, where there are some. */
    private static Map<String, Double> named(List<String> names, Matrix bounds) {
        Map<String, Double> named = new TreeMap<>();
        double[] numbers = bounds == null ? new double[0] : bounds.toArray();
        for (int j = 0; j < numbers.length; j++) {
            if (Double.isFinite(numbers[j])) {
                named.put(names.get(j), numbers[j]);
            }
        }
        return named;
    }

    private static Facts params(LogisticRegressionModel model, Origin origin) {
        double unknown = Double.NaN;
        return new Facts(
                Version.current(),
                new Facts.Sample(origin.source(), 0, origin.dropped(), 0),
                new Facts.Penalty(model.getRegParam(), model.getElasticNetParam(), model.getStandardization(), false),
                new Facts.Run(
                        "another library's",
                        model.hasSummary() ? model.summary().totalIterations() : 0,
                        false,
                        Certificate.Kind.GRADIENT.word(),
                        unknown,
                        unknown,
                        unknown,
                        unknown,
                        unknown,
                        ""),
                new Facts.Separation("none", List.of()),
                List.of(),
                null,
                null);
    }
}
