package dev.odds.optimize;

/**
 * Where a fit is.
 *
 * @param iteration from 1
 * @param value the objective
 * @param gradientNorm the Euclidean norm of its gradient, in the solver's coordinates
 * @param gap the proved bound on what is left of the objective, infinite where there is none yet
 */
public record Progress(int iteration, double value, double gradientNorm, double gap) {
    /** The same, so many iterations later. */
    Progress after(int iterations) {
        return new Progress(iteration + iterations, value, gradientNorm, gap);
    }
}
