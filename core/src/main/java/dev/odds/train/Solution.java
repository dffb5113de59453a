package dev.odds.train;

import dev.odds.design.Coefficients;
import dev.odds.optimize.Certificate;
import dev.odds.optimize.Reason;
import java.util.Arrays;

/**
 * The solution of a problem, in the stored coordinates of its design. Where examples are separated, the limit along the verified
 * directions: what is finite is the fit of the examples that are not.
 *
 * @param coefficients theta and bias; 0 for variables that are not kept
 * @param kept the variables that were estimated, increasing: feature j, or d for the bias
 * @param factor the Cholesky factor of W times the Hessian over the kept variables, packed; null where none was computed
 * @param loss the mean loss L
 * @param value the objective F
 * @param nullLoss the mean loss of the bias alone
 * @param gradientNorm the largest absolute element of the gradient of F
 * @param solver which one ran
 * @param iterations how many steps it took, over all refits
 * @param reason why it stopped
 * @param converged whether the certificate is within the tolerance
 */
public record Solution(
        Coefficients coefficients,
        int[] kept,
        double[] factor,
        double loss,
        double value,
        double nullLoss,
        double gradientNorm,
        Solver solver,
        int iterations,
        Reason reason,
        boolean converged,
        Certificate certificate,
        Separation separation) {

    /** The same without the factor, which grows with the square of the variables. */
    public Solution withoutFactor() {
        return new Solution(
                coefficients,
                kept,
                null,
                loss,
                value,
                nullLoss,
                gradientNorm,
                solver,
                iterations,
                reason,
                converged,
                certificate,
                separation);
    }

    /** Whether variable j, or d for the bias, was estimated. */
    public boolean isKept(int j) {
        return Arrays.binarySearch(kept, j) >= 0;
    }
}
