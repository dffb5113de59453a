package dev.odds.objective;

import dev.odds.kernel.Cholesky;
import dev.odds.kernel.Lanes;
import dev.odds.optimize.Symmetric;
import dev.odds.optimize.Vectors;
import java.util.Arrays;

/**
 * A line below F that touches it at x, over some of the variables, chosen such that nu^2 = g^T H^-1 g is small, g its slopes and H the
 * Hessian of what is smooth, over these variables.
 *
 * <p>With H = L L^T and y = L^-1 g, nu^2 = |y|^2, and the choice is made within the forward substitution: each slope that is open is
 * the one that makes its y the least. Where all that are wanted are allowed, nu is as if their variables were not there. Those whose slopes
 * are fixed come first in L, then those that cannot be 0.
 *
 * @param variables increasing: feature j, or d for the bias
 * @param order which of these the rows of the factor are
 * @param factor L, packed
 * @param cost how far below F at x the line is
 * @param nu (g^T H^-1 g)^(1/2)
 * @param step H^-1 g, in the order of {@code variables}, as are those that follow
 * @param spread the square roots of the diagonal of H^-1
 * @param root the square roots of the diagonal of H
 */
record Face(
        int[] variables,
        int[] order,
        double[] factor,
        double cost,
        double nu,
        double[] step,
        double[] spread,
        double[] root) {
    /** Pivots below this part of the diagonal are refused: the digits of y would be lost. */
    private static final double SINGULAR = 0x1p-40;

    /**
     * Over some features and the bias, in one reading and O(n k^2 + k^3) for k of them.
     *
     * @param features increasing; not modified
     * @return null where H has no inverse
     */
    static Face of(Problem problem, double[] x, Subgradients slopes, int[] features) {
        Symmetric hessian = ActiveHessian.of(problem, x, features);
        int k = hessian.order();
        int[] variables = Arrays.copyOf(features, k);
        if (k > features.length) {
            variables[k - 1] = x.length - 1;
        }
        for (int i = 0; i < features.length; i++) {
            hessian.packed()[Cholesky.row(i) + i] += problem.penalty().curvature(features[i]);
        }
        int[] order = order(variables, slopes);
        double[] factor = permuted(hessian, order);
        if (Cholesky.factor(factor, k, SINGULAR, new boolean[k]) > 0) {
            return null;
        }
        double[] y = new double[k];
        double cost = forward(factor, variables, order, slopes, y);
        double nu = Vectors.norm(y);
        Cholesky.backward(factor, k, y);
        double[] spread = back(Cholesky.spread(factor, k), order);
        double[] root = new double[k];
        Arrays.setAll(root, i -> StrictMath.sqrt(hessian.get(i, i)));
        return new Face(variables, order, factor, cost, nu, back(y, order), spread, root);
    }

    /** Positions of the variables: fixed slopes, then those that cannot be 0, then the others. */
    private static int[] order(int[] variables, Subgradients slopes) {
        int[] order = new int[variables.length];
        int count = 0;
        for (int kind = 0; kind < 3; kind++) {
            for (int i = 0; i < order.length; i++) {
                int j = variables[i];
                int own = slopes.isFixed(j) ? 0 : slopes.isSteep(j) ? 1 : 2;
                order[count] = i;
                count += own == kind ? 1 : 0;
                if (count == order.length) {
                    return order;
                }
            }
        }
        return order;
    }

    private static double[] permuted(Symmetric hessian, int[] order) {
        double[] packed = new double[Cholesky.row(order.length)];
        for (int a = 0; a < order.length; a++) {
            for (int b = 0; b <= a; b++) {
                packed[Cholesky.row(a) + b] = hessian.get(order[a], order[b]);
            }
        }
        return packed;
    }

    /** Fills y, each slope g chosen on the way; what the lines cost. */
    private static double forward(double[] factor, int[] variables, int[] order, Subgradients slopes, double[] y) {
        double cost = 0;
        for (int i = 0; i < y.length; i++) {
            int row = Cholesky.row(i);
            double pivot = factor[row + i];
            double wanted = Lanes.dot(factor, row, y, 0, i);
            int j = variables[order[i]];
            double tau = slopes.best(j, wanted, pivot * pivot);
            cost += slopes.cost(j, tau);
            y[i] = (slopes.gradient()[j] + tau - wanted) / pivot;
        }
        return cost;
    }

    private static double[] back(double[] permuted, int[] order) {
        double[] back = new double[order.length];
        for (int a = 0; a < order.length; a++) {
            back[order[a]] = permuted[a];
        }
        return back;
    }

    /** {@link #step} as a vector of that many variables. */
    double[] embed(int size) {
        double[] all = new double[size];
        for (int i = 0; i < variables.length; i++) {
            all[variables[i]] = step[i];
        }
        return all;
    }
}
