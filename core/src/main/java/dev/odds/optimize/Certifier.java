package dev.odds.optimize;

/** Proves how far F is from its minimum. */
@FunctionalInterface
public interface Certifier {
    /**
     * An upper bound on F(x) - min F, infinite where none can be given. May cost readings of the data.
     *
     * @param x not modified
     * @param point F at x, with at least a gradient
     */
    double gap(double[] x, Point point);
}
