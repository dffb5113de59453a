package dev.odds.train;

import dev.odds.design.Design;
import dev.odds.objective.Problem;

/**
 * What work on a problem costs, in nanoseconds as measured on two cores with wide vectors: only ratios matter, and they come from
 * the sizes of the data alone, never from the machine at hand.
 *
 * @param reading value and gradient, or a Hessian times a vector
 * @param hessian all examples into a whole Hessian, its reading included
 * @param factor the Cholesky factor of a whole Hessian
 * @param features d
 * @param row the stored entries of an example
 * @param examples n
 * @param dense whether examples are laid out dense
 */
record Cost(
        double reading, double hessian, double factor, double features, double row, double examples, boolean dense) {
    /** Examples that store less are never laid out dense. */
    private static final double DENSITY = 1.0 / 3;
    /** An entry of a dense example waits for memory, one of a sparse example for its place in memory. */
    private static final double DENSE = 0.4;

    private static final double SPARSE = 1.1;
    /** A product of two entries: from registers where dense. */
    private static final double DENSE_PRODUCT = 0.02;

    private static final double SPARSE_PRODUCT = 0.5;
    /** An exponential and a logarithm. */
    private static final double EXAMPLE = 2;
    /** A multiplication in a factorisation, on one thread. */
    private static final double FACTOR = 0.1;

    /** An entry of a column in a derivative and a move. */
    private static final double DENSE_COLUMN = 0.4;

    private static final double SPARSE_COLUMN = 1.25;
    private static final int FEW = 512;
    /** Sweeps over columns that a model takes, each product with its Hessian counted as one. */
    private static final double COLUMN_SWEEPS = 30;
    /** What all sweeps over a Hessian take for each of its entries. */
    private static final double HESSIAN_SWEEPS = 3;
    /** How often the equations of the variables that are not zero are solved, about half of all. */
    private static final double SOLUTIONS = 4;

    static Cost of(Problem problem) {
        Design x = problem.design();
        double n = x.examples();
        double d = problem.size();
        boolean dense = x.stored() >= n * x.features() * DENSITY;
        double row = x.stored() / n + 1;
        double reading = n * (EXAMPLE + row * (dense ? DENSE : SPARSE));
        double products = n * row * row / 2;
        double hessian = reading + products * (dense ? DENSE_PRODUCT : SPARSE_PRODUCT);
        return new Cost(reading, hessian, factor(d), d, row, n, dense);
    }

    /** The Hessian over some features, in readings. */
    double gram(int some) {
        double share = Math.min(1, some / features);
        return 1 + share * share * (hessian - reading) / reading;
    }

    /**
     * Whether a model over k features is made and minimised faster by their columns than by their Hessian, of which all that is known is that
     * an example has no more entries in them than at all. Few features have a small Hessian, which is minimised to rounding.
     */
    boolean suitsColumns(int k) {
        if (k < FEW) {
            return false;
        }
        double entries = dense ? k : Math.min(row, k);
        double products = examples * entries * entries / 2 * (dense ? DENSE_PRODUCT : SPARSE_PRODUCT);
        double hessian = products + SOLUTIONS * factor(Math.min(k / 2.0, examples)) + (double) k * k * HESSIAN_SWEEPS;
        return examples * entries * COLUMN_SWEEPS * (dense ? DENSE_COLUMN : SPARSE_COLUMN) < hessian;
    }

    /** Of a factor of order k. */
    private static double factor(double k) {
        return k * k * k / 6 * FACTOR;
    }

    /** The largest order whose factor costs no more than so many readings. */
    int order(double readings) {
        return (int) StrictMath.cbrt(6 * readings * reading / FACTOR);
    }
}
