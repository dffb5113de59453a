package dev.odds.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.odds.design.Block;
import java.util.stream.DoubleStream;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Matrices;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same minimum as Spark's estimator finds, where both ask for one. */
class AgreementTest {
    private static final int FEATURES = 5;
    private static Dataset<Row> few;
    private static Dataset<Row> many;

    @BeforeAll
    static void read() {
        few = Samples.dataset(Block.SIZE, FEATURES, 7).coalesce(1).cache();
        many = Samples.dataset(2 * Block.SIZE + 1, FEATURES, 8).cache();
    }

    @ParameterizedTest(name = "lambda {0}, l1 ratio {1}, standardize {2}, intercept {3}, weights {4}")
    @CsvSource({
        "0, 0, true, true, true",
        "0, 0, true, false, false",
        "0.1, 0, true, true, true",
        "0.1, 0, true, false, false",
        "0.1, 0, false, true, false",
        "0.1, 0, false, false, true",
        "0.05, 0.5, true, true, true",
        "0.05, 0.5, true, false, true",
        "0.05, 0.5, false, true, true",
        "0.05, 0.5, false, false, false",
        "0.03, 1, true, true, false",
        "0.03, 1, true, true, true",
        "0.03, 1, false, true, true"
    })
    void coefficientsAreThoseOfSpark(
            double lambda, double l1Ratio, boolean standardize, boolean intercept, boolean weighted) {
        compare(few, lambda, l1Ratio, standardize, intercept, weighted);
    }

    @Test
    void coefficientsOverSeveralBlocksAreThoseOfSpark() {
        compare(many, 0.02, 0.5, true, true, true);
    }

    private static void compare(
            Dataset<Row> data,
            double lambda,
            double l1Ratio,
            boolean standardize,
            boolean intercept,
            boolean weighted) {
        LogisticRegression ours = new LogisticRegression()
                .setRegParam(lambda)
                .setElasticNetParam(l1Ratio)
                .setStandardization(standardize)
                .setFitIntercept(intercept)
                .setTol(1e-13);
        org.apache.spark.ml.classification.LogisticRegression theirs =
                new org.apache.spark.ml.classification.LogisticRegression()
                        .setRegParam(lambda)
                        .setElasticNetParam(l1Ratio)
                        .setStandardization(standardize)
                        .setFitIntercept(intercept)
                        .setMaxIter(500)
                        .setTol(1e-13);
        if (weighted) {
            ours.setWeightCol("weight");
            theirs.setWeightCol("weight");
        }
        assertClose(theirs.fit(data), ours.fit(data), 2e-6);
    }

    @Test
    void boundsAreThoseOfSpark() {
        Matrix least = Matrices.dense(
                1, FEATURES, DoubleStream.generate(() -> -0.1).limit(FEATURES).toArray());
        LogisticRegressionModel ours = new LogisticRegression()
                .setLowerBoundsOnCoefficients(least)
                .setRegParam(0.01)
                .setTol(1e-13)
                .fit(many);
        LogisticRegressionModel theirs = new org.apache.spark.ml.classification.LogisticRegression()
                .setLowerBoundsOnCoefficients(least)
                .setRegParam(0.01)
                .setMaxIter(500)
                .setTol(1e-13)
                .fit(many);
        assertClose(theirs, ours, 1e-5);
        assertEquals(-0.1, ours.coefficients().apply(1));
    }

    private static void assertClose(LogisticRegressionModel expected, LogisticRegressionModel found, double tolerance) {
        for (int j = 0; j < FEATURES; j++) {
            double right = expected.coefficients().apply(j);
            assertEquals(right, found.coefficients().apply(j), tolerance, "coefficient " + j);
        }
        assertEquals(expected.intercept(), found.intercept(), tolerance * FEATURES, "intercept");
    }
}
