package dev.odds.objective;

/** Sums that nobody needs any more, for others to write over; safe for threads. A list through the sums themselves makes nothing. */
final class Spent {
    private LossSum first;

    /** Leaves a sum. */
    synchronized void add(LossSum sum) {
        sum.next = first;
        first = sum;
    }

    /** Takes a sum, null where there is none. */
    synchronized LossSum poll() {
        LossSum taken = first;
        if (taken != null) {
            first = taken.next;
            taken.next = null;
        }
        return taken;
    }
}
