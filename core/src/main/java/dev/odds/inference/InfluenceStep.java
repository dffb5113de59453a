package dev.odds.inference;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.kernel.LogisticLoss;
import dev.odds.kernel.LogisticMath;

/**
 * Tells of each example the probability, score, curvature, deviance residual and leverage.
 *
 * @param x theta and bias; not modified
 * @param root the rows of L^-1 as {@link Information#root} has them; not modified
 */
record InfluenceStep(double[] x, double[][] root) implements Step<Gathered> {
    /** How many numbers. */
    static final int COLUMNS = 5;

    private static final int TOGETHER = 64;
    /** Numbers of dense examples that stay in a cache of the second level. */
    private static final int CELLS = 1 << 15;

    private static final long serialVersionUID = 1L;

    static InfluenceStep of(Information information) {
        return new InfluenceStep(information.x(), information.root(TOGETHER));
    }

    @Override
    public void add(Block block, Slice y, Gathered into) {
        int n = block.examples();
        double[] z = Logits.of(block, y, x);
        double[] spread = spread(block);
        double[][] columns = new double[COLUMNS][n];
        for (int i = 0; i < n; i++) {
            double success = y.success()[y.from() + i];
            double failure = y.failure()[y.from() + i];
            double e = LogisticMath.decay(z[i]);
            columns[0][i] = LogisticMath.sigmoid(z[i], e);
            columns[1][i] = 0 - LogisticLoss.residual(z[i], e, success, failure);
            columns[2][i] = LogisticLoss.curvature(e, success, failure);
            columns[3][i] = Influence.deviance(z[i], e, success, failure);
            columns[4][i] = columns[2][i] * spread[i];
        }
        into.add(y.from(), columns);
    }

    /** x~^T (L L^T)^-1 x~ = |L^-1 x~|^2 of each example, some at a time, so that they stay in cache for all rows of L^-1. */
    private double[] spread(Block block) {
        int n = block.examples();
        int run = Math.max(16, Math.min(n, CELLS / block.features()));
        double[] spread = new double[n];
        double[] z = new double[TOGETHER * run];
        for (double[] rows : root) {
            for (int from = 0; from < n; from += run) {
                spread(block, rows, from, Math.min(from + run, n), z, spread);
            }
        }
        return spread;
    }

    private static void spread(Block block, double[] rows, int from, int to, double[] z, double[] spread) {
        int stride = block.features() + 1;
        int outputs = rows.length / stride;
        int count = to - from;
        block.logits(from, to, rows, stride, outputs, z);
        for (int k = 0; k < outputs; k++) {
            double bias = rows[(k + 1) * stride - 1];
            for (int i = 0; i < count; i++) {
                double u = z[k * count + i] + bias;
                spread[from + i] = Math.fma(u, u, spread[from + i]);
            }
        }
    }
}
