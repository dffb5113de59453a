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
}
