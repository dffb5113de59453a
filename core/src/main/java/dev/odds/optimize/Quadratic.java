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
     * Where some of the variables go to make their derivatives zero, the others at rest; or a way that the model does not see, where there
     * is one. Null where it would be too dear.
     *
     * @param some which of the variables, increasing
     * @param right minus the derivative by each of these; overwritten
     * @param added to the second derivative by each of these
     */
    default Way way(int[] some, double[] right, double[] added) {
        return null;
    }

    /** Sweeps over the variables that cost about as much as {@link #way}. */
    default int patience() {
        return 8;
    }

    /**
     * A change of some variables.
     *
     * @param step one number for each
     * @param flat whether derivatives stay all but as they are along it
     * @param second the second derivative along a flat one, which may be rounding
     */
    record Way(double[] step, boolean flat, double second) {}

    /**
     * What a last sweep of coordinate descent may gain: nearly nothing where sweeps are cheap beside models.
     *
     * @param gained by the first sweep
     * @param goal what is to be left of F
     * @param steps how many were taken before: where there are many, it is coordinate descent that is slow
     */
    default double rest(double gained, double goal, int steps) {
        return 1e-12 * gained;
    }

    /** By how much the bias moves beside v; 0 where there is none. */
    double bias();
}
