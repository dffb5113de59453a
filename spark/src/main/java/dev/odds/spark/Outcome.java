package dev.odds.spark;

import dev.odds.Optimum;
import dev.odds.inference.Estimate;
import dev.odds.inference.Wald;
import dev.odds.model.Facts;
import dev.odds.model.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;

/**
 * What is kept of a fit on the driver: nothing of X, and nothing that grows with the square of d beyond a few hundred features. Immutable.
 *
 * @param spec what was minimised
 * @param names of the features, d
 * @param optimum where the minimum is, without its factor
 * @param errors the standard errors of theta, then of the bias if there is one; NaN for those that mean nothing; null where there are none
 * @param covariance as a model file holds it, or null
 * @param fingerprint of the bits of the fit
 * @param examples n
 * @param weight W
 * @param history the objective, from the bias alone, after each iteration
 */
record Outcome(
        Training spec,
        List<String> names,
        Optimum optimum,
        double[] errors,
        Facts.Covariance covariance,
        String fingerprint,
        long examples,
        double weight,
        double[] history) {
    int features() {
        return optimum.coefficients().theta().length;
    }

    private boolean hasBias() {
        return optimum.coefficients().bias().length > 0;
    }

    /** Of theta, then of the bias if there is one. */
    List<String> coefficientNames() {
        List<String> all = new ArrayList<>(names);
        if (hasBias()) {
            all.add(Model.BIAS);
        }
        return all;
    }

    /** A row per coefficient in the order of {@link #coefficientNames}. */
    List<Estimate> estimates(double level) {
        double[] estimates = optimum.estimates();
        double[] shown = errors == null ? nothing(estimates.length) : errors;
        return Wald.table(coefficientNames(), estimates, shown, optimum.aliased(), level);
    }

    private static double[] nothing(int length) {
        double[] nothing = new double[length];
        Arrays.fill(nothing, Double.NaN);
        return nothing;
    }

    /** As Spark's model holds theta: 1 x d by rows, dense or sparse by what takes less. */
    Matrix coefficientMatrix() {
        double[] theta = optimum.coefficients().theta().clone();
        return new DenseMatrix(1, theta.length, theta, true).compressed();
    }

    /** As Spark's model holds b, 0 where there is none. */
    Vector interceptVector() {
        return Vectors.dense(new double[] {hasBias() ? optimum.coefficients().bias()[0] : 0});
    }
}
