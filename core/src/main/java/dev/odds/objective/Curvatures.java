package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.kernel.Tile;

/** The second derivatives of the loss by the logits, and of F by each variable alone. */
public final class Curvatures {
    private Curvatures() {}

    /** w A (1 - A) of the examples of a block at x; a new array. */
    static double[] of(Block block, Slice y, double[] x) {
        int n = block.examples();
        int d = block.features();
        Tile tile = Tile.of(n);
        double[] z = tile.z();
        double[] curvature = new double[n];
        block.logits(0, n, x, x.length, 1, z);
        double bias = x.length > d ? x[d] : 0;
        for (int i = 0; i < n; i++) {
            z[i] += y.offset() == null ? bias : bias + y.offset()[y.from() + i];
        }
        block.body().loops().tile(tile, y.success(), y.failure(), y.from(), n, curvature, 0);
        return curvature;
    }

    /**
     * The diagonal of the Hessian of F, in one reading.
     *
     * @param x theta and, if there is one, the bias; not modified
     */
    public static double[] diagonal(Problem problem, double[] x) {
        double[] diagonal = problem.design()
                .sum(problem.response(), () -> new DiagonalSum(x.length), new DiagonalSum.At(x))
                .values();
        for (int j = 0; j < x.length; j++) {
            diagonal[j] /= problem.response().weight();
        }
        for (int j = 0; j < problem.design().features(); j++) {
            diagonal[j] += problem.penalty().curvature(j);
        }
        return diagonal;
    }
}
