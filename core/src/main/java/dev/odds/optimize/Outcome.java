package dev.odds.optimize;

/**
 * Where a solver stopped, and why.
 *
 * @param x the variables
 * @param point F there, with at least a gradient
 * @param iterations how many steps were taken
 * @param gap the proved bound on F - min F, infinite where there is none
 */
public record Outcome(double[] x, Point point, int iterations, double gap, Reason reason) {}
