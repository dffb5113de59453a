package dev.odds.spark;

import dev.odds.Constraints;
import dev.odds.design.Scaling;
import dev.odds.optimize.Box;
import dev.odds.table.InputException;
import java.util.Arrays;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.param.Param;

/**
 * Bounds on theta as Spark's params hold them.
 *
 * @param lower 1 x d, or null
 * @param upper 1 x d, or null
 */
record Bounds(Matrix lower, Matrix upper) {
    static Bounds of(LogisticRegression estimator) {
        return new Bounds(
                valueOrNull(estimator, estimator.lowerBoundsOnCoefficients()),
                valueOrNull(estimator, estimator.upperBoundsOnCoefficients()));
    }

    private static Matrix valueOrNull(LogisticRegression estimator, Param<Matrix> param) {
        return estimator.isDefined(param) ? estimator.getOrDefault(param) : null;
    }

    boolean isNone() {
        return lower == null && upper == null;
    }

    /** Takes them from a model that has them as a param: beside a lasso it would not predict, with infinite ones not load. */
    void leave(LogisticRegressionModel model) {
        if (model.getElasticNetParam() != 0 || !isFinite(lower) || !isFinite(upper)) {
            model.clear(model.lowerBoundsOnCoefficients());
            model.clear(model.upperBoundsOnCoefficients());
        }
    }

    private static boolean isFinite(Matrix matrix) {
        return matrix == null || Arrays.stream(matrix.toArray()).allMatch(Double::isFinite);
    }

    /**
     * On stored coefficients; null where there are none.
     *
     * @throws InputException if they are not 1 x d or leave out 0
     */
    Box box(Scaling scaling) {
        if (isNone()) {
            return null;
        }
        double[] least = numbers(lower, "lower", Double.NEGATIVE_INFINITY, scaling.features());
        double[] most = numbers(upper, "upper", Double.POSITIVE_INFINITY, scaling.features());
        return new Constraints(null, least, most).box(scaling);
    }

    /** Bounds of one side, which its infinity tells. */
    private static double[] numbers(Matrix matrix, String side, double infinity, int features) {
        double[] bounds = new double[features];
        Arrays.fill(bounds, infinity);
        if (matrix == null) {
            return bounds;
        }
        if (matrix.numRows() != 1 || matrix.numCols() != features) {
            throw new InputException("%sBoundsOnCoefficients is %d x %d; expected 1 x %d, one number for each feature"
                    .formatted(side, matrix.numRows(), matrix.numCols(), features));
        }
        for (int j = 0; j < features; j++) {
            bounds[j] = matrix.apply(0, j);
            if (!(bounds[j] == 0 || bounds[j] * infinity > 0)) {
                throw new InputException(
                        "%sBoundsOnCoefficients of feature %d is %s; expected at %s 0: a fit starts where all coefficients are 0"
                                .formatted(side, j + 1, bounds[j], infinity < 0 ? "most" : "least"));
            }
        }
        return bounds;
    }
}
