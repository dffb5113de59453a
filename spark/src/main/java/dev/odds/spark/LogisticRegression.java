package dev.odds.spark;

import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/**
 * Binary logistic regression as an estimator for any pipeline: the fit of {@code dev.odds} over a cluster, with its certificate, its
 * statistics and the same bits whatever the partitions. It returns Spark's own model, which saves, loads and predicts where Odds is not
 * installed; {@link TrainingSummary#of} tells more of the fit.
 *
 * <p>It minimises the weighted mean cross-entropy plus regParam sum_j (elasticNetParam |s_j theta_j| + (1 - elasticNetParam) / 2 (s_j
 * theta_j)^2), where s_j is with {@code standardization} the weighted sample standard deviation of feature j, else 1: Spark's objective, so
 * that params carry over. Of a feature that is constant the coefficient is 0 where s_j is 0. Without a penalty the estimates are those of
 * maximum likelihood and have standard errors.
 *
 * <p>Params are named as Spark's where they mean the same. {@code tol} is proved: the bound on what is left of the objective, relative
 * to the loss of the intercept alone.
 */
public final class LogisticRegression extends Parameters implements DefaultParamsWritable {
    private static final long serialVersionUID = 1L;

    /** With a name of its own. */
    public LogisticRegression() {
        this(Identifiable$.MODULE$.randomUID("odds"));
    }

    /** With that name. */
    public LogisticRegression(String uid) {
        super(new Uid(uid));
    }

    /** As saved by {@code write().save(path)}. */
    public static LogisticRegression load(String path) {
        return read().load(path);
    }

    /** Reads what {@code write()} writes. */
    public static MLReader<LogisticRegression> read() {
        return new DefaultParamsReader<>();
    }

    public LogisticRegression setRegParam(double value) {
        set(regParam(), value);
        return this;
    }

    public LogisticRegression setElasticNetParam(double value) {
        set(elasticNetParam(), value);
        return this;
    }

    public LogisticRegression setStandardization(boolean value) {
        set(standardization(), value);
        return this;
    }

    public LogisticRegression setFitIntercept(boolean value) {
        set(fitIntercept(), value);
        return this;
    }

    public LogisticRegression setTol(double value) {
        set(tol(), value);
        return this;
    }

    public LogisticRegression setMaxIter(int value) {
        set(maxIter(), value);
        return this;
    }

    public LogisticRegression setWeightCol(String value) {
        set(weightCol(), value);
        return this;
    }

    public LogisticRegression setOffsetCol(String value) {
        set(offsetCol(), value);
        return this;
    }

    public LogisticRegression setSolver(String value) {
        set(solver(), value);
        return this;
    }

    public LogisticRegression setFloat32(boolean value) {
        set(float32(), value);
        return this;
    }

    public LogisticRegression setAggregationDepth(int value) {
        set(aggregationDepth(), value);
        return this;
    }

    public LogisticRegression setLowerBoundsOnCoefficients(Matrix value) {
        set(lowerBoundsOnCoefficients(), value);
        return this;
    }

    public LogisticRegression setUpperBoundsOnCoefficients(Matrix value) {
        set(upperBoundsOnCoefficients(), value);
        return this;
    }

    /** Takes the place of thresholds. */
    public LogisticRegression setThreshold(double value) {
        clear(thresholds());
        set(threshold(), value);
        return this;
    }

    /** Takes the place of a threshold. */
    @Override
    public LogisticRegression setThresholds(double[] value) {
        clear(threshold());
        set(thresholds(), value);
        return this;
    }

    /** The probability above which 1 is predicted; of thresholds t, 1 / (1 + t_0 / t_1). */
    public double getThreshold() {
        if (!isSet(thresholds())) {
            return number(threshold());
        }
        return SchemaChecks.threshold(SchemaChecks.two(getThresholds()));
    }

    @Override
    public LogisticRegression copy(ParamMap extra) {
        return defaultCopy(extra);
    }

    @Override
    public StructType transformSchema(StructType schema) {
        SchemaChecks.numbers(this, schema);
        StructType after = super.transformSchema(schema);
        SchemaChecks.check(this, schema);
        return after;
    }

    /** Spark copies all params to the model once more after its training. */
    @Override
    public LogisticRegressionModel fit(Dataset<?> data) {
        LogisticRegressionModel model = super.fit(data);
        Bounds.of(this).leave(model);
        return model;
    }

    @Override
    public LogisticRegressionModel train(Dataset<?> data) {
        Outcome outcome = Training.of(this).fit(data);
        LogisticRegressionModel bare = new LogisticRegressionModel(
                uid(), outcome.coefficientMatrix(), outcome.interceptVector(), Training.LABELS, false);
        LogisticRegressionModel model = copyValues(bare, ParamMap.empty());
        Bounds.of(this).leave(model);
        TrainingSummary.attach(model, data, outcome);
        return model;
    }
}
