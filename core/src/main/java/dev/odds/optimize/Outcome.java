package dev.odds.optimize;

/**
 * Where a solver stopped, and why.
 *
 * @param x the variables
 * @param point F there, with at least a gradient
 * @param iterations how many steps were taken
 * @param bound what is proved of F - min F there
 * @param reason why
 */
public record Outcome(double[] x, Point point, int iterations, Bound bound, Reason reason) {}
