package dev.odds.objective;

import dev.odds.kernel.Cholesky;
import dev.odds.kernel.Lanes;
import dev.odds.optimize.Vectors;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A line below F, over some of the variables, chosen such that nu^2 = g^T H^-1 g and what the line misses of F at x are small, g its slopes and
 * H the Hessian of what is smooth.
 *
 * <p>With H = L L^T and y = L^-1 g, nu^2 = |y|^2, and the choice is made within the forward substitution: each slope that is open is
 * the one that makes its y the least, at what it costs. Where all that are wanted are allowed, nu is as if their variables were not there. The
 * bias comes first in L, then what has no choice, the largest first, then what can be lowered, then what else is 0.
 *
 * @param variables k of them, increasing: feature j, or d for the bias
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

    /** O(k^3), H not singular ({@link #independent}). */
    static Face of(Patch patch, Subgradients slopes) {
        int[] variables = patch.variables();
        int k = variables.length;
        int[] order = order(patch, slopes);
        double[] factor = patch.permuted(order);
        Cholesky.factor(factor, k, 0, new boolean[k]);
        double[] y = new double[k];
        double cost = forward(factor, variables, order, slopes, y);
        double nu = Vectors.norm(y);
        Cholesky.backward(factor, k, y);
        double[] spread = back(Cholesky.spread(factor, k), order);
        double[] root = new double[k];
        Arrays.setAll(root, i -> StrictMath.sqrt(patch.hessian().get(i, i)));
        return new Face(variables, order, factor, cost, nu, back(y, order), spread, root);
    }

    /** The positions of the variables that no others before them in L determine, increasing. O(k^3). */
    static int[] independent(Patch patch, Subgradients slopes) {
        int[] order = order(patch, slopes);
        boolean[] dependent = new boolean[order.length];
        Cholesky.factor(patch.permuted(order), order.length, SINGULAR, dependent);
        int[] positions = new int[order.length];
        int count = 0;
        for (int a = 0; a < order.length; a++) {
            positions[count] = order[a];
            count += dependent[a] ? 0 : 1;
        }
        positions = Arrays.copyOf(positions, count);
        Arrays.sort(positions);
        return positions;
    }

    /** By kind; of those without a choice the largest first, so that the smallest, which may have to be 0, are told by them. */
    private static int[] order(Patch patch, Subgradients slopes) {
        int[] variables = patch.variables();
        return IntStream.range(0, variables.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> slopes.kind(variables[i]))
                        .thenComparingDouble(i -> -Math.abs(slopes.x()[variables[i]])
                                * StrictMath.sqrt(patch.hessian().get(i, i))))
                .mapToInt(Integer::intValue)
                .toArray();
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

    /** H^-1 times a vector in the order of the variables; a new one. O(k^2). */
    double[] solve(double[] right) {
        double[] solved = new double[right.length];
        Arrays.setAll(solved, a -> right[order[a]]);
        Cholesky.forward(factor, solved.length, solved);
        Cholesky.backward(factor, solved.length, solved);
        return back(solved, order);
    }

    /** Its features, increasing, out of d. */
    int[] features(int d) {
        return Patch.features(variables, d);
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
