package dev.odds.optimize;

/**
 * A step along a direction that decreases F enough and steepens the slope enough (the weak Wolfe conditions), by doubling and
 * bisection: it always ends on a smooth function that is bounded below (after Lewis and Overton, Nonsmooth optimization via
 * quasi-Newton methods, 2013, algorithm 2.6). One reading of the data for each trial; nearly always one trial.
 */
final class LineSearch {
    private static final double DECREASE = 1e-4;
    private static final double STEEPNESS = 0.9;
    private static final int TRIALS = 60;
    /** A change of F by this part may be rounding. */
    private static final double ROUNDING = 0x1p-50;
    /** Logits that are small differences of large terms can make the rounding of F as large as this part of it. */
    private static final double DROWNED = 0x1p-24;

    private LineSearch() {}

    /**
     * How far to go first where nothing is known: to the minimum of the parabola with F's slope and second derivative along the
     * direction; or by 1 at most where the second derivative says nothing. One reading of the data.
     */
    static double first(Point point, double[] direction) {
        double norm = Vectors.norm(direction);
        double[] unit = Vectors.times(1 / norm, direction);
        double[] bent = new double[unit.length];
        point.times(unit, bent);
        double t = -Vectors.dot(point.gradient(), unit) / Vectors.dot(unit, bent) / norm;
        return t > 0 && t < Double.POSITIVE_INFINITY ? t : Math.min(1, 1 / norm);
    }

    /** A step that was taken: t, where it led, and F there. */
    record Step(double t, double[] x, Point point) {}

    /**
     * Whether a step t along a direction brings at least a part {@code good} of what the slope promises. Where the promise
     * drowns in the rounding of F, the slope at the end tells instead, as it would on a parabola (Hager and Zhang, SIAM
     * Journal on Optimization 16, 2005, section 2.1).
     */
    static boolean isGood(Point from, Point to, double[] direction, double t, double good) {
        double slope = Vectors.dot(from.gradient(), direction);
        double change = to.value() - from.value();
        double size = Math.abs(from.value());
        if (change <= good * t * slope + ROUNDING * size) {
            return true;
        }
        boolean drowned = -t * slope <= DROWNED * size && change <= DROWNED * size;
        return drowned && Vectors.dot(to.gradient(), direction) <= (2 * good - 1) * slope;
    }

    /**
     * Searches.
     *
     * @param direction a direction of descent
     * @param t the first trial
     * @return the step, or null where no trial decreases F
     */
    static Step search(Objective f, double[] x, Point point, double[] direction, double t) {
        double slope = Vectors.dot(point.gradient(), direction);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        Step best = null;
        double trial = t;
        for (int count = 0; count < TRIALS; count++) {
            double[] to = Vectors.plus(x, trial, direction);
            Point there = f.at(to, Need.GRADIENT);
            if (!isGood(point, there, direction, trial, DECREASE)) {
                high = trial;
            } else {
                best = new Step(trial, to, there);
                if (Vectors.dot(there.gradient(), direction) >= STEEPNESS * slope) {
                    return best;
                }
                low = trial;
            }
            trial = high < Double.POSITIVE_INFINITY ? (low + high) / 2 : 2 * low;
        }
        return best;
    }
}
