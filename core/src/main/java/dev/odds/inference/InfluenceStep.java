package dev.odds.inference;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.kernel.LogisticLoss;
import dev.odds.kernel.LogisticMath;
import dev.odds.objective.Lengths;

/**
 * Tells of each example the probability, score, curvature, deviance residual and leverage.
 *
 * @param x theta and bias; not modified
 * @param lengths x~^T I^-1 x~, I the information
 */
record InfluenceStep(double[] x, Lengths lengths) implements Step<Gathered> {
    /** How many numbers. */
    static final int COLUMNS = 5;

    private static final long serialVersionUID = 1L;

    static InfluenceStep of(Information information) {
        return new InfluenceStep(
                information.x(),
                Lengths.of(
                        information.factor(),
                        information.kept(),
                        information.problem().design().features()));
    }

    @Override
    public void add(Block block, Slice y, Gathered into) {
        int n = block.examples();
        double[] z = Logits.of(block, y, x);
        double[] spread = lengths.of(block);
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
}
