package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.kernel.Cholesky;
import dev.odds.optimize.Symmetric;
import java.util.Arrays;

/**
 * An approximate Hessian: over some of the variables, from some of the examples. With k variables and some multiple of k examples its
 * error is a fraction of it in every direction, however many examples there are (Roosta-Khorasani and Mahoney, Mathematical
 * Programming 174, 2019), which is all that a metric needs. One reading for the logits, and k^2 / 2 an example that counts.
 *
 * @param problem whose Hessian
 * @param variables k indices of theta, and d for the bias; increasing
 * @param examples about how many count; all, if that is the number there is
 */
public record Sketch(Problem problem, int[] variables, long examples) {
    /** Of a calibrated model the mean of |A - Y| is twice that of A (1 - A). */
    private static final double CURVATURE = 0.5;

    /**
     * Approximates the Hessian of F.
     *
     * @param x theta and, if there is one, the bias; not modified
     * @param meanResidual of F at x
     */
    public Symmetric at(double[] x, double meanResidual) {
        int d = problem.design().features();
        int k = variables.length;
        int[] place = new int[problem.size()];
        Arrays.fill(place, -1);
        for (int i = 0; i < k; i++) {
            place[variables[i]] = i;
        }
        double weight = problem.response().weight();
        double spacing = examples >= problem.design().examples() ? 0 : CURVATURE * meanResidual * weight / examples;
        double[] packed = problem.design()
                .sum(problem.response(), () -> new SketchSum(d, k, spacing), new Thin(x, place))
                .packed();
        for (int j = 0; j < packed.length; j++) {
            packed[j] /= weight;
        }
        for (int i = 0; i < k; i++) {
            packed[Cholesky.row(i) + i] += variables[i] < d ? problem.penalty().curvature(variables[i]) : 0;
        }
        return new Symmetric(k, packed);
    }

    private record Thin(double[] x, int[] place) implements Step<SketchSum> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, SketchSum into) {
            into.add(block, y, x, place);
        }
    }
}
