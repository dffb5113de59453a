package dev.odds.optimize;

/**
 * What is proved of F - min F at a point.
 *
 * @param kind how
 * @param gap an upper bound, infinite where none can be given
 */
public record Bound(Certificate.Kind kind, double gap) {
    /** No bound. */
    public static final Bound NONE = new Bound(Certificate.Kind.GRADIENT, Double.POSITIVE_INFINITY);

    /** Whether there is one. */
    public boolean isFinite() {
        return gap < Double.POSITIVE_INFINITY;
    }

    /** The smaller of two. */
    public Bound or(Bound other) {
        return other.gap < gap ? other : this;
    }
}
