package dev.odds.design;

import java.io.Serializable;

/** A sum that can be merged with another: threads, disk and clusters all use this monoid. */
public interface Sum<S> extends Serializable {
    /** Adds {@code other}, the sum over the examples that follow; {@code other} may be spoilt. */
    void merge(S other);

    /** An empty sum as this one was at first, of what merging into it has left over; or null where one is made only as this one was. */
    default S another() {
        return null;
    }

    /** About how many numbers it holds when it is full, where it is made empty without them; a cluster merges large sums in more places. */
    default long numbers() {
        return 0;
    }
}
