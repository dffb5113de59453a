package dev.odds.optimize;

/** Makes quadratic models of a loss. */
public interface Models {
    /**
     * The model around x.
     *
     * @param x not modified
     * @param variables which it is over, increasing, the bias not among them; held, not copied. All others are 0 in x, or at rest
     */
    Quadratic at(double[] x, int[] variables);

    /** What a model over so many variables costs, in evaluations of value and gradient. */
    double cost(int variables);

    /**
     * What coordinate descent may leave of the gain of its first sweep: hardly anything of a model that is kept, and no less than the model misses of
     * the loss where each step has one of its own.
     */
    default double rest() {
        return 1e-12;
    }
}
