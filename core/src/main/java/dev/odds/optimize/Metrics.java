package dev.odds.optimize;

/** Where a solver gets its metrics: approximations of the Hessian that cost less than it. */
@FunctionalInterface
public interface Metrics {
    /**
     * The metric at a point. May cost readings of the data.
     *
     * @param x not modified
     * @param point F at x, with at least a gradient
     */
    Metric at(double[] x, Point point);

    /** As above, but with a block that is exact, over the few variables of the largest curvature at least. */
    default Metric core(double[] x, Point point) {
        return at(x, point);
    }
}
