package dev.odds.optimize;

/**
 * When a first-order solver asks for its certificate, which costs readings: once the promised decrease is below the goal, and
 * then again only after the promise has halved.
 */
final class Schedule {
    private final Certifier certifier;
    private final Goal goal;
    private double ask;
    private Bound bound = Bound.NONE;

    Schedule(Certifier certifier, Goal goal) {
        this.certifier = certifier;
        this.goal = goal;
        this.ask = goal.gap();
    }

    /** Whether it is time to ask. */
    boolean isDue(double promise) {
        return promise <= ask;
    }

    /** Whether x is proved to be within the goal. */
    boolean isReached(double[] x, Point point, double promise) {
        if (!isDue(promise)) {
            return false;
        }
        ask = promise / 2;
        bound = certifier.attempt(x, point);
        return bound.gap() <= goal.gap();
    }

    /** Whether it was asked for in vain. */
    boolean hasAsked() {
        return bound != Bound.NONE;
    }

    Bound bound() {
        return bound;
    }

    /** The certificate where a solver stops short of the goal. */
    Bound last(double[] x, Point point) {
        bound = certifier.bound(x, point);
        return bound;
    }

    Progress progress(int iteration, Point point) {
        return new Progress(iteration, point.value(), Vectors.norm(point.gradient()), bound.gap());
    }
}
