package dev.odds.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.Fit;
import dev.odds.design.Roles;
import dev.odds.model.Facts;
import dev.odds.model.Model;
import dev.odds.model.ModelFile;
import dev.odds.report.ModelText;
import dev.odds.table.Data;
import dev.odds.table.InputException;
import dev.odds.table.ReadMonitor;
import dev.odds.table.ReadOptions;
import dev.odds.table.TableReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {
    private static final Path BIRTHS = Repository.file("examples/birthwt.csv");
    private static final List<String> NAMES = List.of("age", "lwt", "smoke");
    private static final double ROUNDING = 1e-14;

    @TempDir
    private Path folder;

    private static Dataset<Row> births() {
        Dataset<Row> table = Sessions.shared()
                .read()
                .option("header", true)
                .option("inferSchema", true)
                .csv(BIRTHS.toString());
        return new VectorAssembler()
                .setInputCols(NAMES.toArray(String[]::new))
                .setOutputCol("features")
                .transform(table);
    }

    private static Data table() {
        return TableReader.read(BIRTHS, ReadOptions.defaults(), ReadMonitor.NONE);
    }

    private static Fit fit(Roles roles) {
        return dev.odds.LogisticRegression.create().fit(table(), roles);
    }

    private static LogisticRegression estimator() {
        return new LogisticRegression().setLabelCol("low");
    }

    private Path file() {
        return folder.resolve("m.odds.json");
    }

    private static String refusal(Runnable what) {
        return assertThrows(InputException.class, what::run).getMessage();
    }

    @Test
    void aFitOnSparkIsTheFileThatOddsFitsOnOneMachine() {
        LogisticRegressionModel model = estimator().fit(births());
        ModelFiles.write(model, file());
        Model written = ModelFile.read(file());
        Model fitted = fit(Roles.target("low").withOnly(NAMES)).model();
        assertEquals(NAMES, written.encoder().features());
        assertEquals(fitted.encoder(), written.encoder());
        assertEquals(fitted.labelling(), written.labelling());
        assertArrayEquals(fitted.estimates(), written.estimates());
        assertArrayEquals(fitted.facts().standardErrors(), written.facts().standardErrors());
        assertArrayEquals(
                fitted.facts().covariance().packed(),
                written.facts().covariance().packed());
        assertEquals(fitted.facts().run(), written.facts().run());
        assertEquals(189, written.facts().sample().examples());
    }

    @Test
    void bothScoreTheSameRowsAlike() {
        LogisticRegressionModel model = estimator().setRegParam(0.01).fit(births());
        ModelFiles.write(model, file());
        Model written = ModelFile.read(file());
        double[] odds = written.probabilities(written.encoder().encode(table()));
        List<Row> rows = model.transform(births()).select("probability").collectAsList();
        assertEquals(rows.size(), odds.length);
        for (int i = 0; i < odds.length; i++) {
            assertEquals(rows.get(i).<Vector>getAs(0).apply(1), odds[i], ROUNDING * odds[i], "row " + i);
        }
    }

    @Test
    void coefficientsAndParamsComeBackToTheLastBit() {
        LogisticRegressionModel model =
                estimator().setRegParam(0.02).setElasticNetParam(0.5).fit(births());
        ModelFiles.write(model, file());
        LogisticRegressionModel back = ModelFiles.read(file());
        assertArrayEquals(model.coefficients().toArray(), back.coefficients().toArray());
        assertEquals(model.intercept(), back.intercept());
        assertEquals(NAMES, ModelFiles.features(file()));
        assertEquals("low", back.getLabelCol());
        assertEquals(0.02, back.getRegParam());
        assertEquals(0.5, back.getElasticNetParam());
        assertEquals(
                model.transform(births()).select("probability").collectAsList(),
                back.transform(births()).select("probability").collectAsList());
    }

    @Test
    void aModelThatSparkFittedBringsItsCoefficientsAlone() {
        LogisticRegressionModel model = new org.apache.spark.ml.classification.LogisticRegression()
                .setLabelCol("low")
                .setFitIntercept(false)
                .fit(births());
        ModelFiles.write(model, births(), file());
        Model written = ModelFile.read(file());
        assertEquals(NAMES, written.names());
        assertArrayEquals(model.coefficients().toArray(), written.estimates());
        assertNull(written.facts().standardErrors());
        String text = ModelText.of(written, false);
        assertTrue(text.startsWith("P(low = 1) from 3 features, taken from Spark by Odds"), text);
        assertFalse(text.contains("log-loss") || text.contains("optimum") || text.contains("NaN"), text);
        assertEquals(0, ModelFiles.read(file()).intercept());
        assertFalse(ModelFiles.read(file()).getFitIntercept());
    }

    @Test
    void boundsWeightsAndOffsetAreToldOfAFit() {
        LogisticRegressionModel model = estimator()
                .setWeightCol("ftv")
                .setOffsetCol("ui")
                .setLowerBoundsOnCoefficients(new DenseMatrix(1, 3, new double[] {0, Double.NEGATIVE_INFINITY, 0}))
                .fit(births());
        ModelFiles.write(model, file());
        Model written = ModelFile.read(file());
        Facts.Penalty penalty = written.facts().penalty();
        assertEquals(List.of("age", "smoke"), List.copyOf(penalty.lower().keySet()));
        assertTrue(penalty.upper().isEmpty());
        assertEquals("ftv", written.weights());
        assertTrue(refusal(() -> ModelFiles.read(file())).contains("adds the column ui to the log-odds"));
    }

    @Test
    void anEmptyNameStandsForNoWeights() {
        ModelFiles.write(estimator().setWeightCol("").setRegParam(1).fit(births()), file());
        assertNull(ModelFile.read(file()).weights());
    }

    @Test
    void namesAreOneForEachFeature() {
        LogisticRegressionModel model = new LogisticRegressionModel("m", Vectors.dense(1, -0.5), 2);
        ModelFiles.write(model, file());
        assertEquals(List.of("x1", "x2"), ModelFiles.features(file()));
        assertEquals(
                "found 1 names for 2 features; expected one for each",
                refusal(() -> ModelFiles.write(model, List.of("a"), file())));
        assertEquals(
                "found the name of a feature twice among a, a; expected each once",
                refusal(() -> ModelFiles.write(model, List.of("a", "a"), file())));
        assertTrue(refusal(() -> ModelFiles.write(model, births().drop("features"), file()))
                .endsWith("expected the model's features in features"));
    }

    @Test
    void onlyFiniteModelsOfTwoLabelsPass() throws Exception {
        LogisticRegressionModel three =
                new LogisticRegressionModel("m", new DenseMatrix(3, 2, new double[6]), Vectors.dense(0, 0, 0), 3, true);
        assertEquals(
                "found a model of 3 classes fitted by the multinomial family; expected one of two by the binomial family",
                refusal(() -> ModelFiles.write(three, file())));
        LogisticRegressionModel infinite = new LogisticRegressionModel("m", Vectors.dense(Double.POSITIVE_INFINITY), 2);
        assertTrue(refusal(() -> ModelFiles.write(infinite, file())).contains("expected finite ones"));
        assertFalse(Files.exists(file()));
        double[][] apart = {{1}, {2}, {3}, {4}};
        ModelFile.write(
                dev.odds.LogisticRegression.create()
                        .fit(apart, new double[] {0, 0, 1, 1})
                        .model(),
                file());
        assertTrue(refusal(() -> ModelFiles.read(file())).contains("found infinite estimates"));
        Files.writeString(file(), "no model");
        LogisticRegressionModel fine = new LogisticRegressionModel("m", Vectors.dense(1), 2);
        assertTrue(refusal(() -> ModelFiles.write(fine, file())).contains("which is not replaced"));
        assertEquals("no model", Files.readString(file()));
    }

    @Test
    void levelsOfATableAreElementsOfTheVector() {
        Model fitted = fit(Roles.target("low").withOnly(List.of("age", "race"))).model();
        ModelFile.write(fitted, file());
        LogisticRegressionModel read = ModelFiles.read(file());
        assertEquals(List.of("age", "race=other", "race=white"), ModelFiles.features(file()));
        double[] other = {30, 1, 0};
        assertEquals(
                fitted.probability(other),
                read.predictProbability(Vectors.dense(other)).apply(1),
                ROUNDING);
    }
}
