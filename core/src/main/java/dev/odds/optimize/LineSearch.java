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

    private LineSearch() {}

    /** A step that was taken: t, where it led, and F there. */
    record Step(double t, double[] x, Point point) {}

    /**
     * Searches.
     *
     * @param direction a direction of descent
     * @param t the first trial
     * @return the step, or null where no trial decreases F
     */
    static Step search(Objective f, double[] x, Point point, double[] direction, double t) {
        double slope = Vectors.dot(point.gradient(), direction);
        double rounding = 0x1p-50 * Math.abs(point.value());
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        Step best = null;
        double trial = t;
        for (int count = 0; count < TRIALS; count++) {
            double[] to = Vectors.plus(x, trial, direction);
            Point there = f.at(to, Need.GRADIENT);
            if (!(there.value() <= point.value() + DECREASE * trial * slope + rounding)) {
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
