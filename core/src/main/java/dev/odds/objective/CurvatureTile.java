package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.kernel.Tile;
import dev.odds.kernel.Workspace;

/** Where the second derivatives of the loss by the logits of one block after another are computed; for one thread at a time. */
final class CurvatureTile {
    private final Workspace space = new Workspace();
    private Tile tile = Tile.of(0);
    private double[] curvature = {};

    /**
     * w A (1 - A) of the examples of a block.
     *
     * @param x theta and, if there is one, the bias; not modified
     * @return one number for each example at least, overwritten by the next call
     */
    double[] of(Block block, Slice y, double[] x) {
        int n = block.examples();
        int d = block.features();
        if (curvature.length < n) {
            tile = Tile.of(n);
            curvature = new double[n];
        }
        double[] z = tile.z();
        block.logits(0, n, x, x.length, 1, z, space);
        double bias = x.length > d ? x[d] : 0;
        for (int i = 0; i < n; i++) {
            z[i] += y.offset() == null ? bias : bias + y.offset()[y.from() + i];
        }
        block.body().loops().tile(tile, y.success(), y.failure(), y.from(), n, curvature, 0);
        return curvature;
    }
}
