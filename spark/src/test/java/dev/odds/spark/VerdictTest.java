package dev.odds.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.table.InputException;
import java.util.Arrays;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class VerdictTest {
    /** 300 rows whose label tells whether feature "dose" is above 150; "noise" says nothing. */
    private static Dataset<Row> separated() {
        Dataset<Row> rows = Sessions.shared()
                .range(0, 300, 1, 2)
                .selectExpr("double(id > 150) as label", "double(id) as dose", "double(id * 7919 % 31) as noise");
        return new VectorAssembler()
                .setInputCols(new String[] {"dose", "noise"})
                .setOutputCol("features")
                .transform(rows);
    }

    @Test
    void separatedLabelsHaveNoMinimumAndTheFeatureIsNamed() {
        String message = assertThrows(InputException.class, () -> new LogisticRegression().fit(separated()))
                .getMessage();
        assertTrue(message.contains("completely separated by dose"), message);
        assertTrue(message.contains("set regParam above 0"), message);
    }

    @Test
    void aPenaltyGivesSeparatedLabelsAMinimum() {
        LogisticRegressionModel model =
                new LogisticRegression().setRegParam(0.01).fit(separated());
        TrainingSummary summary = TrainingSummary.of(model);
        assertTrue(summary.converged());
        assertEquals("[dose, noise, (bias)]", summary.names().toString());
        assertTrue(model.coefficients().apply(0) > 0);
    }

    @Test
    void oneLabelIsRefusedUnlessThereIsNoIntercept() {
        double[][] x = Samples.features(300, 2, 1);
        double[] ones = new double[300];
        Arrays.fill(ones, 1);
        Dataset<Row> data = Samples.dataset(x, ones, ones, ones);
        String message = assertThrows(InputException.class, () -> new LogisticRegression().fit(data))
                .getMessage();
        assertTrue(
                message.startsWith("column label has label 1 with weight 300.0 and label 0 with weight 0.0"), message);
        new LogisticRegression().setFitIntercept(false).setRegParam(0.1).fit(data);
    }

    @Test
    void tooFewIterationsAreSaidAndNotAnError() {
        LogisticRegressionModel model = new LogisticRegression().setMaxIter(1).fit(Samples.dataset(300, 3, 2));
        TrainingSummary summary = TrainingSummary.of(model);
        assertFalse(summary.converged());
        assertEquals(1, model.summary().totalIterations());
        assertTrue(summary.reason().contains("limit of iterations"), summary.reason());
        assertTrue(summary.toString().contains("not converged"));
        assertFalse(summary.toString().contains("gap NaN"), summary::toString);
    }

    @Test
    void nothingStaysCached() throws InterruptedException {
        Leftovers leftovers = Leftovers.of(Sessions.shared().sparkContext());
        new LogisticRegression().fit(Samples.dataset(300, 3, 2));
        assertThrows(InputException.class, () -> new LogisticRegression().fit(separated()));
        leftovers.none();
    }
}
