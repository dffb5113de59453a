package dev.odds.optimize;

/** Proves how far F is from its minimum. */
@FunctionalInterface
public interface Certifier {
    /**
     * Bounds F(x) - min F as well as it can. May cost readings of the data.
     *
     * @param x not modified
     * @param point F at x, with at least a gradient
     */
    Bound bound(double[] x, Point point);

    /** As above, but may give up where it can tell at no cost that the bound would not reach the goal. */
    default Bound attempt(double[] x, Point point) {
        return bound(x, point);
    }
}
