package dev.odds.optimize;

/**
 * Newton's method without a Hessian: H p = -g is solved by conjugate gradients in a metric, as far as it pays (Dembo and Steihaug,
 * Mathematical Programming 26, 1983). One reading of the data for each product H v and one for each trial of a step; O(d) memory
 * beside the metric.
 *
 * <p>The residual is reduced to a part that falls with the decrement: in between a fixed part wastes products far from the minimum,
 * and steps near it. F is convex, so that no direction of negative curvature has to be met.
 *
 * @param f what to minimise
 * @param metrics gives the metric at the start, and again where progress has become slow
 * @param certifier proves how far it is
 * @param goal when to stop
 * @param monitor told of every iteration
 */
public record NewtonCg(Objective f, Metrics metrics, Certifier certifier, Goal goal, Monitor monitor) {
    private static final int PRODUCTS = 200;
    /** The largest part of the residual, in the metric, that is left. */
    private static final double LOOSE = 0.3;

    /** Minimises from a start, which is not modified. */
    public Outcome minimise(double[] start) {
        double[] x = start;
        Point point = f.at(x, Need.GRADIENT);
        Schedule schedule = new Schedule(certifier, goal);
        Renewal renewal = new Renewal();
        Metric metric = metrics.at(x, point);
        for (int iteration = 0; ; iteration++) {
            double[] direction = direction(point, metric);
            double promise = -Vectors.dot(point.gradient(), direction) / 2;
            if (schedule.isReached(x, point, promise)) {
                return new Outcome(x, point, iteration, schedule.bound(), Reason.CONVERGED);
            }
            if (iteration >= goal.iterations()) {
                return new Outcome(x, point, iteration, schedule.last(x, point), Reason.ITERATIONS);
            }
            LineSearch.Step step = LineSearch.search(f, x, point, direction, 1);
            if (step == null) {
                return new Outcome(x, point, iteration, schedule.last(x, point), Reason.PRECISION);
            }
            x = step.x();
            point = step.point();
            if (!monitor.proceed(schedule.progress(iteration + 1, point))) {
                return new Outcome(x, point, iteration + 1, Bound.NONE, Reason.CANCELLED);
            }
            metric = renewal.isDue(promise) ? metrics.at(x, point) : metric;
        }
    }

    /** p with |H p + g| small in the metric; at least one product. */
    private double[] direction(Point point, Metric metric) {
        double[] p = new double[f.size()];
        double[] residual = Vectors.times(-1, point.gradient());
        double[] measured = metric.solve(residual);
        double square = Vectors.dot(residual, measured);
        double part = Math.min(LOOSE, StrictMath.sqrt(StrictMath.sqrt(square / Math.abs(point.value()))));
        double enough = part * part * square;
        double[] direction = measured;
        double[] bent = new double[f.size()];
        for (int product = 0; product < PRODUCTS && square > 0; product++) {
            point.times(direction, bent);
            double curvature = Vectors.dot(direction, bent);
            if (!(curvature > 0)) {
                return product == 0 ? direction : p;
            }
            double t = square / curvature;
            p = Vectors.plus(p, t, direction);
            residual = Vectors.plus(residual, -t, bent);
            measured = metric.solve(residual);
            double next = Vectors.dot(residual, measured);
            if (next <= enough) {
                return p;
            }
            direction = Vectors.plus(measured, next / square, direction);
            square = next;
        }
        return p;
    }
}
