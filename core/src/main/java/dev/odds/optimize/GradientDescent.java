package dev.odds.optimize;

/**
 * The derivation's own method: theta -= eta dL/dtheta, b -= eta dL/db, with a step eta that is safe without being told.
 *
 * <p>eta begins where the curvature along the gradient says, is doubled after each step and halved until F falls by at least
 * half of eta |g|^2, which every eta up to 1 / (the largest curvature) does (Nesterov, Introductory Lectures on Convex
 * Optimization, 2.1.5). It converges on any data, and slowly: the number of steps grows with the condition number of the
 * Hessian, where Newton's does not. O(n d) a step.
 *
 * @param f what to minimise
 * @param certifier proves how far it is
 * @param goal when to stop
 * @param monitor told of every iteration
 */
public record GradientDescent(Objective f, Certifier certifier, Goal goal, Monitor monitor) {
    private static final int HALVINGS = 200;

    /** Minimises from a start, which is not modified. */
    public Outcome minimise(double[] start) {
        double[] x = start;
        Point point = f.at(x, Need.GRADIENT);
        Schedule schedule = new Schedule(certifier, goal);
        double eta = LineSearch.first(point, Vectors.times(-1, point.gradient())) / 2;
        for (int iteration = 0; ; iteration++) {
            double slope = Vectors.dot(point.gradient(), point.gradient());
            if (schedule.isReached(x, point, eta * slope / 2)) {
                return new Outcome(x, point, iteration, schedule.bound(), Reason.CONVERGED);
            }
            if (slope == 0) {
                return new Outcome(x, point, iteration, schedule.last(x, point), Reason.PRECISION);
            }
            if (iteration >= goal.iterations()) {
                return new Outcome(x, point, iteration, schedule.last(x, point), Reason.ITERATIONS);
            }
            LineSearch.Step step = step(x, point, 2 * eta, slope);
            if (step == null) {
                return new Outcome(x, point, iteration, schedule.last(x, point), Reason.PRECISION);
            }
            eta = step.t();
            x = step.x();
            point = step.point();
            if (!monitor.proceed(schedule.progress(iteration + 1, point))) {
                return new Outcome(x, point, iteration + 1, Bound.NONE, Reason.CANCELLED);
            }
        }
    }

    private LineSearch.Step step(double[] x, Point point, double first, double slope) {
        double eta = first;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double[] to = Vectors.plus(x, -eta, point.gradient());
            Point there = f.at(to, Need.GRADIENT);
            double fall = point.value() - there.value();
            if (fall >= eta / 2 * slope - 0x1p-52 * Math.abs(point.value()) && fall >= 0) {
                return new LineSearch.Step(eta, to, there);
            }
            eta /= 2;
        }
        return null;
    }
}
