package dev.odds.optimize;

/**
 * When to stop.
 *
 * @param gap a bound on F - min F that is good enough
 * @param iterations the most iterations
 */
public record Goal(double gap, int iterations) {}
