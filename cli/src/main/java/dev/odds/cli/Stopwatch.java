package dev.odds.cli;

/** Time since it was made. */
final class Stopwatch {
    private static final double NANOSECOND = 1e-9;

    private final long start = System.nanoTime();

    double seconds() {
        return (System.nanoTime() - start) * NANOSECOND;
    }
}
