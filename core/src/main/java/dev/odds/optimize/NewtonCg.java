package dev.odds.optimize;

/**
 * Newton's method without a Hessian: {@value #HEAD} steps of {@link Lbfgs}, for far from the minimum products with a Hessian that soon
 * changes are wasted; then few Newton steps, each by {@link ConjugateGradients} in a metric. One reading of the data for each
 * product H v and one for each trial of a step; O(d) memory beside the metric.
 *
 * <p>A dual bound measures the gradient by the penalty alone, which exaggerates what is left of it along variables of large curvature,
 * such as the frequent words of a text, some hundred times. A Newton step in these alone takes it away before the certificate is
 * asked for; so do readings of a bias only.
 *
 * @param f what to minimise
 * @param metrics gives the metrics
 * @param certifier proves how far it is
 * @param goal when to stop
 * @param monitor told of every iteration
 */
public record NewtonCg(Objective f, Metrics metrics, Certifier certifier, Goal goal, Monitor monitor) {
    private static final int PRODUCTS = 200;

    private static final int HEAD = 28;
    /** The part of the residual, in the metric, that is left by a Newton step. */
    private static final double LOOSE = 0.1;
    /** The same once the certificate has been asked for in vain, for then little is missing. */
    private static final double NEARLY = 0.4;
    /** The part of the goal below which a step is not made more accurate. */
    private static final double SPARE = 0.05;

    /** Minimises from a start, which is not modified. */
    public Outcome minimise(double[] start) {
        Goal few = new Goal(goal.gap(), goal.fine(), Math.min(HEAD, goal.iterations()));
        Outcome head = new Lbfgs(f, metrics, new Hasty(certifier), few, monitor).minimise(start);
        boolean ended = head.reason() == Reason.CONVERGED || head.reason() == Reason.CANCELLED;
        return ended ? head : minimise(head.x(), head.point(), head.iterations());
    }

    private Outcome minimise(double[] from, Point there, int steps) {
        double[] x = from;
        Point point = there;
        Schedule schedule = new Schedule(certifier, goal);
        Renewal renewal = new Renewal();
        Metric metric = metrics.at(x, point);
        double promise = Double.POSITIVE_INFINITY;
        for (int iteration = steps; ; iteration++) {
            if (schedule.isDue(promise)) {
                LineSearch.Step polished = polish(x, point);
                x = polished == null ? x : polished.x();
                point = polished == null ? point : polished.point();
            }
            if (schedule.isReached(x, point, promise)) {
                return new Outcome(x, point, iteration, schedule.bound(), Reason.CONVERGED);
            }
            if (iteration >= goal.iterations()) {
                return new Outcome(x, point, iteration, schedule.last(x, point), Reason.ITERATIONS);
            }
            double enough = SPARE * Math.min(goal.gap(), promise);
            double part = schedule.hasAsked() ? NEARLY : LOOSE;
            double[] direction = new ConjugateGradients(part, enough, PRODUCTS)
                    .solve(point::times, Vectors.times(-1, point.gradient()), metric);
            LineSearch.Step step = LineSearch.search(f, x, point, direction, 1);
            if (step == null) {
                return new Outcome(x, point, iteration, schedule.last(x, point), Reason.PRECISION);
            }
            promise = -part * part * Vectors.dot(point.gradient(), direction) / 2;
            x = step.x();
            point = step.point();
            if (!monitor.proceed(schedule.progress(iteration + 1, point))) {
                return new Outcome(x, point, iteration + 1, Bound.NONE, Reason.CANCELLED);
            }
            metric = renewal.isDue(promise) ? metrics.at(x, point) : metric;
        }
    }

    private LineSearch.Step polish(double[] x, Point point) {
        double[] step = Vectors.times(-1, metrics.core(x, point).solve(point.gradient()));
        return LineSearch.search(f, x, point, step, 1);
    }

    /** Has no time for a last certificate. */
    private record Hasty(Certifier certifier) implements Certifier {
        @Override
        public Bound bound(double[] x, Point point) {
            return Bound.NONE;
        }

        @Override
        public Bound attempt(double[] x, Point point) {
            return certifier.attempt(x, point);
        }
    }
}
