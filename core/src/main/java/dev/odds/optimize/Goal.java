package dev.odds.optimize;

/**
 * When to stop.
 *
 * @param gap a bound on F - min F that is good enough
 * @param fine one more step of a method that squares the error with each is worth its cost where the bound is above this
 * @param iterations the most iterations
 */
public record Goal(double gap, double fine, int iterations) {}
