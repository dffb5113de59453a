package dev.odds.objective;

/**
 * A dual point r and what it proves.
 *
 * @param gap F - D(r) at the x that it was made of, and so a bound on F - min F; infinite where nothing is proved
 * @param products (X r)_j over W, d numbers; held, not copied
 * @param errors how far these may be from the true ones; held, not copied
 */
public record DualPoint(double gap, double[] products, double[] errors) {}
