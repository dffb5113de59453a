package dev.odds.train;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.objective.Problem;
import dev.odds.objective.VectorSum;

/** Weighted sums of squares of several combinations of columns, in one reading. */
final class Squares {
    private Squares() {}

    /**
     * sum_i w_i (v_k^T x~_i)^2 for each combination v_k.
     *
     * @param combinations K vectors of theta and, where there is one, the bias, one after another
     */
    static double[] of(Problem problem, double[] combinations, int count) {
        return problem.design()
                .sum(problem.response(), () -> new VectorSum(count), new Add(combinations, count))
                .values();
    }

    private record Add(double[] combinations, int count) implements Step<VectorSum> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, VectorSum into) {
            int n = block.examples();
            int stride = combinations.length / count;
            double[] z = new double[count * n];
            block.logits(0, n, combinations, stride, count, z);
            for (int k = 0; k < count; k++) {
                double bias = stride > block.features() ? combinations[(k + 1) * stride - 1] : 0;
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    int at = y.from() + i;
                    double value = z[k * n + i] + bias;
                    sum = Math.fma((y.success()[at] + y.failure()[at]) * value, value, sum);
                }
                into.values()[k] += sum;
            }
        }
    }
}
