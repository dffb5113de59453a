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

    /** As above, of a sample where that is much cheaper: good enough far from a minimum, where no model is good for more than a step. */
    default Quadratic roughly(double[] x, int[] variables) {
        return at(x, variables);
    }

    /** What a model over so many variables costs, in evaluations of value and gradient. */
    double cost(int variables);
}
