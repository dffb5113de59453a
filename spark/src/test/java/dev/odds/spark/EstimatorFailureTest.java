package dev.odds.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.table.InputException;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However a fit of the estimator ends, it leaves the cluster as it found it. */
class EstimatorFailureTest {
    private static final SparkContext CONTEXT = Sessions.shared().sparkContext();
    private static final Sample SAMPLE = Sample.of(1000, 2);

    private final Dataset<Row> data = SAMPLE.in(Sessions.shared(), SAMPLE.even(3));
    private final Leftovers leftovers = Leftovers.of(CONTEXT);

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        leftovers.none();
    }

    @Test
    void aFitThatEndsWell() {
        assertEquals(2, new LogisticRegression().fit(data).numFeatures());
    }

    @Test
    void whatTheUserStoresStaysStored() {
        Dataset<Row> kept = data.persist();
        new LogisticRegression().fit(kept);
        assertTrue(kept.storageLevel().useMemory());
        kept.unpersist();
    }

    @Test
    void oneLabel() {
        refused(data.filter("label = 1"), "label");
    }

    @Test
    void noRows() {
        refused(data.filter("label > 1"), "no rows");
    }

    @Test
    void separatedLabels() {
        Sample sample = Sample.of(600, 1);
        for (int i = 0; i < sample.rows(); i++) {
            sample.labels()[i] = sample.x()[i][0] > 0 ? 1 : 0;
        }
        refused(sample.in(Sessions.shared(), sample.even(2)), "regParam");
    }

    @Test
    void aBadLabel() {
        refused(data.withColumn("label", functions.col("label").multiply(3)), "OneVsRest");
    }

    /** Not a row of ours: a function of the user's that throws, in his own words. */
    @Test
    void aColumnThatCannotBeComputed() {
        Dataset<Row> broken = data.withColumn("label", functions.expr("cast(raise_error('out of paper') as double)"));
        Exception end = assertThrows(Exception.class, () -> new LogisticRegression().fit(broken));
        assertTrue(end.getMessage().contains("out of paper"), end::getMessage);
    }

    private static void refused(Dataset<Row> data, String word) {
        InputException told = assertThrows(InputException.class, () -> new LogisticRegression().fit(data));
        assertTrue(told.getMessage().contains(word), told::getMessage);
        assertEquals(1, told.getMessage().lines().count(), told::getMessage);
    }
}
