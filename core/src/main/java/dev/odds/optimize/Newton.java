package dev.odds.optimize;

import dev.odds.kernel.Cholesky;

/**
 * Newton's method with backtracking: x += t p, H p = -g. For a logistic loss this is iteratively reweighted least squares.
 *
 * <p>One reading of the data gives value, gradient and Hessian of the trial point, which nearly always is the next one: a step
 * costs one reading, O(n d^2 / 2), and one factorisation, O(d^3 / 3). The number of steps is five to ten. After Boyd and
 * Vandenberghe, Convex Optimization, 9.5; the damped step 1 / (1 + s) of self-concordant functions was rejected: it is safe
 * without trials but takes twice the steps.
 */
public final class Newton {
    /**
     * A step must bring at least this part of what the slope promises. Less, such as the usual 1e-4, takes steps that overshoot
     * into the flat of the loss, where rare and strong features make the next Hessian nearly singular.
     */
    private static final double GOOD = 0.25;

    private static final int HALVINGS = 50;
    /** Pivots below this part of the diagonal are rounding. */
    private static final double SINGULAR = 0x1p-49;
    /** Half the squared decrement from which on it is worth asking for a bound. */
    private static final double NEAR = 1e-6;
    /** Near a minimum the decrement falls faster than this from step to step, and on separated data slower. */
    private static final double SLOW = 0.4;
    /** A change of F by this part may be rounding. */
    private static final double ROUNDING = 0x1p-50;
    /** The first steps prove nothing about the trend. */
    private static final int PATIENCE = 4;

    private final Objective f;
    private final SelfConcordance bound;
    private final Goal goal;
    private final Watch watch;
    private final Monitor monitor;

    /** May stop a run that will not converge. */
    @FunctionalInterface
    public interface Watch {
        /**
         * Called before a step that the decrement does not justify: it no longer falls as Newton's method near a minimum makes
         * it fall.
         *
         * @param x where it is
         * @param step the Newton step from there
         * @return true to stop as {@link Reason#UNBOUNDED}
         */
        boolean stop(double[] x, double[] step);
    }

    public Newton(Objective f, SelfConcordance bound, Goal goal, Watch watch, Monitor monitor) {
        this.f = f;
        this.bound = bound;
        this.goal = goal;
        this.watch = watch;
        this.monitor = monitor;
    }

    /**
     * Minimises from a start.
     *
     * @param start not modified
     * @param first F at the start, with its Hessian
     */
    public Outcome minimise(double[] start, Point first) {
        double[] x = start;
        Point point = first;
        Trend trend = new Trend();
        Step step = new Step(first.hessian().order());
        for (int iteration = 0; ; iteration++) {
            prepare(step, x, point);
            trend.add(step, point.value());
            Reason reason = reason(iteration, x, step, trend);
            Point next = reason == null ? descend(x, point, step) : null;
            if (next == null) {
                Bound proved = new Bound(Certificate.Kind.SELF_CONCORDANCE, step.gap);
                return new Outcome(x, point, iteration, proved, reason == null ? stuck(step) : reason);
            }
            x = step.to;
            point = next;
            if (!proceed(iteration + 1, point, step)) {
                return new Outcome(x, point, iteration + 1, Bound.NONE, Reason.CANCELLED);
            }
        }
    }

    private boolean proceed(int iteration, Point point, Step last) {
        return monitor.proceed(new Progress(iteration, point.value(), Vectors.norm(point.gradient()), last.gap));
    }

    private void prepare(Step step, double[] x, Point point) {
        step.solve(point);
        boolean near = !step.singular && step.nu * step.nu / 2 <= Math.max(goal.gap(), NEAR);
        double gap = near ? bound.gap(x, point, step.factor, step.nu) : Double.POSITIVE_INFINITY;
        step.gap = f.size() == 0 ? 0 : gap;
    }

    /** The Newton direction p at a point with a Hessian, H p = -g; zero in the variables that others before them determine. */
    public static double[] direction(Point point) {
        Step step = new Step(point.hessian().order());
        step.solve(point);
        return step.direction;
    }

    /** A Newton step and what is known before it is taken; written over by the next. */
    private static final class Step {
        /** p. */
        private final double[] direction;
        /** Of H, with its least pivots and the columns left out. */
        private final double[] factor;

