package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.kernel.Lanes;

/**
 * Adds X~ diag(c) X~^T v of a block: the Hessian of the loss times v, without the Hessian. The weights of label 1 are the
 * curvatures c = w A (1 - A).
 *
 * @param v the vector, its last element for the bias if there is one; not modified
 */
record ProductStep(double[] v) implements Step<VectorSum> {
    private static final long serialVersionUID = 1L;

    @Override
    public void add(Block block, Slice y, VectorSum into) {
        int d = block.features();
        int n = block.examples();
        double[] u = new double[n];
        block.logits(0, n, v, v.length, 1, u);
        double shift = v.length > d ? v[d] : 0;
        for (int i = 0; i < n; i++) {
            u[i] = y.success()[y.from() + i] * (u[i] + shift);
        }
        block.accumulate(0, n, u, 1, into.values(), 0, v.length);
        if (v.length > d) {
            into.values()[d] += Lanes.sum(u, 0, n);
        }
    }
}
