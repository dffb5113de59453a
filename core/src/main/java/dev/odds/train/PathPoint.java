package dev.odds.train;

/**
 * A point of a regularisation path.
 *
 * @param lambda its penalty
 * @param solution the minimum there, with its certificate
 */
public record PathPoint(double lambda, Solution solution) {
    /** The part of the null loss that the model explains. */
    public double explained() {
        return 1 - solution.loss() / solution.nullLoss();
    }

    /** How many coefficients are not 0, the bias aside. */
    public int nonZeros() {
        int count = 0;
        for (double coefficient : solution.coefficients().theta()) {
            count += coefficient == 0 ? 0 : 1;
        }
        return count;
    }
}
