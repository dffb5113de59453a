package dev.odds.optimize;

import java.util.Arrays;

/**
 * Minimises over a working set at a time, from a loss of its own that is cheap to evaluate, and looks at all variables only where that minimum
 * is: for problems of far more variables than matter (Johnson and Guestrin, ICML 2015; Massias, Gramfort and Salmon, ICML 2018). Where the bound
 * over all of them is not good enough, the set takes in those that would move, and its minimum is to be closer.
 */
public final class Restricted implements Minimiser {
    /** The part of the goal to which the first minimum over a set is found, and how much closer each further one is. */
    private static final double PART = 0.9;

    private static final double CLOSER = 0.01;
    /** As often it is worth a try where nothing moves. */
    private static final int ROUNDS = 5;
    /** The part of the slope that a derivative reaches to be in the first set: lambda falls by less from point to point of a path. */
    private static final double NEAR = 0.9;
    /** Rounding of F. */
    private static final double ROUNDING = 0x1p-48;

    private final Objective loss;
    private final Parts parts;
    private final Monitor monitor;
    private double[] x;
    private Point point;
    /** Where the last minimum began, or null. */
    private double[] before;

    /** From x, which is not modified, where the loss is {@code point}, with a gradient. */
    public Restricted(Objective loss, Parts parts, double[] x, Point point, Monitor monitor) {
        this.loss = loss;
        this.parts = parts;
        this.x = x;
        this.point = point;
        this.monitor = monitor;
    }

    @Override
    public Outcome minimise(Separable p, Certifier certifier, Goal goal) {
        int iterations = 0;
        double[] ahead = ahead(p);
        before = x;
        double near = PART * goal.gap();
        for (int round = 1; ; round++) {
            int[] set = WorkingSet.of(p, x, point.gradient(), NEAR);
            Outcome inner = over(set, p, new Goal(near, near, goal.iterations() - iterations), iterations, ahead);
            ahead = null;
            near *= CLOSER;
            iterations += Math.max(1, inner.iterations());
            boolean moved = follow(set, inner, p);
            Penalised here = Penalised.of(point, p, x);
            if (inner.reason() == Reason.CANCELLED) {
                return new Outcome(x, here, iterations, Bound.NONE, Reason.CANCELLED);
            }
            Bound bound = certifier.attempt(x, here);
            if (bound.gap() <= goal.gap()) {
                return new Outcome(x, here, iterations, bound, Reason.CONVERGED);
            }
            boolean stuck = !moved && (inner.reason() != Reason.CONVERGED || round >= ROUNDS);
            if (stuck || iterations >= goal.iterations()) {
                Bound last = certifier.bound(x, here);
                Reason reason = stuck ? Reason.PRECISION : Reason.ITERATIONS;
                return new Outcome(x, here, iterations, last, last.gap() <= goal.gap() ? Reason.CONVERGED : reason);
            }
        }
    }

    /** As far again as the last minimum was from the one before, no sign changing. */
    private double[] ahead(Separable p) {
        if (before == null) {
            return null;
        }
        double[] ahead = new double[x.length];
        for (int j = 0; j < p.size(); j++) {
            double t = x[j] == 0 ? 0 : x[j] + (x[j] - before[j]);
            if (t * x[j] > 0) {
                ahead[j] = p.box() == null ? t : p.box().nearest(j, t);
            }
        }
        for (int j = p.size(); j < x.length; j++) {
            ahead[j] = x[j] + (x[j] - before[j]);
        }
        return ahead;
    }

    /**
     * The minimum over a set, the others at 0.
     *
     * @param done iterations before
     * @param ahead where to start if F is less there, or null
     */
    private Outcome over(int[] set, Separable p, Goal goal, int done, double[] ahead) {
        Separable some = p.over(set);
        Part part = parts.over(set, some);
        double[] from = Vectors.select(x, set, p.size());
        Point start = new Some(point, Vectors.select(point.gradient(), set, p.size()));
        if (ahead != null) {
            double[] there = Vectors.select(ahead, set, p.size());
            Point other = part.loss().at(there, Need.GRADIENT);
            boolean less = other.value() + some.value(there) < start.value() + some.value(from);
            from = less ? there : from;
            start = less ? other : start;
        }
        return new ProximalNewton(part.loss(), part.models(), from, start, after(done))
                .minimise(some, part.certifier(), goal);
    }

    private Monitor after(int done) {
        return progress -> monitor.proceed(progress.after(done));
    }

    /** Goes to a minimum over a set, unless F is larger there; whether it did. */
    private boolean follow(int[] set, Outcome inner, Separable p) {
        double[] next = new double[x.length];
        for (int i = 0; i < set.length; i++) {
            next[set[i]] = inner.x()[i];
        }
        System.arraycopy(inner.x(), set.length, next, p.size(), x.length - p.size());
        if (Arrays.equals(next, x)) {
            return false;
        }
        double value = point.value() + p.value(x);
        Point there = loss.at(next, Need.GRADIENT);
        if (there.value() + p.value(next) > value + ROUNDING * Math.abs(value)) {
            return false;
        }
        x = next;
        point = there;
        return true;
    }

    @Override
    public Point point() {
        return point;
    }

    /** A point of the whole by some of its variables. */
    private record Some(Point whole, double[] gradient) implements FirstOrder {
        @Override
        public double value() {
            return whole.value();
        }

        @Override
        public double meanResidual() {
            return whole.meanResidual();
        }

        @Override
        public double pearson() {
            return whole.pearson();
        }
    }
}
