package dev.odds.spark;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.table.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Matrices;
import org.apache.spark.ml.linalg.SparseMatrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimatorTest {
    private static final StructType SCHEMA = new StructType()
            .add("label", DataTypes.DoubleType)
            .add("features", new VectorUDT())
            .add("name", DataTypes.StringType);

    private static Dataset<Row> small() {
        return Samples.dataset(100, 3, 5);
    }

    /** But for labels and weights, whose names Spark takes as they stand. */
    @ParameterizedTest
    @ValueSource(strings = {"row.x", "`a.b`"})
    void columnsMayBeQuotedOrInsideOfStructures(String features) {
        Dataset<Row> rows = small().selectExpr(
                        "named_struct('x', features, 'o', 0.1 * label) as row", "features as `a.b`", "label");
        LogisticRegressionModel model = new LogisticRegression()
                .setFeaturesCol(features)
                .setOffsetCol("row.o")
                .fit(rows);
        LogisticRegressionModel plain = new LogisticRegression()
                .setOffsetCol("o")
                .fit(small().selectExpr("features", "label", "0.1 * label as o"));
        assertEquals(plain.coefficients(), model.coefficients());
        assertEquals(
                100, model.transform(rows).filter("probability is not null").count());
        assertEquals(100, model.summary().predictions().count());
    }

    @Test
    void explainsEveryParamAndItsDefault() {
        LogisticRegression estimator = new LogisticRegression();
        String text = estimator.explainParams();

        for (String name : new String[] {
            "featuresCol",
            "labelCol",
            "predictionCol",
            "probabilityCol",
            "rawPredictionCol",
            "weightCol",
            "offsetCol",
            "regParam",
            "elasticNetParam",
            "standardization",
            "fitIntercept",
            "tol",
            "maxIter",
            "threshold",
            "thresholds",
            "aggregationDepth",
            "solver",
            "float32",
            "lowerBoundsOnCoefficients",
            "upperBoundsOnCoefficients"
        }) {
            assertTrue(text.contains(name + ": "), name);
            assertTrue(estimator.hasParam(name), name);
        }
        assertTrue(text.contains("(default: 1.0E-8)"), text);
    }

    @Test
    void paramsRefuseWhatTheyCannotBe() {
        LogisticRegression estimator = new LogisticRegression();
        assertThrows(IllegalArgumentException.class, () -> estimator.setRegParam(-1));
        assertThrows(IllegalArgumentException.class, () -> estimator.setRegParam(Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> estimator.setElasticNetParam(1.5));
        assertThrows(IllegalArgumentException.class, () -> estimator.setTol(0));
        assertThrows(IllegalArgumentException.class, () -> estimator.setMaxIter(-1));
        assertThrows(IllegalArgumentException.class, () -> estimator.setThreshold(2));
        assertThrows(IllegalArgumentException.class, () -> estimator.setSolver("irls"));
    }

    @Test
    void aCopyIsItsOwnWithTheSameName() {
        LogisticRegression estimator = new LogisticRegression().setRegParam(0.5);
        LogisticRegression copy = estimator.copy(new ParamMap().put(estimator.tol(), 1e-3));
        copy.setElasticNetParam(0.25);

        assertEquals(estimator.uid(), copy.uid());
        assertEquals(0.5, copy.getRegParam());
        assertEquals(1e-3, copy.getTol());
        assertEquals(1e-8, estimator.getTol());
        assertEquals(0, estimator.getElasticNetParam());
        assertNotEquals(estimator.uid(), new LogisticRegression().uid());
    }

    @Test
    void aParamMapChangesOneFit() {
        LogisticRegression estimator = new LogisticRegression();
        Dataset<Row> data = small().cache();
        LogisticRegressionModel free = estimator.fit(data);
        LogisticRegressionModel shrunk = estimator.fit(data, new ParamMap().put(estimator.regParam(), 1.0));
        data.unpersist();

        assertEquals(1.0, shrunk.getRegParam());
        assertEquals(0.0, free.getRegParam());
        assertTrue(Math.abs(shrunk.coefficients().apply(0))
                < Math.abs(free.coefficients().apply(0)) / 2);
        assertEquals(estimator.uid(), shrunk.uid());
        assertEquals(estimator.uid(), shrunk.parent().uid());
    }

    @Test
    void thresholdsReachTheModelAndReplaceAThreshold() {
        LogisticRegression estimator = new LogisticRegression().setThreshold(0.7);
        assertEquals(0.7, estimator.fit(small()).getThreshold());
        estimator.setThresholds(new double[] {0.8, 0.2});
        LogisticRegressionModel model = estimator.fit(small());

        assertArrayEquals(new double[] {0.8, 0.2}, model.getThresholds());
        assertEquals(0.2, estimator.getThreshold(), 1e-15);
        assertEquals(
                small().count(),
                model.transform(small())
                        .withColumn("p", vector_to_array(col("probability"), "float64"))
                        .filter("(prediction = 1) = (p[1] > 0.2)")
                        .count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"newton", "newton-cg", "lbfgs", "gradient-descent", "proximal-newton"})
    void everySolverEndsAtTheSameMinimum(String solver) {
        LogisticRegression estimator = new LogisticRegression().setRegParam(0.1).setTol(1e-12);
        Vector expected = estimator.fit(small()).coefficients();
        LogisticRegressionModel found = estimator.setSolver(solver).fit(small());

        assertArrayEquals(expected.toArray(), found.coefficients().toArray(), 1e-5);
        assertEquals(solver, TrainingSummary.of(found).solver());
    }

    @Test
    void halfTheMemoryRoundsFeaturesOnly() {
        Dataset<Row> data = Samples.dataset(300, 3, 5);
        Vector exact = new LogisticRegression().fit(data).coefficients();
        Vector rounded = new LogisticRegression().setFloat32(true).fit(data).coefficients();

        assertArrayEquals(exact.toArray(), rounded.toArray(), 1e-6);
        assertNotEquals(exact, rounded);
    }

    @Test
    void fewCoefficientsAreHeldSparse() {
        double[][] x = Samples.features(200, 40, 3);
        double[][] telling = Arrays.stream(x).map(row -> Arrays.copyOf(row, 1)).toArray(double[][]::new);
        double[] ones = new double[200];
        Dataset<Row> data = Samples.dataset(x, Samples.labels(telling, 4), ones, ones);
        LogisticRegressionModel model =
                new LogisticRegression().setRegParam(0.08).setElasticNetParam(1).fit(data);

        assertTrue(model.coefficientMatrix() instanceof SparseMatrix);
        assertTrue(model.coefficients().numNonzeros() < 20);
        assertEquals(40, model.numFeatures());
    }

    @Test
    void boundsOfAnotherSizeOrWithoutZeroAreRefused() {
        LogisticRegression estimator =
                new LogisticRegression().setLowerBoundsOnCoefficients(Matrices.dense(1, 2, new double[2]));
        assertMessage("is 1 x 2; expected 1 x 3", () -> estimator.fit(small()));
        estimator.setLowerBoundsOnCoefficients(Matrices.dense(1, 3, new double[] {0, 0.5, 0}));
        assertMessage("of feature 2 is 0.5; expected at most 0", () -> estimator.fit(small()));
    }

    @Test
    void boundsBesideALassoPredict() {
        LogisticRegressionModel model = new LogisticRegression()
                .setRegParam(0.01)
                .setElasticNetParam(0.5)
                .setUpperBoundsOnCoefficients(Matrices.dense(1, 3, new double[] {0, 1, 0.25}))
                .fit(small());

        assertEquals(0, model.coefficients().apply(0));
        assertEquals(100, model.transform(small()).count());
        assertEquals(
                0.25,
                TrainingSummary.of(model).outcome().spec().bounds().upper().apply(0, 2));
    }

    @Test
    void infiniteBoundsAreSavedAndLoaded(@TempDir Path folder) throws IOException {
        double none = Double.POSITIVE_INFINITY;
        LogisticRegression estimator = new LogisticRegression()
                .setLowerBoundsOnCoefficients(Matrices.dense(1, 3, new double[] {-none, 0, -0.5}))
                .setUpperBoundsOnCoefficients(Matrices.dense(1, 3, new double[] {none, none, 0.5}));
        estimator.save(folder.resolve("estimator").toString());
        LogisticRegression loaded =
                LogisticRegression.load(folder.resolve("estimator").toString());
        LogisticRegressionModel model = loaded.fit(small());
        model.save(folder.resolve("model").toString());

        assertEquals(estimator.getLowerBoundsOnCoefficients(), loaded.getLowerBoundsOnCoefficients());
        assertEquals(estimator.getUpperBoundsOnCoefficients(), loaded.getUpperBoundsOnCoefficients());
        assertEquals(
                model.coefficients(),
                LogisticRegressionModel.load(folder.resolve("model").toString()).coefficients());
    }

    @Test
    void columnsAreCheckedBeforeAnyJob() {
        LogisticRegression estimator = new LogisticRegression().setWeightCol("none");
        assertMessage("weightCol is none, which is no column", () -> estimator.transformSchema(SCHEMA));
        estimator.setWeightCol("").setOffsetCol("name");
        assertMessage("offsetCol is name, a column of type string", () -> estimator.transformSchema(SCHEMA));
        LogisticRegression other = new LogisticRegression().setFeaturesCol("name");
        assertThrows(IllegalArgumentException.class, () -> other.transformSchema(SCHEMA));
        StructType after = new LogisticRegression().transformSchema(SCHEMA);
        assertEquals(
                "[label, features, name, prediction, rawPrediction, probability]", Arrays.toString(after.fieldNames()));
    }

    @Test
    void threeLabelsByMetadataAreRefused() {
        StructType three = new StructType()
                .add(NominalAttribute.defaultAttr()
                        .withName("label")
                        .withNumValues(3)
                        .toStructField())
                .add("features", new VectorUDT());
        assertMessage("the label column label has 3 values", () -> new LogisticRegression().transformSchema(three));
    }

    @Test
    void contradictingThresholdsAreRefused() {
        LogisticRegression estimator = new LogisticRegression();
        estimator.set(estimator.threshold(), 0.7);
        estimator.set(estimator.thresholds(), new double[] {0.5, 0.5});
        assertMessage("set one of the two", () -> estimator.transformSchema(SCHEMA));
    }

    @Test
    void thresholdsOfOtherThanTwoLabelsHaveNoThreshold() {
        LogisticRegression one = new LogisticRegression().setThresholds(new double[] {1});
        assertMessage("thresholds has 1 numbers; expected 2", one::getThreshold);
        LogisticRegression three = new LogisticRegression().setThresholds(new double[] {1, 1, 1});
        assertMessage("thresholds has 3 numbers; expected 2", three::getThreshold);
    }

    private static void assertMessage(String part, Executable fails) {
        String message = assertThrows(InputException.class, fails).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void loadsAsItWasSaved(@TempDir Path folder) throws IOException {
        LogisticRegression saved = new LogisticRegression()
                .setRegParam(0.5)
                .setSolver("newton-cg")
                .setFloat32(true)
                .setOffsetCol("offset")
                .setThresholds(new double[] {0.25, 0.75})
                .setUpperBoundsOnCoefficients(Matrices.dense(1, 2, new double[] {0, 3}));
        String path = folder.resolve("estimator").toString();
        saved.save(path);
        LogisticRegression loaded = LogisticRegression.load(path);

        assertEquals(saved.uid(), loaded.uid());
        for (Param<?> param : saved.params()) {
            assertEquals(saved.isSet(param), loaded.isSet(loaded.getParam(param.name())), param.name());
        }
        assertEquals("newton-cg", loaded.getSolver());
        assertEquals(saved.getUpperBoundsOnCoefficients(), loaded.getUpperBoundsOnCoefficients());
        assertArrayEquals(saved.getThresholds(), loaded.getThresholds());
        assertEquals("offset", loaded.getOffsetCol());
        assertTrue(loaded.getFloat32());
    }
}
