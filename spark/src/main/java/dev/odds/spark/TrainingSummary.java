package dev.odds.spark;

import dev.odds.inference.Estimate;
import dev.odds.model.Model;
import dev.odds.optimize.Certificate;
import dev.odds.report.CoefficientTable;
import dev.odds.table.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.spark.ml.classification.BinaryLogisticRegressionTrainingSummaryImpl;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.classification.LogisticRegressionTrainingSummary;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Option;
import scala.Tuple3;

/**
 * What is known of a fit: all that Spark's training summary tells of its predictions, then the certificate, standard errors, tests and
 * intervals. Copies of a model carry it, saved models do not. It lives on the driver and does not travel to executors.
 *
 * <p>Arrays have an element per coefficient: the features in order, then the intercept if there is one. Predictions are those of the
 * model, which knows no offset. Immutable.
 */
public final class TrainingSummary extends BinaryLogisticRegressionTrainingSummaryImpl {
    private static final long serialVersionUID = 1L;

    private static final double LEVEL = 0.95;

    private final transient Outcome outcome;

    private TrainingSummary(
            LogisticRegressionModel model,
            Tuple3<?, String, String> predicting,
            Dataset<Row> predictions,
            Outcome outcome) {
        super(
                predictions,
                predicting._2(),
                predicting._3(),
                model.getLabelCol(),
                model.getFeaturesCol(),
                model.isDefined(model.weightCol())
                        ? model.getWeightCol()
                        : model.weightCol().name(),
                outcome.history());
        this.outcome = outcome;
    }

    /**
     * The summary of a model that {@link LogisticRegression} has fitted in this session.
     *
     * @throws InputException if the model has another summary or none, as one that was loaded
     */
    public static TrainingSummary of(LogisticRegressionModel model) {
        Option<LogisticRegressionTrainingSummary> held = model.trainingSummary();
        if (held.isDefined() && held.get() instanceof TrainingSummary summary) {
            return summary;
        }
        throw new InputException(
                "model %s has %s; expected one that dev.odds.spark.LogisticRegression fitted in this session"
                        .formatted(model.uid(), held.isDefined() ? "another training summary" : "no training summary"));
    }

    /** Gives a model its summary, as Spark's own does, but once: what it asks of Spark's planner takes as long as some passes. */
    static void attach(LogisticRegressionModel model, Dataset<?> data, Outcome outcome) {
        Tuple3<ProbabilisticClassificationModel<Vector, LogisticRegressionModel>, String, String> predicting =
                model.findSummaryModel();
        Dataset<Row> predictions = predicting._1().transform(data);
        model.setSummary(Option.apply(new TrainingSummary(model, predicting, predictions, outcome)));
    }

    /** Nothing of it travels with its model: Spark's part holds the session, which cannot once it has tags. */
    private Object writeReplace() {
        return null;
    }

    /** What it was made of. */
    Outcome outcome() {
        return outcome;
    }

    /** How many iterations the solver took. */
    @Override
    public int totalIterations() {
        return outcome().optimum().solution().iterations();
    }

    /** What the coefficients are called: the features, then {@code (bias)}. */
    public List<String> names() {
        return outcome().coefficientNames();
    }

    /** Whether there are standard errors: only without a penalty and without bounds, where the minimum was proved. */
    public boolean hasStandardErrors() {
        return outcome().errors() != null;
    }

    /**
     * The square roots of the diagonal of the inverse Fisher information; NaN of an aliased coefficient.
     *
     * @throws UnsupportedOperationException if there are none, with the reason
     */
    public double[] coefficientStandardErrors() {
        requireErrors();
        return outcome().errors().clone();
    }

    /** Wald's statistics, estimate / standard error, as {@link #coefficientStandardErrors}. */
    public double[] zValues() {
        return each(Estimate::z);
    }

    /** P(|N(0, 1)| >= |z|), two-sided, as {@link #coefficientStandardErrors}. */
    public double[] pValues() {
        return each(Estimate::p);
    }

