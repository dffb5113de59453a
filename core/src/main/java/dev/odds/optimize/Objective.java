package dev.odds.optimize;

/** A smooth convex function F to be minimised. */
public interface Objective {
    /** The number of variables. */
    int size();

    /**
     * Evaluates F in one reading of whatever it sums over.
     *
     * @param x the variables; not modified, and not to be modified while the point is in use
     * @param need what the point must give
     */
    Point at(double[] x, Need need);
}
