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

    /** The exact Hessian over the few variables of the largest curvature at least. May cost readings of the data. */
    default Core core(double[] x, Point point) {
        return at(x, point).core();
    }
}
