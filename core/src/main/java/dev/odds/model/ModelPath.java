package dev.odds.model;

import dev.odds.design.Coefficients;
import dev.odds.table.InputException;
import java.util.Arrays;
import java.util.List;

/**
 * The regularisation path on which the lambda of a model was chosen: the models at all its lambdas. Immutable.
 *
 * @param points by lambda, decreasing
 * @param chosen the point that is the model
 * @param rule why: {@code min}, {@code 1se}, or {@code last} where nothing chose
 * @param gamma the penalised fit's share of the coefficients, the fit without a penalty on the selected features having the rest: 1 but of
 *     relaxed fits
 * @param validation how the points predict rows that they were not fitted to, or null
 */
public record ModelPath(List<Point> points, int chosen, String rule, double gamma, Validation validation) {
    public ModelPath {
        points = List.copyOf(points);
        check(!points.isEmpty(), "found a path without points, expected at least one");
        check(chosen < points.size(), "found a chosen point behind the end of the path, expected one of its points");
        check(
                gamma >= 0 && gamma <= 1,
                "found a share of the penalised fit that is none, expected a number from 0 to 1");
        double last = Double.POSITIVE_INFINITY;
        for (Point point : points) {
            check(
                    point.lambda > 0 && point.lambda < last,
                    "found a path whose lambdas do not fall, expected numbers above 0, each less than the one before");
            last = point.lambda;
        }
        if (validation != null) {
            validation.check(points.size());
        }
    }

    private static void check(boolean good, String sentence) {
        if (!good) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /**
     * The model at one lambda.
     *
     * @param run how its minimum was found
     * @param bias one number, or none where the model has no bias; held, not copied, as are all
     * @param features whose coefficients are not 0, increasing
     * @param values these coefficients on the user's scale
     */
    public record Point(double lambda, Facts.Run run, double[] bias, int[] features, double[] values) {
        /** With the coefficients that are not 0. */
        public static Point of(double lambda, Facts.Run run, Coefficients coefficients) {
            double[] theta = coefficients.theta();
            int[] features = new int[theta.length];
            double[] values = new double[theta.length];
            int count = 0;
            for (int j = 0; j < theta.length; j++) {
                if (theta[j] != 0) {
                    features[count] = j;
                    values[count++] = theta[j];
                }
            }
            return new Point(
                    lambda, run, coefficients.bias(), Arrays.copyOf(features, count), Arrays.copyOf(values, count));
        }

        /** All d coefficients and the bias; a new array. */
        Coefficients coefficients(int d) {
            double[] theta = new double[d];
            for (int k = 0; k < features.length; k++) {
                theta[features[k]] = values[k];
            }
            return new Coefficients(theta, bias);
        }

        /** The part of the null loss that it explains. */
        public double explained() {
            return 1 - run.loss() / run.nullLoss();
        }

        private void check(int d, int biases) {
            ModelPath.check(bias.length == biases, "found a path with another bias, expected that of the model");
            ModelPath.check(
                    features.length == values.length,
                    "found a point of a path with %d features and %d values, expected as many"
                            .formatted(features.length, values.length));
            int last = -1;
            for (int feature : features) {
                ModelPath.check(
                        feature > last && feature < d,
                        "found a point of a path with feature %d after %d, expected increasing ones below %d"
                                .formatted(feature, last, d));
                last = feature;
            }
            boolean finite = Arrays.stream(values).allMatch(Double::isFinite);
            ModelPath.check(
                    finite && Arrays.stream(bias).allMatch(Double::isFinite),
                    "found a coefficient of a path that is not finite, expected finite ones");
        }
    }

    /**
     * What cross-validation found.
     *
     * @param folds how many
     * @param seed that dealt the rows into folds; 0 where they were given
     * @param measure the curve that chooses
     * @param min the point with its best mean
     * @param oneStandardError the point with the largest lambda within one standard error of it
     * @param curves of each measure that every point has
     */
    public record Validation(int folds, long seed, String measure, int min, int oneStandardError, List<Curve> curves) {
        public Validation {
            curves = List.copyOf(curves);
        }

        private void check(int points) {
            ModelPath.check(
                    min < points && oneStandardError < points,
                    "found a best point behind the end of the path, expected one of its points");
            for (Curve curve : curves) {
                ModelPath.check(
                        curve.mean.length == points && curve.error.length == points,
                        "found a curve of %d means and %d errors for %d points, expected one for each"
                                .formatted(curve.mean.length, curve.error.length, points));
            }
        }
    }

    /**
     * A measure at every point.
     *
     * @param mean over the folds; held, not copied
     * @param error its standard error; held, not copied
     */
    public record Curve(String measure, double[] mean, double[] error) {}

    /** Whether every point's coefficients suit d features and so many biases. */
    void check(int d, int biases) {
        points.forEach(point -> point.check(d, biases));
    }

    /** The point nearest to a lambda above 0 on a logarithmic scale; of two as near the larger. */
    public int nearest(double lambda) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < points.size(); k++) {
            double distance = Math.abs(StrictMath.log(points.get(k).lambda()) - StrictMath.log(lambda));
            if (distance < least) {
                nearest = k;
                least = distance;
            }
        }
        return nearest;
    }

    /**
     * What cross-validation found.
     *
     * @throws InputException if there were no folds
     */
    public Validation validated() {
        if (validation == null) {
            throw new InputException(
                    "found a path without cross-validation, expected one for a choice by it: fit it with folds");
        }
        return validation;
    }
}