        private final double[] floor;
        private final boolean[] dependent;
        /** Whether H has no inverse within rounding. */
        private boolean singular;
        /** The decrement, (g^T H^-1 g)^(1/2). */
        private double nu;
        /** The bound on F - min F, infinite where there is none. */
        private double gap;
        /** Where it led. */
        private double[] to;

        Step(int n) {
            direction = new double[n];
            factor = new double[Cholesky.row(n)];
            floor = new double[n];
            dependent = new boolean[n];
        }

        void solve(Point point) {
            int n = direction.length;
            System.arraycopy(point.hessian().packed(), 0, factor, 0, factor.length);
            for (int j = 0; j < n; j++) {
                floor[j] = SINGULAR * factor[Cholesky.row(j) + j];
            }
            singular = Cholesky.factor(factor, n, floor, dependent) > 0;
            double[] gradient = point.gradient();
            for (int j = 0; j < n; j++) {
                direction[j] = -gradient[j];
            }
            Cholesky.forward(factor, n, direction);
            nu = Vectors.norm(direction);
            Cholesky.backward(factor, n, direction);
        }
    }

    /** Whether the decrement falls as it should, and whether the gap still does or, where there is none, decrement or value. */
    private static final class Trend {
        private double before = Double.POSITIVE_INFINITY;
        private double last = Double.POSITIVE_INFINITY;
        private double best = Double.POSITIVE_INFINITY;
        private double least = Double.POSITIVE_INFINITY;
        private double lowest = Double.POSITIVE_INFINITY;
        private int stalled;
        private boolean reached;

        /** Whether the goal was reached before. */
        boolean reached() {
            boolean before = reached;
            reached = true;
            return before;
        }

        void add(Step step, double value) {
            before = last;
            last = step.nu;
            boolean descends = step.nu < least / 2 || value < lowest - ROUNDING * Math.abs(value);
            stalled = (step.gap < Double.POSITIVE_INFINITY ? step.gap < best / 4 : descends) ? 0 : stalled + 1;
            best = Math.min(best, step.gap);
            least = Math.min(least, step.nu);
            lowest = Math.min(lowest, value);
        }

        boolean isSlow() {
            return last > SLOW * before;
        }

        boolean hasStalled() {
            return stalled > 2;
        }
    }

    /** Why to stop before this step, or null. */
    private Reason reason(int iteration, double[] x, Step step, Trend trend) {
        if (step.gap <= goal.gap() && (step.gap <= goal.fine() || trend.reached())) {
            return Reason.CONVERGED;
        }
        boolean suspect = iteration >= PATIENCE && step.gap == Double.POSITIVE_INFINITY;
        if (suspect && (step.singular || trend.isSlow()) && watch.stop(x, step.direction)) {
            return Reason.UNBOUNDED;
        }
        if (trend.hasStalled()) {
            return Reason.PRECISION;
        }
        return iteration >= goal.iterations() ? Reason.ITERATIONS : null;
    }

    /** Why no step decreases F. */
    private Reason stuck(Step step) {
        return step.gap <= goal.gap() ? Reason.CONVERGED : Reason.PRECISION;
    }

    /**
     * The full step if it brings a good part of what the slope promises: near a minimum it brings half. Else the best of the
     * steps 1/2, 1/4, ... up to the first that is good and better than its half; null if none decreases F. Only values are
     * computed on the way, which is cheap beside a Hessian.
     */
    private Point descend(double[] x, Point point, Step step) {
        double[] full = Vectors.plus(x, 1, step.direction);
        Point there = f.at(full, Need.HESSIAN);
        if (LineSearch.isGood(point, there, step.direction, 1, GOOD)) {
            step.to = full;
            return there;
        }
        double slope = GOOD * step.nu * step.nu;
        double best = there.value();
        double t = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double half =
                    f.at(Vectors.plus(x, t / 2, step.direction), Need.VALUE).value();
            if (half >= best && best <= point.value() - t * slope) {
                break;
            }
            best = half;
            t /= 2;
        }
        step.to = Vectors.plus(x, t, step.direction);
        return best < point.value() ? f.at(step.to, Need.HESSIAN) : null;
    }
}
