package dev.odds.train;

/**
 * How to solve a problem.
 *
 * @param solver which, or {@link Solver#AUTO}
 * @param tolerance the bound on F - min F, relative to the null loss, at which to stop
 * @param iterations the most iterations, or 0 for the solver's own limit
 */
public record Settings(Solver solver, double tolerance, int iterations) {
    public Settings {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance %s: expected a number between 0 and 1".formatted(tolerance));
        }
        if (iterations < 0) {
            throw new IllegalArgumentException("%d iterations: expected at least 0".formatted(iterations));
        }
    }

    /** The solver that suits, to 1e-8. */
    public static Settings standard() {
        return new Settings(Solver.AUTO, 1e-8, 0);
    }
}
