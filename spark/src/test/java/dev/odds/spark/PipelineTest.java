package dev.odds.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.classification.OneVsRest;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The estimator where users have it: in a pipeline in a cross-validation. */
class PipelineTest {
    private static Dataset<Row> data;
    private static LogisticRegression estimator;
    private static Pipeline pipeline;

    @BeforeAll
    static void assemble() {
        data = Sessions.shared()
                .range(0, 400, 1, 2)
                .selectExpr(
                        "double(id % 17) as a",
                        "double(id % 5) as b", "double(id % 17 + id % 7 + id % 11 > 16) as label")
                .cache();
        estimator = new LogisticRegression();
        VectorAssembler assembler =
                new VectorAssembler().setInputCols(new String[] {"a", "b"}).setOutputCol("features");
        pipeline = new Pipeline().setStages(new PipelineStage[] {assembler, estimator});
    }

    @Test
    void oneAgainstTheRestCountsWeights() {
        Dataset<Row> weighted = new VectorAssembler()
                .setInputCols(new String[] {"a", "b"})
                .setOutputCol("features")
                .transform(data.withColumn("w", functions.expr("b + 0.5")));
        OneVsRest rest = new OneVsRest().setWeightCol("w").setClassifier(new LogisticRegression());
        LogisticRegressionModel second =
                (LogisticRegressionModel) rest.fit(weighted).models()[1];
        LogisticRegressionModel alone =
                new LogisticRegression().setWeightCol("w").fit(weighted);
        assertEquals(alone.coefficients(), second.coefficients());
        assertNotEquals(new LogisticRegression().fit(weighted).coefficients(), alone.coefficients());
    }

    @Test
    void aCrossValidationTrainsSavesLoadsAndScores(@TempDir Path folder) throws IOException {
        ParamMap[] grid = new ParamGridBuilder()
                .addGrid(estimator.regParam(), new double[] {0.001, 100})
                .build();
        CrossValidatorModel fitted = new CrossValidator()
                .setEstimator(pipeline)
                .setEvaluator(new BinaryClassificationEvaluator())
                .setEstimatorParamMaps(grid)
                .setNumFolds(2)
                .setSeed(1)
                .fit(data);
        fitted.save(folder.resolve("validated").toString());
        CrossValidatorModel loaded =
                CrossValidatorModel.load(folder.resolve("validated").toString());

        assertTrue(fitted.avgMetrics()[0] > 0.8);
        assertEquals(0.001, classifier((PipelineModel) fitted.bestModel()).getRegParam());
        assertTrue(TrainingSummary.of(classifier((PipelineModel) fitted.bestModel()))
                .converged());
        assertSameScores(fitted.bestModel().transform(data), loaded.bestModel().transform(data));
        assertNamesOnlySpark(folder.resolve("validated").resolve("bestModel"));
    }

    /** So that it loads where Odds is not installed. */
    private static void assertNamesOnlySpark(Path model) throws IOException {
        String files = texts(model);
        assertTrue(files.contains("org.apache.spark.ml.classification.LogisticRegressionModel"), files);
        assertFalse(files.contains("dev.odds"), files);
        assertFalse(classifier(PipelineModel.load(model.toString())).hasSummary());
    }

    private static LogisticRegressionModel classifier(PipelineModel model) {
        return (LogisticRegressionModel) model.stages()[1];
    }

    private static void assertSameScores(Dataset<Row> expected, Dataset<Row> found) {
        String[] columns = {"a", "b", "probability", "prediction"};
        assertEquals(
                expected.selectExpr(columns).collectAsList(),
                found.selectExpr(columns).collectAsList());
    }

    /** All files below a folder, one after another. */
    private static String texts(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void aSavedPipelineLoadsWithOurEstimatorAndFits(@TempDir Path folder) throws IOException {
        pipeline.save(folder.resolve("pipeline").toString());
        Pipeline loaded = Pipeline.load(folder.resolve("pipeline").toString());

        assertTrue(loaded.getStages()[1] instanceof LogisticRegression);
        assertEquals(estimator.uid(), loaded.getStages()[1].uid());
        assertTrue(TrainingSummary.of(classifier(loaded.fit(data))).converged());
    }
}
