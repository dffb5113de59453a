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
    /** A step must bring at least this part of what the slope promises. */
    private static final double ARMIJO = 1e-4;

    private static final int HALVINGS = 50;
    /** Pivots below this part of the diagonal are rounding. */
    private static final double SINGULAR = 0x1p-49;

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
        int n = f.size();
        double[] x = start;
        Point point = first;
        double before = Double.POSITIVE_INFINITY;
        double best = Double.POSITIVE_INFINITY;
        int stalled = 0;
        for (int iteration = 0; ; iteration++) {
            double[] factor = point.hessian().packed().clone();
            boolean singular = Cholesky.factor(factor, n, SINGULAR, new boolean[n]) > 0;
            double[] step = Vectors.times(-1, point.gradient());
            Cholesky.forward(factor, n, step);
            double nu = Vectors.norm(step);
            Cholesky.backward(factor, n, step);
            double gap = gap(factor, singular, nu, point);
            if (gap <= goal.gap() || n == 0) {
                return new Outcome(x, point, iteration, n == 0 ? 0 : gap, Reason.CONVERGED);
            }
            boolean slow = singular || nu > 0.4 * before;
            stalled = gap < Double.POSITIVE_INFINITY && !(gap < best / 4) ? stalled + 1 : 0;
            if (iteration >= 4 && slow && gap == Double.POSITIVE_INFINITY && watch.stop(x, step)) {
                return new Outcome(x, point, iteration, gap, Reason.UNBOUNDED);
            }
            if (iteration >= goal.iterations() || stalled > 2) {
                return new Outcome(x, point, iteration, gap, stalled > 2 ? Reason.PRECISION : Reason.ITERATIONS);
            }
            before = nu;
            best = Math.min(best, gap);
            Trial next = descend(x, point, step, nu * nu);
            if (next == null) {
                Reason reason = singular ? Reason.UNBOUNDED : Reason.PRECISION;
                return new Outcome(x, point, iteration, gap, reason);
            }
            x = next.x;
            point = next.point;
            Progress progress = new Progress(iteration + 1, point.value(), Vectors.norm(point.gradient()), gap);
            if (!monitor.proceed(progress)) {
                return new Outcome(x, point, iteration + 1, Double.POSITIVE_INFINITY, Reason.CANCELLED);
            }
        }
    }

    private double gap(double[] factor, boolean singular, double nu, Point point) {
        boolean near = nu * nu / 2 <= Math.max(goal.gap(), 1e-6);
        return near && !singular ? bound.gap(factor, f.size(), nu, point.meanResidual()) : Double.POSITIVE_INFINITY;
    }

    private record Trial(double[] x, Point point) {}

    /** The first of the steps 1, 1/2, 1/4, ... that decreases F enough, or null. */
    private Trial descend(double[] x, Point point, double[] step, double slope) {
        double rounding = 0x1p-50 * Math.abs(point.value());
        double t = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double[] to = Vectors.plus(x, t, step);
            Point trial = f.at(to, Need.HESSIAN);
            if (trial.value() <= point.value() - ARMIJO * t * slope + rounding) {
                return new Trial(to, trial);
            }
            t /= 2;
        }
        return null;
    }
}
