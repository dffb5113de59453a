package dev.odds.objective;

import dev.odds.design.Columns;
import dev.odds.kernel.Lanes;
import dev.odds.kernel.Workspace;
import dev.odds.optimize.Quadratic;
import java.util.Arrays;

/**
 * The quadratic model of the loss by the columns of its variables, without its matrix: what v does to every example is kept, so that a
 * derivative or a move reads one column. That suits wide sparse data, of whose columns a Hessian would be far larger than X.
 *
 * <p>With c_i = w_i A_i (1 - A_i) / W, C = sum c_i, the means m_j = sum c_i x_ij / C (0 without a bias) and s_i = c_i (X^T v)_i, the
 * derivative by v_j, the bias at its minimum, is g_j - m_j g_b + sum x_ij s_i - m_j sum s_i, and the bias is -(g_b + sum s_i) / C.
 * sum s_i is kept beside s: a move by t of v_j adds t m_j C to it. O(stored entries of the column) each.
 */
public final class ColumnModel implements Quadratic {
    /** What is left of the square of a column that the bias determines. */
    private static final double CONSTANT = 0x1p-45;

    private static final int LEAST = 8;

    private final int[] variables;
    private final boolean bias;
    private final Columns columns;
    /** Where the variables are among the columns. */
    private final int[] places;

    private final double[] curvature;
    private final double total;
    private final double[] means;
    /** Each asked for before it is known, since most variables of a wide problem never move; negative until then. */
    private final double[] seconds;

    private final double[] start;
    private final double[] moved;
    private final Workspace space = new Workspace();
    private double movedSum;
    private double biasGradient;

    /**
     * Of curvatures.
     *
     * @param variables increasing; held, not copied
     * @param places which columns these are; held, not copied
     * @param curvature c: n numbers, then, if any, zeros; held, not copied
     * @param hasBias whether there is one
     */
    ColumnModel(Columns columns, int[] variables, int[] places, double[] curvature, boolean hasBias) {
        int k = variables.length;
        this.variables = variables;
        this.places = places;
        this.columns = columns;
        this.curvature = curvature;
        this.total = Lanes.sum(curvature, 0, columns.examples());
        this.bias = hasBias && total > 0;
        this.means = new double[k];
        this.seconds = new double[k];
        this.start = new double[k];
        this.moved = new double[curvature.length];
        for (int i = 0; i < k; i++) {
            means[i] = bias ? columns.dot(places[i], curvature, space) / total : 0;
            seconds[i] = -1;
        }
    }

    /**
     * The model around x, at v = 0 with no gradient yet; one reading of X and one of the columns.
     *
     * @param columns of the variables at least; held, not copied
     * @param variables features, increasing; held, not copied
     * @param x theta and, if there is one, the bias; not modified
     */
    public static ColumnModel at(Problem problem, Columns columns, int[] variables, double[] x) {
        double[] curvature = problem.design()
                .sum(problem.response(), CurvatureSum::new, new CurvatureSum.At(x))
                .values();
        double weight = problem.response().weight();
        for (int i = 0; i < curvature.length; i++) {
            curvature[i] /= weight;
        }
        int[] places = Arrays.stream(variables).map(columns::place).toArray();
        return new ColumnModel(columns, variables, places, curvature, problem.bias());
    }

    @Override
    public int[] variables() {
        return variables;
    }

    @Override
    public void reset(double[] gradient) {
        Arrays.fill(moved, 0);
        movedSum = 0;
        biasGradient = bias ? gradient[gradient.length - 1] : 0;
        for (int i = 0; i < variables.length; i++) {
            start[i] = Math.fma(-means[i], biasGradient, gradient[variables[i]]);
        }
    }

    @Override
    public double second(int i) {
        if (seconds[i] < 0) {
            double spread = columns.spread(places[i], curvature, total, means[i], space);
            seconds[i] = spread > CONSTANT * means[i] * means[i] * total ? spread : 0;
        }
        return seconds[i];
    }

    @Override
    public double derivative(int i) {
        return start[i] + Math.fma(-means[i], movedSum, columns.dot(places[i], moved, space));
    }

    @Override
    public void move(int i, double by) {
        columns.add(places[i], by, curvature, moved);
        movedSum = Math.fma(by, means[i] * total, movedSum);
    }

    @Override
    public Way way(int[] some, double[] right, double[] added) {
        return new ColumnEquations(columns, curvature, bias ? total : 0).way(places(some), right, added);
    }

    /** A sweep is two products of a column and the examples a variable, the equations about half as many as there are examples. */
    @Override
    public int patience() {
        return Math.max(LEAST, columns.examples() / 2);
    }

    private int[] places(int[] some) {
        int[] chosen = new int[some.length];
        for (int a = 0; a < chosen.length; a++) {
            chosen[a] = places[some[a]];
        }
        return chosen;
    }

    @Override
    public double bias() {
        return bias ? -(biasGradient + movedSum) / total : 0;
    }
}
