package dev.odds.optimize;

import dev.odds.kernel.Cholesky;
import dev.odds.kernel.DenseKernel;

/**
 * A quadratic model by its matrix: H over the variables, the bias eliminated, and the derivatives at every v. A move is O(k), so that looking at a
 * variable that does not move costs nothing (the covariance updates of Friedman, Hastie and Tibshirani, Journal of Statistical Software 33,
 * 2010).
 */
public final class GramModel implements Quadratic {
    private static final double CONSTANT = 0x1p-45;
    /** Equations of which a solution costs no more than thousands of sweeps. */
    private static final int LARGEST = 2_048;

    private final int[] variables;
    private final boolean hasBias;
    /** H_ij - H_ib H_jb / H_bb, every row whole. */
    private final double[] rows;
    /** H_ib / H_bb, or null. */
    private final double[] means;

    private final double biasSecond;
    private final double[] derivatives;
    private final double[] moved;
    private double biasStart;

    /**
     * Of a Hessian.
     *
     * @param variables k of them, increasing; held, not copied
     * @param hessian over these and, last, the bias if there is one; not modified
     */
    public GramModel(int[] variables, Symmetric hessian) {
        int k = variables.length;
        this.variables = variables;
        this.hasBias = hessian.order() > k;
        this.rows = new double[k * k];
        this.derivatives = new double[k];
        this.moved = new double[k];
        this.means = hasBias ? new double[k] : null;
        double[] packed = hessian.packed();
        int last = Cholesky.row(k);
        this.biasSecond = hasBias ? packed[last + k] : 0;
        for (int i = 0; i < k && hasBias && biasSecond > 0; i++) {
            means[i] = packed[last + i] / biasSecond;
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double h = packed[Cholesky.row(i) + j];
                double centred = hasBias ? Math.fma(-means[i], packed[last + j], h) : h;
                rows[i * k + j] = centred;
                rows[j * k + i] = centred;
            }
        }
        for (int i = 0; i < k; i++) {
            if (!(rows[i * k + i] > CONSTANT * packed[Cholesky.row(i) + i])) {
                forget(i);
            }
        }
    }

    /** A column that the bias determines: nothing but rounding is left of it. */
    private void forget(int i) {
        int k = variables.length;
        for (int j = 0; j < k; j++) {
            rows[i * k + j] = 0;
            rows[j * k + i] = 0;
        }
    }

    @Override
    public int[] variables() {
        return variables;
    }

    @Override
    public void reset(double[] gradient) {
        biasStart = hasBias && biasSecond > 0 ? -gradient[gradient.length - 1] / biasSecond : 0;
        double bias = hasBias ? gradient[gradient.length - 1] : 0;
        for (int i = 0; i < variables.length; i++) {
            double g = gradient[variables[i]];
            derivatives[i] = hasBias ? Math.fma(-means[i], bias, g) : g;
            moved[i] = 0;
        }
    }

    @Override
    public double second(int i) {
        return rows[i * variables.length + i];
    }

    @Override
    public double derivative(int i) {
        return derivatives[i];
    }

    @Override
    public void move(int i, double by) {
        moved[i] += by;
        DenseKernel.add(rows, i * variables.length, by, derivatives, 0, variables.length);
    }

    /** O(m^3 / 3) for m of them. */
    @Override
    public Way way(int[] some, double[] right, double[] added) {
        int m = some.length;
        if (m > LARGEST) {
            return null;
        }
        double[] packed = new double[Cholesky.row(m)];
        for (int a = 0; a < m; a++) {
            for (int b = 0; b <= a; b++) {
                packed[Cholesky.row(a) + b] = rows[some[a] * variables.length + some[b]];
            }
        }
        return Ways.of(new Symmetric(m, packed), right, added);
    }

    @Override
    public double bias() {
        double step = biasStart;
        for (int i = 0; i < variables.length && hasBias; i++) {
            step = Math.fma(-means[i], moved[i], step);
        }
        return step;
    }
}
