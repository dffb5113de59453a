package dev.odds.objective;

import dev.odds.kernel.Cholesky;
import dev.odds.optimize.Symmetric;
import java.util.Arrays;

/**
 * The Hessian of what is smooth of F over some features and the bias.
 *
 * @param variables increasing: feature j, or d for the bias
 * @param hessian over these
 */
record Patch(int[] variables, Symmetric hessian) {
    /**
     * At x, in one reading: O(n k^2).
     *
     * @param features k of them, increasing; not modified
     */
    static Patch of(Problem problem, double[] x, int[] features) {
        Symmetric hessian = ActiveHessian.of(problem, x, features);
        int[] variables = Arrays.copyOf(features, hessian.order());
        for (int i = 0; i < features.length; i++) {
            hessian.packed()[Cholesky.row(i) + i] += problem.penalty().curvature(features[i]);
        }
        if (variables.length > features.length) {
            variables[features.length] = x.length - 1;
        }
        return new Patch(variables, hessian);
    }

    /** Without the bias, d, if it is among them. */
    static int[] features(int[] variables, int d) {
        int k = variables.length;
        return k > 0 && variables[k - 1] == d ? Arrays.copyOf(variables, k - 1) : variables;
    }

    /** Over some of the variables, by their positions, increasing. */
    Patch select(int[] positions) {
        int[] some = new int[positions.length];
        double[] ones = new double[positions.length];
        Arrays.fill(ones, 1);
        Arrays.setAll(some, i -> variables[positions[i]]);
        return new Patch(some, hessian.select(positions, ones));
    }

    /** The Hessian with rows and columns in another order, packed. */
    double[] permuted(int[] order) {
        double[] packed = new double[Cholesky.row(order.length)];
        for (int a = 0; a < order.length; a++) {
            for (int b = 0; b <= a; b++) {
                packed[Cholesky.row(a) + b] = hessian.get(order[a], order[b]);
            }
        }
        return packed;
    }

    /** Row i of the Hessian at some positions. */
    double[] row(int i, int[] positions) {
        double[] row = new double[positions.length];
        Arrays.setAll(row, a -> hessian.get(i, positions[a]));
        return row;
    }
}
