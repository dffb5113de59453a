package dev.odds.optimize;

/**
 * Limited-memory BFGS in a metric: the Newton direction from an approximate Hessian, corrected by the last changes of x and of the
 * gradient; one reading of the data a step (Nocedal, Mathematics of Computation 35, 1980; Nocedal and Wright, Numerical
 * Optimization, algorithm 7.4). In a metric of some thousand examples ten to twenty steps do what takes hundreds without, and
 * scale and correlation of the features no longer matter.
 *
 * <p>The certificate is asked for when half the decrement that the approximation promises, -g^T p / 2, is below the goal; a
 * gradient norm was rejected as a criterion, for it says nothing about F without its scale.
 *
 * @param f what to minimise
 * @param metrics gives the metric at the start, and again where progress has become slow
 * @param certifier proves how far it is
 * @param goal when to stop
 * @param monitor told of every iteration
 */
public record Lbfgs(Objective f, Metrics metrics, Certifier certifier, Goal goal, Monitor monitor) {
    /** Minimises from a start, which is not modified. */
    public Outcome minimise(double[] start) {
        double[] x = start;
        Point point = f.at(x, Need.GRADIENT);
        Schedule schedule = new Schedule(certifier, goal);
        Changes changes = new Changes();
        Renewal renewal = new Renewal();
        Metric metric = metrics.at(x, point);
        for (int iteration = 0; ; iteration++) {
            double[] direction = changes.direction(point.gradient(), metric);
            double promise = -Vectors.dot(point.gradient(), direction) / 2;
            if (schedule.isReached(x, point, promise)) {
                return new Outcome(x, point, iteration, schedule.bound(), Reason.CONVERGED);
            }
            if (iteration >= goal.iterations()) {
                return new Outcome(x, point, iteration, schedule.last(x, point), Reason.ITERATIONS);
            }
            LineSearch.Step step = LineSearch.search(f, x, point, direction, 1);
            if (step == null && !changes.isEmpty()) {
                changes.clear();
                metric = metrics.at(x, point);
                continue;
            }
            if (step == null) {
                return new Outcome(x, point, iteration, schedule.last(x, point), Reason.PRECISION);
            }
            changes.add(direction, step, point);
            x = step.x();
            point = step.point();
            if (!monitor.proceed(schedule.progress(iteration + 1, point))) {
                return new Outcome(x, point, iteration + 1, Bound.NONE, Reason.CANCELLED);
            }
            boolean last = iteration + 1 >= goal.iterations();
            metric = renewal.isDue(promise) && !last ? metrics.at(x, point) : metric;
        }
    }
}
