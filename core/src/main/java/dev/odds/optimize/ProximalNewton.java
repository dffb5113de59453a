package dev.odds.optimize;

import java.util.Arrays;

/**
 * Minimises a loss plus a separable function: a step goes to the minimum of a quadratic model plus that function, found by coordinate descent
 * over a working set, and is cut until F falls enough (Lee, Sun and Saunders, SIAM Journal on Optimization 24, 2014; Yuan, Ho and Lin,
 * Journal of Machine Learning Research 13, 2012). So it cannot get stuck where steps of full length overshoot.
 *
 * <p>A model is kept for steps, and for other separable functions, as long as it is cheaper to take more steps than to make another: the
 * derivatives are always those of the point at hand, so that an old Hessian costs speed, never truth.
 */
public final class ProximalNewton implements Minimiser {
    /** Of the descent that the gradient promises. */
    private static final double ENOUGH = 0.01;

    /** Each divides the way by twice as much as the one before: where the loss is all but flat, models lead astronomically far. */
    private static final int CUTS = 45;
    /** What a step need not gain, of the goal. */
    private static final double LITTLE = 1e-3;

    /** The square of rounding, generously: of F, what coordinate descent cannot gain. */
    private static final double SQUARE = 0x1p-90;
    /** An old model that leaves more of the gain than this is renewed. */
    private static final double SLOW = 0.3;
    /** A last gain, or a first bound, of more than this part of F tells that a minimum is far. */
    private static final double FAR = 0.05;
    /** Rounding of F. */
    private static final double ROUNDING = 0x1p-48;

    private final Objective loss;
    private final Models models;
    private final Monitor monitor;

    private Separable p;
    private double[] x;
    private Point point;
    private Quadratic model;
    /** The x of the model. */
    private double[] center;
    /** What the last step gained by the model, NaN before the first, and the part of the gain before that it was. */
    private double gain;

    private double rate;
    /** Steps to the present minimum. */
    private int taken;

    private boolean rough;

    /** From x, which is not modified, where the loss is {@code point}, with a gradient. */
    public ProximalNewton(Objective loss, Models models, double[] x, Point point, Monitor monitor) {
        this.loss = loss;
        this.models = models;
        this.x = x;
        this.point = point;
        this.monitor = monitor;
    }

    @Override
    public Outcome minimise(Separable with, Certifier certifier, Goal goal) {
        p = with;
        gain = Double.NaN;
        rate = Double.NaN;
        for (int iteration = 0; ; iteration++) {
            taken = iteration;
            Penalised here = Penalised.of(point, p, x);
            Bound bound = certifier.attempt(x, here);
            if (bound.gap() <= goal.gap()) {
                return new Outcome(x, here, iteration, bound, Reason.CONVERGED);
            }
            if (iteration >= goal.iterations()) {
                return ended(here, certifier, goal, iteration, Reason.ITERATIONS);
            }
            double far = Double.isNaN(gain) && bound.isFinite() ? bound.gap() : gain;
            if (!step(here, goal, far > FAR * here.value())) {
                return ended(here, certifier, goal, iteration, Reason.PRECISION);
            }
            Penalised there = Penalised.of(point, p, x);
            if (!monitor.proceed(new Progress(iteration + 1, there.value(), Math.sqrt(2 * gain), bound.gap()))) {
                return new Outcome(x, there, iteration + 1, Bound.NONE, Reason.CANCELLED);
            }
        }
    }

    private Outcome ended(Penalised here, Certifier certifier, Goal goal, int iteration, Reason reason) {
        Bound bound = certifier.bound(x, here);
        return new Outcome(x, here, iteration, bound, bound.gap() <= goal.gap() ? Reason.CONVERGED : reason);
    }

    /**
     * Whether a step was found.
     *
     * @param far whether the minimum is so far that a rough model does
     */
    private boolean step(Penalised here, Goal goal, boolean far) {
        int[] variables = WorkingSet.of(p, x, point.gradient(), WorkingSet.NEAR);
        if (model == null || rough || isLacking(variables) || isSlow(goal)) {
            renew(variables, far);
        }
        if (descend(here, goal)) {
            return true;
        }
        if (center == x && !rough) {
            return false;
        }
        renew(variables, false);
        return descend(here, goal);
    }

    private void renew(int[] variables, boolean far) {
        model = far ? models.roughly(x, variables) : models.at(x, variables);
        rough = far;
        center = x;
        rate = Double.NaN;
    }

    /** Whether a variable that has to move is not in the model. */
    private boolean isLacking(int[] variables) {
        double[] g = point.gradient();
        for (int j : variables) {
            if (p.residual(j, x[j], g[j]) != 0 && Arrays.binarySearch(model.variables(), j) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a new model and a step or two are cheaper than the steps that the old one still needs. */
    private boolean isSlow(Goal goal) {
        double cost = models.cost(model.variables().length);
        if (center == x || (Double.isNaN(rate) && cost > 0)) {
            return false;
        }
        double left = gain * rate / (LITTLE * goal.gap());
        double steps = left <= 1 ? 0 : StrictMath.log(left) / -StrictMath.log(Math.min(rate, 0.999));
        return cost == 0 || rate > SLOW || steps > cost + 2;
    }

    private boolean descend(Penalised here, Goal goal) {
        model.reset(point.gradient());
        int[] variables = model.variables();
        double[] y = new double[variables.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = x[variables[i]];
        }
        double last = gain;
        double least = SQUARE * here.value();
        gain = new CoordinateDescent(model, p, y)
                .minimise(first -> Math.max(model.rest(first, goal.gap(), taken), least));
        double[] target = x.clone();
        for (int i = 0; i < y.length; i++) {
            target[variables[i]] = y[i];
        }
        if (x.length > p.size()) {
            target[p.size()] += model.bias();
            gain += Math.abs(model.bias() * point.gradient()[p.size()]) / 2;
        }
        rate = Double.isNaN(last) || center == x ? rate : gain / last;
        return gain > least && search(here, target);
    }

    /** Goes to the target, or cuts the way until F falls enough. */
    private boolean search(Penalised here, double[] target) {
        double value = here.value();
        double slack = ROUNDING * Math.abs(value);
        double[] next = target;
        for (int cut = 1; cut <= CUTS && !Arrays.equals(next, x); cut++) {
            Point there = loss.at(next, Need.GRADIENT);
            if (there.value() + p.value(next) <= value + ENOUGH * promised(next) + slack) {
                x = next;
                point = there;
                return true;
            }
            if (center != x) {
                return false;
            }
            next = nearer(next, cut);
        }
        return false;
    }

    /** A 2^cut-th of the way. */
    private double[] nearer(double[] next, int cut) {
        double[] nearer = new double[x.length];
        for (int j = 0; j < nearer.length; j++) {
            nearer[j] = x[j] + Math.scalb(next[j] - x[j], -cut);
        }
        return nearer;
    }

    /** The loss to first order, and p. */
    private double promised(double[] next) {
        double along = 0;
        for (int j = 0; j < next.length; j++) {
            along = Math.fma(point.gradient()[j], next[j] - x[j], along);
        }
        return along + (p.value(next) - p.value(x));
    }

    @Override
    public Point point() {
        return point;
    }
}
