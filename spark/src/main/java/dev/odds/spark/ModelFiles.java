package dev.odds.spark;

import dev.odds.design.Coefficients;
import dev.odds.design.TableEncoder;
import dev.odds.model.Model;
import dev.odds.model.ModelFile;
import dev.odds.spark.rows.FeatureNames;
import dev.odds.spark.rows.Origin;
import dev.odds.table.InputException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;

/**
 * Models of Spark as files that the command {@code odds} reads, and back. Coefficients pass to the last bit. Files are on the
 * driver's own disk, and there whole or not at all.
 */
public final class ModelFiles {
    /** Where the examples were, which a dataset has no name for. */
    private static final String SOURCE = "Spark";

    private ModelFiles() {}

    /**
     * Writes a model under the names of the features that its summary knows, else x1, x2 and so on.
     *
     * @throws InputException as {@link #write(LogisticRegressionModel, List, Path)}
     */
    public static void write(LogisticRegressionModel model, Path file) {
        Outcome outcome = ModelFacts.outcome(model);
        List<String> names = outcome == null ? null : outcome.names();
        write(model, FeatureNames.complete(names, model.numFeatures()), file);
    }

    /**
     * Writes a model under the names that the column of features has in its metadata, as a {@code VectorAssembler} leaves them.
     *
     * @param data with the model's column of features
     * @throws InputException as {@link #write(LogisticRegressionModel, List, Path)}, and if there is no such column
     */
    public static void write(LogisticRegressionModel model, Dataset<?> data, Path file) {
        String vectors = model.getFeaturesCol();
        if (!Arrays.asList(data.columns()).contains(vectors)) {
            throw new InputException("found the columns %s; expected the model's features in %s"
                    .formatted(String.join(", ", data.columns()), vectors));
        }
        List<String> names = FeatureNames.of(data.schema(), vectors);
        write(model, FeatureNames.complete(names, model.numFeatures()), file);
    }

    /**
     * Writes a model. A model that {@link LogisticRegression} fitted in this session brings its certificate, standard errors and
     * covariance; any other its coefficients.
     *
     * @param names the columns in which {@code odds predict} finds the features, one for each
     * @throws InputException if the model has not two classes, a coefficient is not finite, names are too few or twice, or the file
     *     cannot be there, or is there and is no model of Odds
     */
    public static void write(LogisticRegressionModel model, List<String> names, Path file) {
        if (names.size() != model.numFeatures()) {
            throw new InputException("found %d names for %d features; expected one for each"
                    .formatted(names.size(), model.numFeatures()));
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new InputException("found the name of a feature twice among %s; expected each once"
                    .formatted(String.join(", ", names)));
        }
        Outcome outcome = ModelFacts.outcome(model);
        boolean weighted =
                model.isSet(model.weightCol()) && !model.getWeightCol().isEmpty();
        String weights = weighted ? model.getWeightCol() : null;
        String offset = outcome == null ? null : outcome.spec().columns().offset();
        Origin origin = Origin.of(names, offset, model.getLabelCol(), weights, SOURCE);
        ModelFile.write(model(model, origin), file);
    }

    /**
     * The model in a file, for vectors of {@link #features} in their order; label 1 is the positive one. What the file tells of the fit
     * stays behind.
     *
     * @throws InputException if there is no model of Odds, its labels are separated, or it adds an offset
     */
    public static LogisticRegressionModel read(Path file) {
        Model model = ModelFile.read(file);
        checkPlain(model, file);
        double[] theta = model.coefficients().theta();
        double[] bias = model.coefficients().bias();
        LogisticRegressionModel read = new LogisticRegressionModel(
                Identifiable$.MODULE$.randomUID("odds"),
                new DenseMatrix(1, theta.length, theta, true).compressedRowMajor(),
                Vectors.dense(bias.length == 0 ? new double[1] : bias),
                2,
                false);
        read.set(read.labelCol(), model.labelling().target().column());
        read.set(read.fitIntercept(), bias.length > 0);
        read.set(read.regParam(), model.facts().penalty().lambda());
        read.set(read.elasticNetParam(), model.facts().penalty().l1Ratio());
        read.set(read.standardization(), model.facts().penalty().standardize());
        return read;
    }

    /**
     * The features of the model in a file, in the order of its vectors: a column of numbers under its name, and {@code column=level}
     * where it is 1 for rows of that level, else 0.
     *
     * @throws InputException if there is no model of Odds
     */
    public static List<String> features(Path file) {
        return ModelFile.read(file).encoder().features();
    }

    /** The model as Odds has it. */
    static Model model(LogisticRegressionModel model, Origin origin) {
        if (model.numClasses() != 2 || model.coefficientMatrix().numRows() != 1) {
            throw new InputException(
                    "found a model of %d classes fitted by the multinomial family; expected one of two by the binomial family"
                            .formatted(model.numClasses()));
        }
        boolean bias = model.getFitIntercept() || model.intercept() != 0;
        Coefficients coefficients = new Coefficients(
                model.coefficients().toArray(), bias ? new double[] {model.intercept()} : new double[0]);
        return new Model(
                origin.encoder(),
                origin.labelling(),
                origin.weights(),
                coefficients,
                List.of(),
                ModelFacts.of(model, origin));
    }

    private static void checkPlain(Model model, Path file) {
        if (!model.directions().isEmpty()) {
            throw new InputException(
                    "%s: found infinite estimates, as separated labels have; expected finite ones for Spark: fit the model with a penalty"
                            .formatted(file));
        }
        if (model.encoder() instanceof TableEncoder table && table.offset() != null) {
            throw new InputException(
                    "%s: the model adds the column %s to the log-odds, which Spark's cannot; expected one without an offset"
                            .formatted(file, table.offset()));
        }
    }
}
