package dev.odds.optimize;

/** Proves how far F is from its minimum. */
@FunctionalInterface
public interface Certifier {
    /**
     * Bounds F(x) - min F. May cost readings of the data.
     *
     * @param x not modified
     * @param point F at x, with at least a gradient
     */
    Bound bound(double[] x, Point point);
}
