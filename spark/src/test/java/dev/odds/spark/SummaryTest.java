package dev.odds.spark;

import static org.apache.spark.ml.functions.array_to_vector;
import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.Fit;
import dev.odds.table.InputException;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.regression.GeneralizedLinearRegression;
import org.apache.spark.ml.regression.GeneralizedLinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {
    private static final int ROWS = 300;
    private static final int FEATURES = 3;
    private static final long SEED = 11;
    private static Dataset<Row> data;
    private static LogisticRegressionModel model;

    @BeforeAll
    static void fit() {
        data = Samples.dataset(ROWS, FEATURES, SEED).coalesce(1).cache();
        model = new LogisticRegression().fit(data);
    }

    @ParameterizedTest(name = "weights {0}, offset {1}, intercept {2}")
    @CsvSource({"true, true, true", "false, false, false"})
    void errorsAndTestsAreThoseOfSparksGeneralizedLinearRegression(boolean weights, boolean offset, boolean intercept) {
        LogisticRegression ours = new LogisticRegression().setFitIntercept(intercept);
        GeneralizedLinearRegression theirs = new GeneralizedLinearRegression()
                .setFamily("binomial")
                .setFitIntercept(intercept)
                .setMaxIter(50)
                .setTol(1e-14);
        if (weights) {
            ours.setWeightCol("weight");
            theirs.setWeightCol("weight");
        }
        if (offset) {
            ours.setOffsetCol("offset");
            theirs.setOffsetCol("offset");
        }
        GeneralizedLinearRegressionModel expected = theirs.fit(data);
        TrainingSummary found = TrainingSummary.of(ours.fit(data));

        assertClose(expected.summary().coefficientStandardErrors(), found.coefficientStandardErrors(), 1e-6);
        assertClose(expected.summary().tValues(), found.zValues(), 1e-6);
        assertArrayEquals(expected.summary().pValues(), found.pValues(), 1e-9);
    }

    private static void assertClose(double[] expected, double[] found, double relative) {
        assertEquals(expected.length, found.length);
        for (int j = 0; j < found.length; j++) {
            assertEquals(expected[j], found[j], relative * Math.abs(expected[j]), "number " + j);
        }
    }

    @Test
    void tellsOfPredictionsAsSparksOwn() {
        double area = new BinaryClassificationEvaluator().evaluate(model.transform(data));
        long right = model.transform(data).filter("prediction = label").count();

        assertEquals(area, model.binarySummary().areaUnderROC(), 1e-12);
        assertEquals((double) right / ROWS, model.summary().accuracy(), 1e-12);
        assertEquals(ROWS, model.summary().predictions().count());
        assertTrue(model.binarySummary().roc().count() > 2);
        assertEquals("label", model.summary().labelCol());
    }

    @Test
    void historyFallsFromTheLossOfTheInterceptToTheLoss() {
        TrainingSummary summary = TrainingSummary.of(model);
        double[] history = model.summary().objectiveHistory();

        assertEquals(summary.nullLoss(), history[0]);
        assertEquals(summary.loss(), history[history.length - 1], 1e-9);
        for (int k = 1; k < history.length; k++) {
            assertTrue(history[k] <= history[k - 1], () -> Arrays.toString(history));
        }
        assertEquals(history.length - 1, model.summary().totalIterations());
    }

    @Test
    void historyOfALassoEndsAtItsObjective() {
        double lambda = 0.02;
        LogisticRegressionModel lasso = new LogisticRegression()
                .setRegParam(lambda)
                .setElasticNetParam(1)
                .setStandardization(false)
                .fit(data);
        double[] history = lasso.summary().objectiveHistory();
        double penalty = lambda
                * Arrays.stream(lasso.coefficients().toArray()).map(Math::abs).sum();

        assertEquals(TrainingSummary.of(lasso).loss() + penalty, history[history.length - 1], 1e-15);
        assertTrue(history[1] < history[0], () -> Arrays.toString(history));
    }

    /** Spark's own summary holds the session, which cannot travel once it has tags. */
    @Test
    void fitsAndPredictsInASessionWithTags() {
        SparkSession session = Sessions.shared().newSession();
        session.addTag("mine");
        Dataset<Row> tagged = session.range(100)
                .selectExpr("double(id % 3 = 0) as label", "double(id % 5) as a")
                .selectExpr("label", "array(a) as a")
                .withColumn("features", array_to_vector(col("a")));
        LogisticRegressionModel fitted = new LogisticRegression().fit(tagged);

        assertEquals(100, fitted.transform(tagged).filter("prediction = 0").count());
        assertTrue(fitted.summary().accuracy() > 0.6);
    }

    @Test
    void aCopyCarriesIt() {
        assertSame(TrainingSummary.of(model), TrainingSummary.of(model.copy(ParamMap.empty())));
    }

    @Test
    void itsBitsAreThoseOfOneMachine() {
        double[][] x = Samples.features(ROWS, FEATURES, SEED);
        Fit fit = dev.odds.LogisticRegression.create().fit(x, Samples.labels(x, SEED + 1));
        TrainingSummary summary = TrainingSummary.of(model);

        assertArrayEquals(
                fit.model().coefficients().theta(), model.coefficients().toArray());
        assertEquals(fit.model().coefficients().bias()[0], model.intercept());
        assertEquals(fit.fingerprint(), summary.fingerprint());
        assertEquals(fit.certificate(), summary.certificate());
        assertEquals(fit.solver(), summary.solver());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void thoseOfAPenaltyToo(double l1Ratio) {
        double[][] x = Samples.features(ROWS, FEATURES, SEED);
        Fit fit = dev.odds.LogisticRegression.create()
                .withLambda(0.05)
                .withL1Ratio(l1Ratio)
                .withStandardize(false)
                .fit(x, Samples.labels(x, SEED + 1));
        LogisticRegressionModel found = new LogisticRegression()
                .setRegParam(0.05)
                .setElasticNetParam(l1Ratio)
                .setStandardization(false)
                .fit(data);

        assertEquals(fit.fingerprint(), TrainingSummary.of(found).fingerprint());
    }

    @Test
    void provesTheToleranceAndSaysWhatItFound() {
        TrainingSummary summary = TrainingSummary.of(model);

        assertTrue(summary.converged());
        assertTrue(summary.certificate().relativeGap() <= 1e-8);
        assertEquals(List.of("x1", "x2", "x3", "(bias)"), summary.names());
        assertEquals(ROWS, summary.examples());
        assertEquals(ROWS, summary.weight());
        assertEquals(List.of(), summary.aliased());
        assertEquals(Math.exp(model.coefficients().apply(0)), summary.oddsRatios()[0], 1e-12);
        String text = summary.toString();
        assertTrue(text.contains("std. error") && text.contains("x3") && text.contains(summary.fingerprint()), text);
    }

    @Test
    void intervalsWidenWithTheirLevel() {
        TrainingSummary summary = TrainingSummary.of(model);
        double[] narrow = summary.confidenceIntervals(0.5)[0];
        double[] wide = summary.confidenceIntervals(0.95)[0];
        double estimate = model.coefficients().apply(0);

        assertTrue(wide[0] < narrow[0] && narrow[0] < estimate && estimate < narrow[1] && narrow[1] < wide[1]);
        assertEquals(1.959963984540054 * summary.coefficientStandardErrors()[0], wide[1] - estimate, 1e-9);
        assertThrows(InputException.class, () -> summary.confidenceIntervals(1));
    }

    @Test
    void aPenaltyLeavesNoStandardErrors() {
        TrainingSummary summary =
                TrainingSummary.of(new LogisticRegression().setRegParam(0.1).fit(data));

        assertFalse(summary.hasStandardErrors());
        String message = assertThrows(UnsupportedOperationException.class, summary::coefficientStandardErrors)
                .getMessage();
        assertTrue(message.contains("regParam 0"), message);
        assertThrows(UnsupportedOperationException.class, summary::pValues);
        assertFalse(summary.toString().contains("std. error"));
    }

    @Test
    void namesAnAliasedFeature() {
        double[][] x = Samples.features(ROWS, 2, SEED);
        double[][] twice = Arrays.stream(x)
                .map(row -> new double[] {row[0], row[1], row[0] - row[1]})
                .toArray(double[][]::new);
        Dataset<Row> rows = Samples.dataset(twice, Samples.labels(x, SEED), new double[ROWS], new double[ROWS]);
        LogisticRegressionModel fitted = new LogisticRegression().fit(rows);

        assertEquals(List.of("x3"), TrainingSummary.of(fitted).aliased());
        assertEquals(0, fitted.coefficients().apply(2));
        assertTrue(Double.isNaN(TrainingSummary.of(fitted).coefficientStandardErrors()[2]));
    }

    @Test
    void anotherSummaryIsNotTakenForOurs() {
        LogisticRegressionModel theirs = new org.apache.spark.ml.classification.LogisticRegression()
                .setMaxIter(1)
                .fit(data);
        InputException failure = assertThrows(InputException.class, () -> TrainingSummary.of(theirs));
        assertTrue(failure.getMessage().contains("another training summary"), failure.getMessage());
    }
}
