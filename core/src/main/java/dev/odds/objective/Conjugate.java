package dev.odds.objective;

import dev.odds.optimize.Separable;

/**
 * The conjugate of each part of a separable p: p_j*(y) = sup over t of y t - p_j(t). With e = |y| - slope_j and B how far t may go in the
 * direction of y, it is 0 for e of at most 0, else e^2 / (2 curvature_j) where the top, t = e / curvature_j, is within B, else that of
 * t = B.
 */
final class Conjugate {
    private Conjugate() {}

    /** p_j*(y); infinite where y t outgrows p_j. */
    static double of(Separable p, int j, double y) {
        double excess = Math.abs(y) - p.slope()[j];
        double most = reach(p, j, y);
        if (!(excess > 0) || most == 0) {
            return 0;
        }
        double curvature = p.curvature()[j];
        return excess / curvature <= most ? excess * excess / (2 * curvature) : most * (excess - curvature / 2 * most);
    }

    /** The largest of p_j* over numbers no further than {@code error} from y: it is convex, so that it is at an end. */
    static double near(Separable p, int j, double y, double error) {
        return Math.max(of(p, j, y - error), of(p, j, y + error));
    }

    /** By how much |y| exceeds what costs nothing, as a quotient of at least 1, for the worst y no further than {@code error}. */
    static double excess(Separable p, int j, double y, double error) {
        double up = reach(p, j, 1) == 0 ? 0 : y + error;
        double down = reach(p, j, -1) == 0 ? 0 : error - y;
        double most = Math.max(up, down);
        return most > p.slope()[j] ? most / p.slope()[j] : 1;
    }

    private static double reach(Separable p, int j, double y) {
        if (p.box() == null) {
            return Double.POSITIVE_INFINITY;
        }
        return y > 0 ? p.box().upper()[j] : -p.box().lower()[j];
    }
}
