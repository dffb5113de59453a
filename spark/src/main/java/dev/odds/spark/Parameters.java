package dev.odds.spark;

import dev.odds.train.Solver;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.shared.HasWeightCol;

/**
 * The params beside those that every classifier of Spark has, their defaults and what they may be. By HasWeightCol OneVsRest knows that
 * weights count; else it would leave them out, with a warning in the log.
 */
abstract class Parameters extends Uid.Classifier implements HasWeightCol {
    private static final long serialVersionUID = 1L;

    private static final List<String> SOLVERS =
            Arrays.stream(Solver.values()).map(Solver::word).toList();

    private final DoubleParam regParam = new DoubleParam(
            this,
            "regParam",
            "lambda, the strength of the penalty (>= 0)",
            ParamValidators.inRange(0, Double.MAX_VALUE));
    private final DoubleParam elasticNetParam = new DoubleParam(
            this,
            "elasticNetParam",
            "the lasso's share of the penalty, from 0, the ridge, to 1, the lasso",
            ParamValidators.inRange(0, 1));
    private final BooleanParam standardization = new BooleanParam(
            this,
            "standardization",
            "whether the penalty acts on each coefficient times the standard deviation of its feature; coefficients are of the features"
                    + " as they are, either way");
    private final BooleanParam fitIntercept = new BooleanParam(this, "fitIntercept", "whether to fit an intercept");
    private final DoubleParam tol = new DoubleParam(
            this,
            "tol",
            "the fit ends where its distance to the least objective is proved to be at most tol times the loss of the intercept alone"
                    + " (0 < tol < 1)",
            ParamValidators.inRange(0, 1, false, false));
    private final IntParam maxIter = new IntParam(
            this, "maxIter", "most iterations (>= 0); 0 stands for the solver's own limit", ParamValidators.gtEq(0));
    private final DoubleParam threshold = new DoubleParam(
            this,
            "threshold",
            "the label is predicted as 1 where its probability is above it, in [0, 1]",
            ParamValidators.inRange(0, 1));
    private final Param<String> weightCol = new Param<>(
            this,
            "weightCol",
            "column of the rows' weights (>= 0), each the number of rows that it stands for; if unset, 1");
    private final Param<String> offsetCol = new Param<>(
            this,
            "offsetCol",
            "column added to the log-odds while fitting; if unset, 0. The model that is returned knows no offset: it predicts as if it"
                    + " were 0");
    private final Param<String> solver = new Param<>(
            this,
            "solver",
            "one of " + String.join(", ", SOLVERS) + "; auto takes what suits",
            ParamValidators.inArray(SOLVERS));
    private final BooleanParam float32 = new BooleanParam(
            this,
            "float32",
            "whether dense features are stored in half the memory, rounded to 24 bits; sums are not rounded");
    private final Param<Matrix> lowerBoundsOnCoefficients =
            new BoundsParam(this, "lowerBoundsOnCoefficients", "the least coefficients, 1 x features, each at most 0");
    private final Param<Matrix> upperBoundsOnCoefficients = new BoundsParam(
            this, "upperBoundsOnCoefficients", "the largest coefficients, 1 x features, each at least 0");

    private final IntParam aggregationDepth = new IntParam(
            this,
            "aggregationDepth",
            "accepted as Spark's (>= 2): large sums are merged once on executors and then on the driver, whatever it is; no result depends"
                    + " on it",
            ParamValidators.gtEq(2));

    Parameters(Uid uid) {
        uid.super();
        setDefault(regParam, 0.0);
        setDefault(elasticNetParam, 0.0);
        setDefault(standardization, true);
        setDefault(fitIntercept, true);
        setDefault(tol, 1e-8);
        setDefault(maxIter, 0);
        setDefault(threshold, 0.5);
        setDefault(solver, Solver.AUTO.word());
        setDefault(float32, false);
        setDefault(aggregationDepth, 2);
    }

    /** Param for lambda. */
    public DoubleParam regParam() {
        return regParam;
    }

    public double getRegParam() {
        return number(regParam);
    }

    /** Param for the lasso's share. */
    public DoubleParam elasticNetParam() {
        return elasticNetParam;
    }

    public double getElasticNetParam() {
        return number(elasticNetParam);
    }

    /** Param for what the penalty acts on. */
    public BooleanParam standardization() {
        return standardization;
    }

    public boolean getStandardization() {
        return flag(standardization);
    }

    /** Param for the intercept. */
    public BooleanParam fitIntercept() {
        return fitIntercept;
    }

    public boolean getFitIntercept() {
        return flag(fitIntercept);
    }

    /** Param for the certificate at which to stop. */
    public DoubleParam tol() {
        return tol;
    }

    public double getTol() {
        return number(tol);
    }

    /** Param for the most iterations. */
    public IntParam maxIter() {
        return maxIter;
    }

    public int getMaxIter() {
        return (Integer) getOrDefault(maxIter);
    }

    /** Param for the probability above which 1 is predicted. */
    public DoubleParam threshold() {
        return threshold;
    }

    /** Param for the column of weights. */
    @Override
    public Param<String> weightCol() {
        return weightCol;
    }

    @Override
    public String getWeightCol() {
        return getOrDefault(weightCol);
    }

    /** How a trait of Scala would make the param, which is made above. */
    @Override
    public final void org$apache$spark$ml$param$shared$HasWeightCol$_setter_$weightCol_$eq(Param<String> made) {
        throw new UnsupportedOperationException("weightCol has been made");
    }

    /** Param for the column of offsets. */
    public Param<String> offsetCol() {
        return offsetCol;
    }

    public String getOffsetCol() {
        return getOrDefault(offsetCol);
    }

    /** Param for the solver. */
    public Param<String> solver() {
        return solver;
    }

    public String getSolver() {
        return getOrDefault(solver);
    }

    /** Param for half the memory. */
    public BooleanParam float32() {
        return float32;
    }

    public boolean getFloat32() {
        return flag(float32);
    }

    /** Param that is accepted as Spark's. */
    public IntParam aggregationDepth() {
        return aggregationDepth;
    }

    public int getAggregationDepth() {
        return (Integer) getOrDefault(aggregationDepth);
    }

    /** Param for the least coefficients. */
    public Param<Matrix> lowerBoundsOnCoefficients() {
        return lowerBoundsOnCoefficients;
    }

    public Matrix getLowerBoundsOnCoefficients() {
        return getOrDefault(lowerBoundsOnCoefficients);
    }

    /** Param for the largest coefficients. */
    public Param<Matrix> upperBoundsOnCoefficients() {
        return upperBoundsOnCoefficients;
    }

    public Matrix getUpperBoundsOnCoefficients() {
        return getOrDefault(upperBoundsOnCoefficients);
    }

    /** The value of a column's param, or null where it names none. */
    final String column(Param<String> param) {
        return isDefined(param) && !getOrDefault(param).isEmpty() ? getOrDefault(param) : null;
    }

    final double number(DoubleParam param) {
        return (Double) getOrDefault(param);
    }

    private boolean flag(BooleanParam param) {
        return (Boolean) getOrDefault(param);
    }
}
