package dev.odds.optimize;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Minimises a quadratic model plus a separable function, one variable after another. Rounds: all variables once; then those that are not
 * zero until they hardly move; until a round over all moves hardly anything either (Friedman, Hastie and Tibshirani, Journal of Statistical
 * Software 33, 2010). Where that takes long, the variables that are not zero go to where their derivatives are, all at once, or as far as
 * signs and bounds stand: so that it ends, exactly, on ill-conditioned models too.
 */
final class CoordinateDescent {
    private static final int SWEEPS = 10_000;
    /** A second derivative below this part of its terms is rounding. */
    private static final double FLAT = 0x1p-44;

    private final Quadratic model;
    private final Separable p;
    private final double[] y;
    private int sweeps;
    /** Sweeps between two solutions of the equations; twice as many after each that did not help. */
    private int patience;

    /**
     * Of one model.
     *
     * @param y the present value of each of the model's variables; modified
     */
    CoordinateDescent(Quadratic model, Separable p, double[] y) {
        this.model = model;
        this.p = p;
        this.y = y;
        this.patience = model.patience();
    }

    /**
     * Runs.
     *
     * @param rest what a last sweep may gain, from what the first one gains
     * @return about what was gained
     */
    double minimise(DoubleUnaryOperator rest) {
        double gained = sweepAll();
        double goal = rest.applyAsDouble(gained);
        double change = gained;
        while (change > goal && sweeps < SWEEPS) {
            gained += settle(goal);
            change = sweepAll();
            gained += change;
        }
        return gained;
    }

    /** Sweeps over the variables that are not zero, until they hardly move. */
    private double settle(double goal) {
        double gained = 0;
        double change = Double.POSITIVE_INFINITY;
        for (int sweep = 1; change > goal && sweeps < SWEEPS; sweep++) {
            change = sweepSome();
            gained += change;
            if (change > goal && sweep % patience == 0) {
                patience *= jump() ? 1 : 2;
            }
        }
        return gained;
    }

    private double sweepAll() {
        sweeps++;
        double gain = 0;
        for (int i = 0; i < y.length; i++) {
            gain += step(i);
        }
        return gain;
    }

    private double sweepSome() {
        sweeps++;
        double gain = 0;
        for (int i = 0; i < y.length; i++) {
            gain += y[i] == 0 ? 0 : step(i);
        }
        return gain;
    }

    /** Moves the i-th variable to its minimum; what that gains at least. */
    private double step(int i) {
        int j = model.variables()[i];
        double second = model.second(i);
        double whole = second + p.curvature()[j];
        if (whole == 0) {
            return 0;
        }
        double t = p.minimiser(j, y[i], model.derivative(i), second);
        double by = t - y[i];
        if (by == 0) {
            return 0;
        }
        model.move(i, by);
        y[i] = t;
        return whole * by * by / 2;
    }

    /**
     * Goes to the minimum over the variables that are not zero with their signs, or to the first that would change its sign. Where columns
     * depend on each other it goes along what the loss does not see, down the penalty, until one of them is zero: that leaves columns that do not.
     */
    private boolean jump() {
        int[] some = moving();
        double[] down = new double[some.length];
        double[] added = new double[some.length];
        for (int a = 0; a < some.length; a++) {
            int j = model.variables()[some[a]];
            double t = y[some[a]];
            added[a] = p.curvature()[j];
            down[a] = -(Math.fma(added[a], t, model.derivative(some[a])) + Math.copySign(p.slope()[j], t));
        }
        Quadratic.Way way = model.way(some, down.clone(), added);
        if (way == null) {
            return false;
        }
        if (!way.flat()) {
            return go(some, way.step(), 1);
        }
        double slope = Vectors.dot(down, way.step());
        double terms = 0;
        for (int a = 0; a < some.length; a++) {
            terms = Math.fma(way.step()[a] * way.step()[a], model.second(some[a]) + added[a], terms);
        }
        boolean level = slope == 0 || way.second() <= FLAT * terms;
        double most = level ? Double.POSITIVE_INFINITY : Math.abs(slope) / way.second();
        return go(some, Vectors.times(slope < 0 ? -1 : 1, way.step()), most);
    }

    /** Goes so many steps, or until the first of the variables meets zero or a bound. */
    private boolean go(int[] some, double[] step, double most) {
        double part = most;
        int first = -1;
        for (int a = 0; a < some.length; a++) {
            double far = reach(model.variables()[some[a]], y[some[a]], step[a]);
            if (far < part) {
                part = far;
                first = a;
            }
        }
        for (int a = 0; a < some.length && part < Double.POSITIVE_INFINITY; a++) {
            int i = some[a];
            double t = a == first ? end(model.variables()[i], y[i], step[a]) : Math.fma(part, step[a], y[i]);
            model.move(i, t - y[i]);
            y[i] = t;
        }
        return part < Double.POSITIVE_INFINITY;
    }

    private int[] moving() {
        int[] some = new int[y.length];
        int count = 0;
        for (int i = 0; i < y.length; i++) {
            int j = model.variables()[i];
            boolean atBound = p.box() != null
                    && (y[i] == p.box().lower()[j] || y[i] == p.box().upper()[j]);
            some[count] = i;
            count += y[i] == 0 || atBound ? 0 : 1;
        }
        return Arrays.copyOf(some, count);
    }

    /** The part of a step after which a variable is at zero or a bound. */
    private double reach(int j, double t, double step) {
        double end = end(j, t, step);
        return step == 0 || Double.isInfinite(end) ? Double.POSITIVE_INFINITY : (end - t) / step;
    }

    /** Zero or the bound to which a step leads; infinite where it leads to neither. */
    private double end(int j, double t, double step) {
        if (p.slope()[j] > 0 && (t > 0) != (step > 0)) {
            return 0;
        }
        if (p.box() == null) {
            return Math.copySign(Double.POSITIVE_INFINITY, step);
        }
        return step > 0 ? p.box().upper()[j] : p.box().lower()[j];
    }
}
