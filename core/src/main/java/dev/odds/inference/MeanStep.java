package dev.odds.inference;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.kernel.Lanes;
import dev.odds.objective.Problem;
import dev.odds.objective.VectorSum;

/** Adds w x and, at d, w times the offset. */
record MeanStep() implements Step<VectorSum> {
    private static final long serialVersionUID = 1L;

    /** The weighted means of the stored features, and of the offset; d + 1 numbers. */
    static double[] of(Problem problem) {
        int d = problem.design().features();
        double[] means = problem.design()
                .sum(problem.response(), () -> new VectorSum(d + 1), new MeanStep())
                .values();
        for (int j = 0; j <= d; j++) {
            means[j] /= problem.response().weight();
        }
        return means;
    }

    @Override
    public void add(Block block, Slice y, VectorSum into) {
        int d = block.features();
        int n = block.examples();
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            w[i] = y.success()[y.from() + i] + y.failure()[y.from() + i];
        }
        block.accumulate(0, n, w, 1, into.values(), 0, d);
        if (y.offset() != null) {
            into.values()[d] += Lanes.dot(w, 0, y.offset(), y.from(), n);
        }
    }
}
