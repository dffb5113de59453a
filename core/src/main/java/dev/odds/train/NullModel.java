package dev.odds.train;

import dev.odds.design.Block;
import dev.odds.design.Response;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.kernel.Lanes;
import dev.odds.objective.LogisticLoss;
import dev.odds.objective.Problem;
import dev.odds.objective.VectorSum;

/**
 * The fit of the bias alone, the measure of every other.
 *
 * @param bias the optimal bias; 0 where there is none
 * @param loss the mean loss there
 */
record NullModel(double bias, double loss) {
    private static final int STEPS = 60;

    /** Without offsets in closed form; with them by Newton's method on one variable, a reading of the response a step. */
    static NullModel of(Problem problem) {
        Response y = problem.response();
        double bias = problem.bias() ? StrictMath.log(y.successes()) - StrictMath.log(y.failures()) : 0;
        double[] sums = sums(problem, bias);
        for (int step = 0; problem.bias() && y.hasOffset() && step < STEPS; step++) {
            double move = Math.max(-4, Math.min(4, -sums[1] / sums[2]));
            double[] next = sums(problem, bias + move);
            if (!(next[0] <= sums[0]) || move == 0) {
                break;
            }
            bias += move;
            sums = next;
        }
        return new NullModel(bias, sums[0] / y.weight());
    }

    private static double[] sums(Problem problem, double bias) {
        return problem.design()
                .sum(problem.response(), () -> new VectorSum(3), new At(bias))
                .values();
    }

    /** Adds loss, gradient and curvature by the bias. */
    private record At(double bias) implements Step<VectorSum> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, VectorSum into) {
            int n = block.examples();
            double[] z = new double[n];
            double[] curvature = new double[n];
            double[] lanes = new double[LogisticLoss.LANES];
            for (int i = 0; i < n; i++) {
                z[i] = y.offset() == null ? bias : bias + y.offset()[y.from() + i];
            }
            LogisticLoss.tile(z, y, 0, n, z, curvature, lanes);
            into.values()[0] += Lanes.fold(lanes);
            into.values()[1] += Lanes.sum(z, 0, n);
            into.values()[2] += Lanes.sum(curvature, 0, n);
        }
    }
}
