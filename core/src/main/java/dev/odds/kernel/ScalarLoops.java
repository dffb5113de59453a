package dev.odds.kernel;

/** The loops in plain Java, which say what the sums are. */
final class ScalarLoops implements Loops {
    @Override
    public void logits(
            double[] x, int at, int d, int count, double[] theta, int from, double[] z, int to, Workspace space) {
        if (d <= Narrow.WIDEST) {
            Narrow.logits(x, at, d, count, theta, from, z, to);
            return;
        }
        for (int i = 0; i < count; i++) {
            z[to + i] = Lanes.dot(x, at + i * d, theta, from, d);
        }
    }

    @Override
    public void logits(
            float[] x, int at, int d, int count, double[] theta, int from, double[] z, int to, Workspace space) {
        for (int i = 0; i < count; i++) {
            z[to + i] = Lanes.dot(x, at + i * d, theta, from, d);
        }
    }

    @Override
    public void accumulate(
            double[] x,
            int at,
            int stride,
            int d,
            int count,
            double[] r,
            int from,
            double[] into,
            int to,
            Workspace space) {
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
            float[] x,
            int at,
            int stride,
            int d,
            int count,
            double[] r,
            int from,
            double[] into,
            int to,
            Workspace space) {
        for (int i = 0; i < count; i++) {
            DenseKernel.add(x, at + i * stride, r[from + i], into, to, d);
        }
    }

    @Override
    public void tile(Tile tile, double[] success, double[] failure, int from, int count, double[] curvature, int to) {
        tail(tile, success, failure, from, 0, count, curvature, to);
    }

    /**
     * Examples [first, count) of a tile. Short loops, each over all examples: without branches, and with the bits of doubles touched in two
     * of them only, so that a compiler can make SIMD of the others, which have most of the arithmetic.
     */
    static void tail(
            Tile tile, double[] success, double[] failure, int from, int first, int count, double[] curvature, int to) {
        double[] e = tile.e();
        decay(tile.z(), e, tile.even(), first, count);
        even(e, success, failure, from, first, count, tile.even());
        if (curvature != null) {
            curvature(e, success, failure, from, first, count, curvature, to);
        }
        sides(tile, success, failure, from, first, count);
    }

    /** e = exp(-|z|), with exponents kept in between. */
    private static void decay(double[] z, double[] e, double[] exponent, int first, int count) {
        for (int i = first; i < count; i++) {
            double x = Exponential.within(-Math.abs(z[i]));
            double k = Exponential.exponent(x);
            exponent[i] = k;
            e[i] = Exponential.mantissa(x, k);
        }
        for (int i = first; i < count; i++) {
            e[i] = Exponential.scaled(e[i], exponent[i]);
        }
    }

    private static void even(
            double[] e, double[] success, double[] failure, int from, int first, int count, double[] even) {
        for (int i = first; i < count; i++) {
            even[i] = LogisticLoss.even(e[i], success[from + i], failure[from + i]);
        }
    }

    private static void curvature(
            double[] e,
            double[] success,
            double[] failure,
            int from,
            int first,
            int count,
            double[] curvature,
            int to) {
        for (int i = first; i < count; i++) {
            curvature[to + i] = LogisticLoss.curvature(e[i], success[from + i], failure[from + i]);
        }
    }

    /** What depends on the side of zero on which a logit is. */
    private static void sides(Tile tile, double[] success, double[] failure, int from, int first, int count) {
        double[] z = tile.z();
        double[] e = tile.e();
        double[] even = tile.even();
        double[] lanes = tile.lanes();
        for (int i = first; i < count; i++) {
            double logit = z[i];
            double w1 = success[from + i];
            double w0 = failure[from + i];
            lanes[i & 15] += LogisticLoss.onSide(logit, even[i], w1, w0);
            z[i] = LogisticLoss.residual(logit, e[i], w1, w0);
        }
    }

    /** In runs that fit the nearest cache, of which each feature is looked at by itself; positive doubles are ordered as their bits. */
    @Override
    public void maxima(double[] x, int at, int d, int count, double[] into) {
        for (int first = 0; first < count; first += 16) {
            int end = Math.min(first + 16, count);
            for (int j = 0; j < d; j++) {
                long most = Double.doubleToRawLongBits(into[j]);
                for (int i = first; i < end; i++) {
                    most = Math.max(most, Double.doubleToRawLongBits(Math.abs(x[at + i * d + j])));
                }
                into[j] = Double.longBitsToDouble(most);
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
            GramTiles.gram(x, d, count, w, packed);
        }
    }

    @Override
    public void logits(
            int[] starts,
            int[] index,
            double[] values,
            int from,
            int to,
            double[] theta,
            int at,
            double[] z,
            int first,
            Workspace space) {
        SparseKernel.logits(starts, index, values, from, to, theta, at, z, first);
    }

    @Override
    public void accumulate(
            int[] starts,
            int[] index,
            double[] values,
            int from,
            int to,
            double[] r,
            int first,
            double[] into,
            int at,
            Workspace space) {
        SparseKernel.accumulate(starts, index, values, from, to, r, first, into, at);
    }

    @Override
    public double dot(double[] x, int at, double[] v, int length, Workspace space) {
        return Lanes.dot(x, at, v, 0, length);
    }

    @Override
    public void add(double[] x, int at, int length, double by, double[] c, double[] into) {
        ColumnKernel.add(x, at, length, by, c, into);
    }

    @Override
    public double spread(double[] x, int at, int length, double[] c, double m, Workspace space) {
        return ColumnKernel.spread(x, at, length, c, m, space);
    }
}
