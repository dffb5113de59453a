package dev.odds.optimize;

/**
 * Newton's method for refits: from a start that is near, over variables whose matrix has an inverse, to a decrement. Where an
 * objective gives the expected second derivatives in place of its Hessian it is Fisher's scoring. Nothing is proved of the end; {@link
 * Newton} proves.
 *
 * <p>A step costs one reading with {@link Need#HESSIAN} and a factorisation, O(k^3 / 3); one that overshoots is halved by readings of
 * the value alone.
 */
public final class Scoring {
    /** A step must bring this part of what the slope promises. On a parabola the full step brings half. */
    private static final double GOOD = 0.1;
    /** The slope after a full step, over the one before it, from which the step was much too long. */
    private static final double STEEP = 0.5;

    private static final int HALVINGS = 40;

    private Scoring() {}

    /**
     * Where it ended.
     *
     * @param x the variables
     * @param point F there, with what stands for its Hessian H
     * @param step H^-1 times minus the gradient: what is missing to the minimum, near it
     * @param decrement nu^2 = g^T H^-1 g, near a minimum twice F - min F
     * @param steps how many were taken
     * @param reason {@link Reason#CONVERGED}, {@link Reason#ITERATIONS} or {@link Reason#PRECISION}
     */
    public record Minimum(double[] x, Point point, double[] step, double decrement, int steps, Reason reason) {
        /** Whether the decrement is as small as was asked for. */
        public boolean isConverged() {
            return reason == Reason.CONVERGED;
        }
    }

    /**
     * Minimises.
     *
     * @param start not modified
     * @param decrement the squared decrement nu^2 at which to stop
     * @param steps the most steps
     */
    public static Minimum minimise(Objective f, double[] start, double decrement, int steps) {
        double[] x = start;
        Point point = f.at(x, Need.HESSIAN);
        for (int taken = 0; ; taken++) {
            double[] step = Newton.direction(point);
            double nu2 = -Vectors.dot(point.gradient(), step);
            if (nu2 <= decrement || taken == steps) {
                Reason reason = nu2 <= decrement ? Reason.CONVERGED : Reason.ITERATIONS;
                return new Minimum(x, point, step, nu2, taken, reason);
            }
            Trial next = descend(f, x, point, step, nu2);
            if (next == null) {
                return new Minimum(x, point, step, nu2, taken, Reason.PRECISION);
            }
            x = next.x;
            point = next.point;
        }
    }

    /**
     * The full step, or, where the function rises steeply at its end, the step to where the slope would be 0 on a straight line: a Hessian
     * that lacks half of the curvature would make every step twice too long, and the steps swing from side to side.
     */
    private static Trial shortened(Objective f, double[] x, Trial full, double[] step, double nu2) {
        double slope = Vectors.dot(full.point.gradient(), step);
        if (!(slope > STEEP * nu2)) {
            return full;
        }
        double[] to = Vectors.plus(x, nu2 / (nu2 + slope), step);
        Point there = f.at(to, Need.HESSIAN);
        return there.value() < full.point.value() ? new Trial(to, there) : full;
    }

    private record Trial(double[] x, Point point) {}

    /** The longest of the steps 1, 1/2, 1/4, ... that brings enough; null where none does. */
    private static Trial descend(Objective f, double[] x, Point point, double[] step, double nu2) {
        double[] full = Vectors.plus(x, 1, step);
        Point there = f.at(full, Need.HESSIAN);
        if (LineSearch.isGood(point, there, step, 1, GOOD)) {
            return shortened(f, x, new Trial(full, there), step, nu2);
        }
        double t = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            t /= 2;
            double[] to = Vectors.plus(x, t, step);
            if (f.at(to, Need.VALUE).value() <= point.value() - GOOD * t * nu2) {
                return new Trial(to, f.at(to, Need.HESSIAN));
            }
        }
        return null;
    }
}
