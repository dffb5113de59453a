package dev.odds.optimize;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Limited-memory BFGS: the Newton direction from the last {@value #MEMORY} changes of x and of the gradient, in O(d) memory and
 * one reading of the data a step (Nocedal, Mathematics of Computation 35, 1980; Nocedal and Wright, Numerical Optimization,
 * algorithm 7.4).
 *
 * <p>The certificate is asked for when half the decrement that the approximation promises, -g^T p / 2, is below the goal; a
 * gradient norm was rejected as a criterion, for it says nothing about F without its scale.
 *
 * @param f what to minimise
 * @param certifier proves how far it is
 * @param goal when to stop
 * @param monitor told of every iteration
 */
public record Lbfgs(Objective f, Certifier certifier, Goal goal, Monitor monitor) {
    private static final int MEMORY = 10;

    /** Minimises from a start, which is not modified. */
    public Outcome minimise(double[] start) {
        double[] x = start;
        Point point = f.at(x, Need.GRADIENT);
        Schedule schedule = new Schedule(certifier, goal);
        Changes changes = new Changes();
        for (int iteration = 0; ; iteration++) {
            double[] direction = changes.direction(point.gradient());
            double promise = -Vectors.dot(point.gradient(), direction) / 2;
            if (schedule.isReached(x, point, promise)) {
                return new Outcome(x, point, iteration, schedule.bound(), Reason.CONVERGED);
            }
            if (iteration >= goal.iterations()) {
                return new Outcome(x, point, iteration, schedule.last(x, point), Reason.ITERATIONS);
            }
            double t = changes.isEmpty() ? LineSearch.first(point, direction) : 1;
            LineSearch.Step step = LineSearch.search(f, x, point, direction, t);
            if (step == null && !changes.isEmpty()) {
                changes = new Changes();
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
        }
    }

    /** The last changes of x and of the gradient. */
    private static final class Changes {
        private final Deque<Pair> pairs = new ArrayDeque<>();

        private record Pair(double[] step, double[] change, double product) {}

        boolean isEmpty() {
            return pairs.isEmpty();
        }

        /** Keeps the change unless it shows no curvature, which rounding can cause. */
        void add(double[] direction, LineSearch.Step step, Point before) {
            double[] moved = Vectors.times(step.t(), direction);
            double[] change = Vectors.plus(step.point().gradient(), -1, before.gradient());
            double product = Vectors.dot(moved, change);
            if (product > 0x1p-52 * Vectors.dot(change, change)) {
                pairs.addLast(new Pair(moved, change, product));
                if (pairs.size() > MEMORY) {
                    pairs.removeFirst();
                }
            }
        }

        /** The two-loop recursion: -(approximate Hessian)^-1 g. O(MEMORY d). */
        double[] direction(double[] gradient) {
            double[] q = Vectors.times(-1, gradient);
            double[] alphas = new double[pairs.size()];
            int k = pairs.size();
            for (Iterator<Pair> last = pairs.descendingIterator(); last.hasNext(); ) {
                Pair pair = last.next();
                double alpha = Vectors.dot(pair.step, q) / pair.product;
                alphas[--k] = alpha;
                q = Vectors.plus(q, -alpha, pair.change);
            }
            if (!pairs.isEmpty()) {
                Pair pair = pairs.getLast();
                q = Vectors.times(pair.product / Vectors.dot(pair.change, pair.change), q);
            }
            for (Pair pair : pairs) {
                double beta = Vectors.dot(pair.change, q) / pair.product;
                q = Vectors.plus(q, alphas[k++] - beta, pair.step);
            }
            return q;
        }
    }
}
