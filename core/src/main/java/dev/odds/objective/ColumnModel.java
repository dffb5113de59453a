package dev.odds.objective;

import dev.odds.design.Columns;
import dev.odds.kernel.Lanes;
import dev.odds.kernel.Workspace;
import dev.odds.optimize.ConjugateGradients;
import dev.odds.optimize.Metric;
import dev.odds.optimize.Quadratic;
import dev.odds.optimize.Symmetric;
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
    /** Of the first sweep's gain. */
    private static final double PART = 0.1;

    private static final double REST = 1e-3;
    /** Of the goal. */
    private static final double ENOUGH = 1e-2;
    /** Examples up to which equations are solved. */
    private static final int SHORT = 1_024;
    /** Of the residual of the equations. */
    private static final double LEFT = 0.01;

    private static final int PRODUCTS = 30;
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
    /** s. */
    private final double[] moved;

    private final Workspace space = new Workspace();
    private double movedSum;
    private double biasGradient;
    /** As s, for another v. */
    private double[] other;

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

    /**
     * Of few examples by the equations; else by conjugate gradients, each product as dear as a sweep: a long way in the right direction rather
     * than all of it.
     */
    @Override
    public Way way(int[] some, double[] right, double[] added) {
        if (isShort()) {
            return new ColumnEquations(columns, curvature, bias ? total : 0).way(places(some), right, added);
        }
        double[] diagonal = new double[some.length];
        for (int a = 0; a < diagonal.length; a++) {
            diagonal[a] = second(some[a]) + added[a];
        }
        other = other == null ? new double[moved.length] : other;
        Metric metric = Metric.of(diagonal, new int[0], Symmetric.zero(0));
        double[] step =
                new ConjugateGradients(LEFT, 0, PRODUCTS).solve((v, out) -> times(some, added, v, out), right, metric);
        return new Way(step, false, Double.NaN);
    }

    /** out = H v over some variables, {@code added} on its diagonal. */
    private void times(int[] some, double[] added, double[] v, double[] out) {
        Arrays.fill(other, 0);
        double sum = 0;
        for (int a = 0; a < some.length; a++) {
            columns.add(places[some[a]], v[a], curvature, other);
            sum = Math.fma(v[a], means[some[a]] * total, sum);
        }
        for (int a = 0; a < some.length; a++) {
            double centred = Math.fma(-means[some[a]], sum, columns.dot(places[some[a]], other, space));
            out[a] = Math.fma(added[a], v[a], centred);
        }
    }

    private int[] places(int[] some) {
        int[] chosen = new int[some.length];
        for (int a = 0; a < chosen.length; a++) {
            chosen[a] = places[some[a]];
        }
        return chosen;
    }

    private boolean isShort() {
        return columns.examples() <= SHORT;
    }

    /**
     * An old model is cheap to renew: none is minimised closely, less so where a sweep is dear. Of few examples to a 16th with every step, since
     * equations then are cheap, too.
     */
    @Override
    public double rest(double gained, double goal, int steps) {
        return isShort() ? Math.scalb(Math.max(REST * gained, ENOUGH * goal), -4 * steps) : PART * gained;
    }

    /** Of few examples a sweep is two products of a column and them a variable, the equations about half as many as there are. */
    @Override
    public int patience() {
        return isShort() ? Math.max(LEAST, columns.examples() / 2) : LEAST;
    }

    @Override
    public double bias() {
        return bias ? -(biasGradient + movedSum) / total : 0;
    }
}
