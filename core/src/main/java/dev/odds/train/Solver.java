package dev.odds.train;

import java.util.Arrays;
import java.util.Optional;

/** The solvers by name. */
public enum Solver {
    AUTO("auto", 0),
    NEWTON("newton", 100),
    NEWTON_CG("newton-cg", 200),
    LBFGS("lbfgs", 2_000),
    GRADIENT_DESCENT("gradient-descent", 20_000),
    PROXIMAL_NEWTON("proximal-newton", 200);

    private final String word;
    private final int iterations;

    Solver(String word, int iterations) {
        this.word = word;
        this.iterations = iterations;
    }

    /** As users write it. */
    public String word() {
        return word;
    }

    /** The most iterations unless the user says otherwise. */
    public int iterations() {
        return iterations;
    }

    /** The solver of that name. */
    public static Optional<Solver> of(String word) {
        return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
    }
}
