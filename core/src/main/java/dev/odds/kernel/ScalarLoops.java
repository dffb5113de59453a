package dev.odds.kernel;

import java.util.Arrays;

/** The loops in plain Java, which say what the sums are. */
final class ScalarLoops implements Loops {
    @Override
    public void logits(double[] x, int at, int d, int count, double[] theta, int from, double[] z, int to) {
        if (d <= Narrow.WIDEST) {
            Narrow.logits(x, at, d, count, theta, from, z, to);
            return;
        }
        for (int i = 0; i < count; i++) {
            z[to + i] = Lanes.dot(x, at + i * d, theta, from, d);
        }
    }

    @Override
    public void logits(float[] x, int at, int d, int count, double[] theta, int from, double[] z, int to) {
        for (int i = 0; i < count; i++) {
            z[to + i] = Lanes.dot(x, at + i * d, theta, from, d);
        }
    }

    @Override
    public void logits(
            int[] starts,
            int[] indices,
            double[] values,
            int first,
            int count,
            double[] theta,
            int from,
            double[] z,
            int to) {
        SparseKernel.logits(starts, indices, values, first, first + count, theta, from, z, to);
    }

    @Override
    public void accumulate(
            double[] x, int at, int stride, int d, int count, double[] r, int from, double[] into, int to) {
        if (d <= Narrow.WIDEST && stride == d) {
            Narrow.accumulate(x, at, d, count, r, from, into, to);
            return;
        }
        for (int i = 0; i < count; i++) {
            DenseKernel.add(x, at + i * stride, r[from + i], into, to, d);
        }
    }

    @Override
    public void accumulate(
            float[] x, int at, int stride, int d, int count, double[] r, int from, double[] into, int to) {
        for (int i = 0; i < count; i++) {
            DenseKernel.add(x, at + i * stride, r[from + i], into, to, d);
        }
    }

    @Override
    public void tile(
            double[] z,
            double[] success,
            double[] failure,
            int from,
            int count,
            double[] residual,
            double[] curvature,
            double[] lanes) {
        tail(z, success, failure, from, 0, count, residual, curvature, lanes);
    }

    /** Examples [first, count) of a tile. */
    static void tail(
            double[] z,
            double[] success,
            double[] failure,
            int from,
            int first,
            int count,
            double[] residual,
            double[] curvature,
            double[] lanes) {
        for (int i = first; i < count; i++) {
            double logit = z[i];
            double e = LogisticMath.decay(logit);
            double w1 = success[from + i];
            double w0 = failure[from + i];
            lanes[i & 15] += LogisticLoss.loss(logit, e, w1, w0);
            residual[i] = LogisticLoss.residual(logit, e, w1, w0);
            if (curvature != null) {
                curvature[i] = LogisticLoss.curvature(e, w1, w0);
            }
        }
    }

    @Override
    public void sums(double[] x, int at, int count, double[] lanes, double[] absolute) {
        rest(x, at, 0, count, lanes, absolute);
    }

    /** Numbers [first, count) of a run. */
    static void rest(double[] x, int at, int first, int count, double[] lanes, double[] absolute) {
        for (int i = first; i < count; i++) {
            lanes[i & 15] += x[at + i];
            absolute[i & 15] += Math.abs(x[at + i]);
        }
    }

    @Override
    public void gram(double[] x, int d, int count, double[] w, double[] packed, Workspace space) {
        if (d <= Narrow.WIDEST) {
            Narrow.gram(x, d, count, w, packed);
        } else {
            rowByRow(x, d, count, w, packed);
        }
    }

    static void rowByRow(double[] x, int d, int count, double[] w, double[] packed) {
        double[] row = new double[d];
        for (int j = 0; j < d; j++) {
            Arrays.fill(row, 0, j + 1, 0);
            gramRow(x, d, count, w, j, row);
            int start = Cholesky.row(j);
            for (int k = 0; k <= j; k++) {
                packed[start + k] += row[k];
            }
        }
    }

    /** Four examples at a time, added in order: the row stays in registers four times as long. */
    private static void gramRow(double[] x, int d, int count, double[] w, int j, double[] row) {
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            int at = i * d;
            double t0 = w[i] * x[at + j];
            double t1 = w[i + 1] * x[at + d + j];
            double t2 = w[i + 2] * x[at + 2 * d + j];
            double t3 = w[i + 3] * x[at + 3 * d + j];
            for (int k = 0; k <= j; k++) {
                double sum = Math.fma(t0, x[at + k], row[k]);
                sum = Math.fma(t1, x[at + d + k], sum);
                sum = Math.fma(t2, x[at + 2 * d + k], sum);
                row[k] = Math.fma(t3, x[at + 3 * d + k], sum);
            }
        }
        for (; i < count; i++) {
            DenseKernel.add(x, i * d, w[i] * x[i * d + j], row, 0, j + 1);
        }
    }
}