    /**
     * Wald's intervals of the coefficients, {lower, upper} each, as {@link #coefficientStandardErrors}.
     *
     * @param level their coverage, between 0 and 1
     */
    public double[][] confidenceIntervals(double level) {
        requireErrors();
        return estimates(level).stream()
                .map(e -> new double[] {e.estimateLower(), e.estimateUpper()})
                .toArray(double[][]::new);
    }

    /** e to the coefficients; NaN of an aliased one. */
    public double[] oddsRatios() {
        return estimates(LEVEL).stream().mapToDouble(Estimate::oddsRatio).toArray();
    }

    /**
     * A row per coefficient with all of the above.
     *
     * @param level coverage of the intervals, between 0 and 1
     */
    public List<Estimate> estimates(double level) {
        if (!(level > 0 && level < 1)) {
            throw new InputException("the level is %s; expected a number between 0 and 1".formatted(level));
        }
        return outcome().estimates(level);
    }

    /** The features whose coefficient is 0 because others determine them, or because they are constant. */
    public List<String> aliased() {
        boolean[] aliased = outcome().optimum().aliased();
        return IntStream.range(0, outcome().features())
                .filter(j -> aliased[j])
                .mapToObj(outcome().names()::get)
                .toList();
    }

    /** The bound on what is left of the objective, relative to {@link #nullLoss}. */
    public Certificate certificate() {
        return outcome().optimum().certificate();
    }

    /** Whether the certificate is within {@code tol}. */
    public boolean converged() {
        return outcome().optimum().converged();
    }

    /** Why the solver stopped, in words. */
    public String reason() {
        return outcome().optimum().solution().reason().sentence();
    }

    /** The name of the solver that ran. */
    public String solver() {
        return outcome().optimum().solution().solver().word();
    }

    /** The weighted mean cross-entropy. */
    public double loss() {
        return outcome().optimum().loss();
    }

    /** That of the intercept alone. */
    public double nullLoss() {
        return outcome().optimum().solution().nullLoss();
    }

    /** How many rows there were. */
    public long examples() {
        return outcome().examples();
    }

    /** The sum of their weights. */
    public double weight() {
        return outcome().weight();
    }

    /** Of the bits of the fit: equal wherever the same rows in the same order are fitted alike, by whatever partitions. */
    public String fingerprint() {
        return outcome().fingerprint();
    }

    /** The coefficients as a table, the intercept first, and how the fit ended. */
    @Override
    public String toString() {
        List<Estimate> rows = new ArrayList<>(estimates(LEVEL));
        if (rows.get(rows.size() - 1).name().equals(Model.BIAS)) {
            rows.add(0, rows.remove(rows.size() - 1));
        }
        StringBuilder out = new StringBuilder();
        new CoefficientTable(
                        rows,
                        false,
                        outcome().spec().lambda() * outcome().spec().l1Ratio() > 0)
                .print(false, out);
        out.append(String.format(
                Locale.ROOT,
                "%n%s after %d iterations of %s; loss %.6g, of the intercept alone %.6g; %s; fingerprint %s%n",
                converged() ? "converged" : "not converged: " + reason(),
                totalIterations(),
                solver(),
                loss(),
                nullLoss(),
                proved(),
                fingerprint()));
        return out.toString();
    }

    private String proved() {
        double gap = certificate().relativeGap();
        return Double.isNaN(gap)
                ? "no gap proved"
                : String.format(
                        Locale.ROOT, "gap %.1e by %s", gap, certificate().kind().word());
    }

    private double[] each(ToDoubleFunction<Estimate> of) {
        requireErrors();
        return estimates(LEVEL).stream().mapToDouble(of).toArray();
    }

    private void requireErrors() {
        if (!hasStandardErrors()) {
            throw new UnsupportedOperationException("no standard errors: " + whyNone());
        }
    }

    private String whyNone() {
        if (outcome().spec().lambda() > 0) {
            return "the fit has a penalty, under which the curvature does not tell an estimate's error; fit with regParam 0";
        }
        return outcome().spec().bounds().isNone()
                ? "no minimum was proved, or there are too many features for the inverse of a Hessian"
                : "the fit has bounds, at which an estimate's error is not normal; fit without them";
    }
}
