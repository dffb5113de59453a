package dev.odds.optimize;

/**
 * The model g^T v + 1/2 v^T H v of a loss around some x over some of its variables, minimised over the bias at every v, so that the bias is
 * none of them.
 */
public interface Quadratic {
    /** Which variables, increasing; not to be modified. */
    int[] variables();

    /**
     * Starts from v = 0 with another gradient, H as it is.
     *
     * @param gradient of the loss by all variables, the bias among them; not modified
     */
    void reset(double[] gradient);

    /** The second derivative by the i-th of the variables. */
    double second(int i);

    /** The derivative at v by the i-th of the variables. */
    double derivative(int i);

    /** Adds to v at the i-th of the variables. */
    void move(int i, double by);

    /**
     * The v_i at which the derivatives by some of the variables are zero and the others stay, as far as they differ from the present ones.
     *
     * @param some which of the variables, increasing
     * @param right minus the derivative by each of these; overwritten with the differences
     * @param added to the second derivative by each of these
     * @return false where they are not known, for want of curvature or since it is too dear; {@code right} is then of no use
     */
    default boolean solve(int[] some, double[] right, double[] added) {
        return false;
    }

    /** By how much the bias moves beside v; 0 where there is none. */
    double bias();
}
