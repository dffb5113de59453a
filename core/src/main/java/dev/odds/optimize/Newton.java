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
        Work work = Work.of(first);
        for (int iteration = 0; ; iteration++) {
            Step step = step(x, point, work);
            trend.add(step, point.value());
            Reason reason = reason(iteration, x, step, trend);
            Trial next = reason == null ? descend(x, point, step) : null;
            if (next == null) {
                Bound proved = new Bound(Certificate.Kind.SELF_CONCORDANCE, step.gap);
                return new Outcome(x, point, iteration, proved, reason == null ? stuck(step) : reason);
            }
            x = next.x;
            point = next.point;
            double norm = Vectors.norm(point.gradient());
            if (!monitor.proceed(new Progress(iteration + 1, point.value(), norm, step.gap))) {
                return new Outcome(x, point, iteration + 1, Bound.NONE, Reason.CANCELLED);
            }
        }
    }

    /**
     * A Newton step and what is known before it is taken.
     *
     * @param direction p
     * @param nu the decrement, (g^T H^-1 g)^(1/2)
     * @param singular whether H has no inverse within rounding
     * @param gap the bound on F - min F, infinite where there is none
     */
    private record Step(double[] direction, double nu, boolean singular, double gap) {}

    private Step step(double[] x, Point point, Work work) {
        Solved solved = Solved.of(point, work);
        double nu = solved.nu;
        boolean near = !solved.singular && nu * nu / 2 <= Math.max(goal.gap(), NEAR);
        double gap = near ? bound.gap(x, point, work.factor, nu) : Double.POSITIVE_INFINITY;
        return new Step(solved.direction, nu, solved.singular, f.size() == 0 ? 0 : gap);
    }

    /** The Newton direction p at a point with a Hessian, H p = -g; zero in the variables that others before them determine. */
    public static double[] direction(Point point) {
        return Solved.of(point, Work.of(point)).direction;
    }

    /** Written over in every step: the factor of H, its least pivots, the columns left out; the direction. */
    private record Work(double[] factor, double[] floor, boolean[] dependent, double[] direction) {
        static Work of(Point point) {
            int n = point.hessian().order();
            return new Work(new double[Cholesky.row(n)], new double[n], new boolean[n], new double[n]);
        }
    }

    private record Solved(boolean singular, double nu, double[] direction) {
        static Solved of(Point point, Work work) {
            Symmetric hessian = point.hessian();
            int n = hessian.order();
            double[] factor = work.factor;
            System.arraycopy(hessian.packed(), 0, factor, 0, factor.length);
            for (int j = 0; j < n; j++) {
                work.floor[j] = SINGULAR * factor[Cholesky.row(j) + j];
            }
            boolean singular = Cholesky.factor(factor, n, work.floor, work.dependent) > 0;
            double[] gradient = point.gradient();
            double[] direction = work.direction;
            for (int j = 0; j < n; j++) {
                direction[j] = -gradient[j];
            }
            Cholesky.forward(factor, n, direction);
            double nu = Vectors.norm(direction);
            Cholesky.backward(factor, n, direction);
            return new Solved(singular, nu, direction);
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

    private record Trial(double[] x, Point point) {}

    /**
     * The full step if it brings a good part of what the slope promises: near a minimum it brings half. Else the best of the
     * steps 1/2, 1/4, ... up to the first that is good and better than its half; null if none decreases F. Only values are
     * computed on the way, which is cheap beside a Hessian.
     */
    private Trial descend(double[] x, Point point, Step step) {
        double[] full = Vectors.plus(x, 1, step.direction);
        Point there = f.at(full, Need.HESSIAN);
        if (LineSearch.isGood(point, there, step.direction, 1, GOOD)) {
            return new Trial(full, there);
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
        double[] to = Vectors.plus(x, t, step.direction);
        return best < point.value() ? new Trial(to, f.at(to, Need.HESSIAN)) : null;
    }
}
