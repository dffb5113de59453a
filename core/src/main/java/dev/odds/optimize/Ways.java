package dev.odds.optimize;

import dev.odds.kernel.Cholesky;

/** Solves the equations of a quadratic model by their matrix, or finds what keeps them from a solution. */
public final class Ways {
    /** Pivots below this part of the diagonal are rounding. */
    private static final double SINGULAR = 0x1p-40;

    private Ways() {}

    /**
     * The way of m variables. O(m^3 / 6).
     *
     * @param hessian over these; not modified
     * @param right minus their derivatives; overwritten
     * @param added to the diagonal; not modified
     */
    public static Quadratic.Way of(Symmetric hessian, double[] right, double[] added) {
        int m = hessian.order();
        double[] factor = hessian.packed().clone();
        for (int a = 0; a < m; a++) {
            factor[Cholesky.row(a) + a] += added[a];
        }
        boolean[] dependent = new boolean[m];
        if (Cholesky.factor(factor, m, SINGULAR, dependent) == 0) {
            Cholesky.forward(factor, m, right);
            Cholesky.backward(factor, m, right);
            return new Quadratic.Way(right, false, Double.NaN);
        }
        int first = 0;
        while (!dependent[first]) {
            first++;
        }
        double[] step = new double[m];
        for (int a = 0; a < first; a++) {
            step[a] = -hessian.get(a, first);
        }
        Cholesky.forward(factor, first, step);
        Cholesky.backward(factor, first, step);
        step[first] = 1;
        return new Quadratic.Way(step, true, second(hessian, step, added));
    }

    /** step^T (H + diag(added)) step. O(m^2). */
    private static double second(Symmetric hessian, double[] step, double[] added) {
        double sum = 0;
        for (int a = 0; a < step.length; a++) {
            double row = added[a] * step[a];
            for (int b = 0; b < step.length && step[a] != 0; b++) {
                row = Math.fma(hessian.get(a, b), step[b], row);
            }
            sum = Math.fma(row, step[a], sum);
        }
        return Math.max(0, sum);
    }
}
