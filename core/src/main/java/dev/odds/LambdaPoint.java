package dev.odds;

/**
 * The model at one lambda of a path.
 *
 * @param lambda the penalty
 * @param optimum the minimum there on the user's scale, with its certificate
 * @param relaxed the fit without a penalty on the features that the minimum selects; null where none was asked for, or where it has no
 *     finite estimates
 */
public record LambdaPoint(double lambda, Optimum optimum, Optimum relaxed) {
    /** The part of the null loss that the model explains. */
    public double explained() {
        return 1 - optimum.loss() / optimum.solution().nullLoss();
    }

    /** How many coefficients are not 0, the bias aside. */
    public int nonZeros() {
        int count = 0;
        for (double coefficient : optimum.coefficients().theta()) {
            count += coefficient == 0 ? 0 : 1;
        }
        return count;
    }
}
