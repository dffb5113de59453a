package dev.odds.optimize;

/**
 * Minimises a quadratic model plus a separable function, one variable after another. Rounds: all variables once; then those that are not
 * zero until they hardly move; until a round over all moves hardly anything either (Friedman, Hastie and Tibshirani, Journal of Statistical
 * Software 33, 2010).
 */
final class CoordinateDescent {
    private static final int SWEEPS = 10_000;

    private final Quadratic model;
    private final Separable p;
    private final double[] y;
    private final int[] some;
    private int sweeps;

    /**
     * Of one model.
     *
     * @param y the present value of each of the model's variables; modified
     */
    CoordinateDescent(Quadratic model, Separable p, double[] y) {
        this.model = model;
        this.p = p;
        this.y = y;
        this.some = new int[y.length];
    }

    /**
     * Runs.
     *
     * @param part of what the first sweep gains, that may be left
     * @param least a sweep that gains less is the last
     * @return about what was gained, at least half of it
     */
    double minimise(double part, double least) {
        double first = sweepAll();
        double gained = first;
        double goal = Math.max(part * first, least);
        double change = first;
        while (change > goal && sweeps < SWEEPS) {
            do {
                change = sweepSome();
                gained += change;
            } while (change > goal && sweeps < SWEEPS);
            change = sweepAll();
            gained += change;
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
        int count = 0;
        for (int i = 0; i < y.length; i++) {
            some[count] = i;
            count += y[i] == 0 ? 0 : 1;
        }
        double gain = 0;
        for (int a = 0; a < count; a++) {
            gain += step(some[a]);
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
}
