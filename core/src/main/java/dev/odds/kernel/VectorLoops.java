package dev.odds.kernel;

import static dev.odds.kernel.Exponential.LEAST;
import static dev.odds.kernel.Exponential.LN2_HIGH;
import static dev.odds.kernel.Exponential.LN2_LOW;
import static dev.odds.kernel.Exponential.LOG2_E;
import static dev.odds.kernel.Exponential.P0;
import static dev.odds.kernel.Exponential.P1;
import static dev.odds.kernel.Exponential.P2;
import static dev.odds.kernel.Exponential.P3;
import static dev.odds.kernel.Exponential.P4;
import static dev.odds.kernel.Exponential.P5;
import static dev.odds.kernel.Exponential.P6;
import static dev.odds.kernel.Exponential.P7;
import static dev.odds.kernel.Exponential.POWER;
import static dev.odds.kernel.Exponential.Q0;
import static dev.odds.kernel.Exponential.Q1;
import static dev.odds.kernel.Exponential.Q2;
import static dev.odds.kernel.Exponential.Q3;
import static dev.odds.kernel.Exponential.Q4;
import static dev.odds.kernel.Exponential.Q5;
import static dev.odds.kernel.Exponential.Q6;
import static dev.odds.kernel.Exponential.Q7;
import static dev.odds.kernel.Exponential.Q8;
import static dev.odds.kernel.Exponential.Q9;
import static dev.odds.kernel.Exponential.ROUND;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops in SIMD, operation for operation those of {@link ScalarLoops}.
 *
 * <p>A fenced kernel. The 16 lanes of a dot product are 2, 4 or 8 vectors, whatever the machine prefers, held in local variables
 * of which the compiler drops those that {@link #PARTS}, a constant, leaves unused. No vector leaves a method that is not
 * inlined: it would be allocated, at the cost of a hundred additions. Examples are not padded: where d is no multiple of the
 * vector, the numbers after an example are read too, which are those of the next, and multiplied by zero or put back.
 */
final class VectorLoops implements Loops {
    private static final VectorSpecies<Double> S = species();
    private static final VectorSpecies<Float> F =
            VectorSpecies.of(float.class, VectorShape.forBitSize(32 * S.length()));
    private static final int V = S.length();
    /** Vectors that make up the 16 lanes. */
    private static final int PARTS = 16 / V;

    private static VectorSpecies<Double> species() {
        return DoubleVector.SPECIES_PREFERRED.length() <= 8 ? DoubleVector.SPECIES_PREFERRED : DoubleVector.SPECIES_512;
    }

    /** Whether this machine has vectors of two doubles at least, and of as many floats. */
    static boolean fits() {
        return DoubleVector.SPECIES_PREFERRED.length() >= 2;
    }

    private static DoubleVector load(double[] x, int at) {
        return DoubleVector.fromArray(S, x, at);
    }

    private static DoubleVector load(float[] x, int at) {
        return (DoubleVector) FloatVector.fromArray(F, x, at).convertShape(VectorOperators.F2D, S, 0);
    }

    private static DoubleVector all(double x) {
        return DoubleVector.broadcast(S, x);
    }

    @Override
    public void logits(double[] x, int at, int d, int count, double[] theta, int from, double[] z, int to) {
        int length = (d + 15) & -16;
        double[] padded = new double[length];
        System.arraycopy(theta, from, padded, 0, d);
        int safe = Math.min(count, (x.length - at - length) / d + 1);
        safe = x.length - at < length ? 0 : safe;
        double[] folded = new double[V * (safe + 3)];
        int i = 0;
        for (; PARTS == 2 && i + 4 <= safe; i += 4) {
            four(x, at + i * d, d, padded, folded, i * V);
        }
        for (; i < safe; i++) {
            one(x, at + i * d, d, padded, folded, i * V);
        }
        fold(folded, safe, z, to);
        for (; i < count; i++) {
            z[to + i] = Lanes.dot(x, at + i * d, theta, from, d);
        }
    }

    /** The lanes of one example, folded to one vector. */
    private static void one(double[] x, int at, int d, double[] theta, double[] folded, int to) {
        DoubleVector a0 = DoubleVector.zero(S);
        DoubleVector a1 = a0;
        DoubleVector a2 = a0;
        DoubleVector a3 = a0;
        DoubleVector a4 = a0;
        DoubleVector a5 = a0;
        DoubleVector a6 = a0;
        DoubleVector a7 = a0;
        for (int j = 0; j < d; j += 16) {
            a0 = load(x, at + j).fma(load(theta, j), a0);
            a1 = load(x, at + j + V).fma(load(theta, j + V), a1);
            if (PARTS > 2) {
                a2 = load(x, at + j + 2 * V).fma(load(theta, j + 2 * V), a2);
                a3 = load(x, at + j + 3 * V).fma(load(theta, j + 3 * V), a3);
            }
            if (PARTS > 4) {
                a4 = load(x, at + j + 4 * V).fma(load(theta, j + 4 * V), a4);
                a5 = load(x, at + j + 5 * V).fma(load(theta, j + 5 * V), a5);
                a6 = load(x, at + j + 6 * V).fma(load(theta, j + 6 * V), a6);
                a7 = load(x, at + j + 7 * V).fma(load(theta, j + 7 * V), a7);
            }
        }
        if (PARTS > 4) {
            a0 = a0.add(a4);
            a1 = a1.add(a5);
            a2 = a2.add(a6);
            a3 = a3.add(a7);
        }
        if (PARTS > 2) {
            a0 = a0.add(a2);
            a1 = a1.add(a3);
        }
        a0.add(a1).intoArray(folded, to);
    }

    /** As {@link #one} for four examples, where two vectors make up the lanes. */
    private static void four(double[] x, int at, int d, double[] theta, double[] folded, int to) {
        DoubleVector a0 = DoubleVector.zero(S);
        DoubleVector b0 = a0;
        DoubleVector a1 = DoubleVector.zero(S);
        DoubleVector b1 = a1;
        DoubleVector a2 = DoubleVector.zero(S);
        DoubleVector b2 = a2;
        DoubleVector a3 = DoubleVector.zero(S);
        DoubleVector b3 = a3;
        int at1 = at + d;
        int at2 = at1 + d;
        int at3 = at2 + d;
        int j = 0;
        for (; j + V < d; j += 16) {
            DoubleVector t = load(theta, j);
            DoubleVector u = load(theta, j + V);
            a0 = load(x, at + j).fma(t, a0);
            b0 = load(x, at + j + V).fma(u, b0);
            a1 = load(x, at1 + j).fma(t, a1);
            b1 = load(x, at1 + j + V).fma(u, b1);
            a2 = load(x, at2 + j).fma(t, a2);
            b2 = load(x, at2 + j + V).fma(u, b2);
            a3 = load(x, at3 + j).fma(t, a3);
            b3 = load(x, at3 + j + V).fma(u, b3);
        }
        if (j < d) {
            DoubleVector t = load(theta, j);
            a0 = load(x, at + j).fma(t, a0);
            a1 = load(x, at1 + j).fma(t, a1);
            a2 = load(x, at2 + j).fma(t, a2);
            a3 = load(x, at3 + j).fma(t, a3);
        }
        a0.add(b0).intoArray(folded, to);
        a1.add(b1).intoArray(folded, to + V);
        a2.add(b2).intoArray(folded, to + 2 * V);
        a3.add(b3).intoArray(folded, to + 3 * V);
    }

    @Override
    public void logits(float[] x, int at, int d, int count, double[] theta, int from, double[] z, int to) {
        int length = (d + 15) & -16;
        double[] padded = new double[length];
        System.arraycopy(theta, from, padded, 0, d);
        int safe = Math.min(count, (x.length - at - length) / d + 1);
        safe = x.length - at < length ? 0 : safe;
        double[] folded = new double[V * (safe + 3)];
        int i = 0;
        for (; PARTS == 2 && i + 4 <= safe; i += 4) {
            four(x, at + i * d, d, padded, folded, i * V);
        }
        for (; i < safe; i++) {
            one(x, at + i * d, d, padded, folded, i * V);
        }
        fold(folded, safe, z, to);
        for (; i < count; i++) {
            z[to + i] = Lanes.dot(x, at + i * d, theta, from, d);
        }
    }

    /** The lanes of one example, folded to one vector. */
    private static void one(float[] x, int at, int d, double[] theta, double[] folded, int to) {
        DoubleVector a0 = DoubleVector.zero(S);
        DoubleVector a1 = a0;
        DoubleVector a2 = a0;
        DoubleVector a3 = a0;
        DoubleVector a4 = a0;
        DoubleVector a5 = a0;
        DoubleVector a6 = a0;
        DoubleVector a7 = a0;
        for (int j = 0; j < d; j += 16) {
            a0 = load(x, at + j).fma(load(theta, j), a0);
            a1 = load(x, at + j + V).fma(load(theta, j + V), a1);
            if (PARTS > 2) {
                a2 = load(x, at + j + 2 * V).fma(load(theta, j + 2 * V), a2);
                a3 = load(x, at + j + 3 * V).fma(load(theta, j + 3 * V), a3);
            }
            if (PARTS > 4) {
                a4 = load(x, at + j + 4 * V).fma(load(theta, j + 4 * V), a4);
                a5 = load(x, at + j + 5 * V).fma(load(theta, j + 5 * V), a5);
                a6 = load(x, at + j + 6 * V).fma(load(theta, j + 6 * V), a6);
                a7 = load(x, at + j + 7 * V).fma(load(theta, j + 7 * V), a7);
            }
        }
        if (PARTS > 4) {
            a0 = a0.add(a4);
            a1 = a1.add(a5);
            a2 = a2.add(a6);
            a3 = a3.add(a7);
        }
        if (PARTS > 2) {
            a0 = a0.add(a2);
            a1 = a1.add(a3);
        }
        a0.add(a1).intoArray(folded, to);
    }

    /** As {@link #one} for four examples, where two vectors make up the lanes. */
    private static void four(float[] x, int at, int d, double[] theta, double[] folded, int to) {
        DoubleVector a0 = DoubleVector.zero(S);
        DoubleVector b0 = a0;
        DoubleVector a1 = DoubleVector.zero(S);
        DoubleVector b1 = a1;
        DoubleVector a2 = DoubleVector.zero(S);
        DoubleVector b2 = a2;
        DoubleVector a3 = DoubleVector.zero(S);
        DoubleVector b3 = a3;
        int at1 = at + d;
        int at2 = at1 + d;
        int at3 = at2 + d;
        int j = 0;
        for (; j + V < d; j += 16) {
            DoubleVector t = load(theta, j);
            DoubleVector u = load(theta, j + V);
            a0 = load(x, at + j).fma(t, a0);
            b0 = load(x, at + j + V).fma(u, b0);
            a1 = load(x, at1 + j).fma(t, a1);
            b1 = load(x, at1 + j + V).fma(u, b1);
            a2 = load(x, at2 + j).fma(t, a2);
            b2 = load(x, at2 + j + V).fma(u, b2);
            a3 = load(x, at3 + j).fma(t, a3);
            b3 = load(x, at3 + j + V).fma(u, b3);
        }
        if (j < d) {
            DoubleVector t = load(theta, j);
            a0 = load(x, at + j).fma(t, a0);
            a1 = load(x, at1 + j).fma(t, a1);
            a2 = load(x, at2 + j).fma(t, a2);
            a3 = load(x, at3 + j).fma(t, a3);
        }
        a0.add(b0).intoArray(folded, to);
        a1.add(b1).intoArray(folded, to + V);
        a2.add(b2).intoArray(folded, to + 2 * V);
        a3.add(b3).intoArray(folded, to + 3 * V);
    }

    /** Lane k with k + 4 where there are 8, then k + 2 and k + 1. A sum of nothing but negative zeros is zero. */
    private static void fold(double[] a, int count, double[] z, int to) {
        for (int i = 0; i < count; i++) {
            int k = i * V;
            double even = a[k];
            double odd = a[k + 1];
            if (V == 4) {
                even += a[k + 2];
                odd += a[k + 3];
            }
            if (V == 8) {
                even = (even + a[k + 4]) + (a[k + 2] + a[k + 6]);
                odd = (odd + a[k + 5]) + (a[k + 3] + a[k + 7]);
            }
            z[to + i] = (even + odd) + 0.0;
        }
    }

    @Override
    public void accumulate(double[] x, int at, int d, int count, double[] r, int from, double[] into, int to) {
        int length = (d + V - 1) & -V;
        int i = 0;
        if (to + length <= into.length) {
            double[] after = Arrays.copyOfRange(into, to + d, to + length);
            for (; i + 4 <= count && at + (i + 3) * d + length <= x.length; i += 4) {
                four(x, at + i * d, d, r, from + i, into, to);
            }
            System.arraycopy(after, 0, into, to + d, after.length);
        }
        for (; i < count; i++) {
            DenseKernel.add(x, at + i * d, r[from + i], into, to, d);
        }
    }

    private static void four(double[] x, int at, int d, double[] r, int from, double[] into, int to) {
        DoubleVector r0 = all(r[from]);
        DoubleVector r1 = all(r[from + 1]);
        DoubleVector r2 = all(r[from + 2]);
        DoubleVector r3 = all(r[from + 3]);
        int at1 = at + d;
        int at2 = at1 + d;
        int at3 = at2 + d;
        for (int j = 0; j < d; j += V) {
            DoubleVector sum = load(x, at + j).fma(r0, load(into, to + j));
            sum = load(x, at1 + j).fma(r1, sum);
            sum = load(x, at2 + j).fma(r2, sum);
            load(x, at3 + j).fma(r3, sum).intoArray(into, to + j);
        }
    }

    @Override
    public void accumulate(float[] x, int at, int d, int count, double[] r, int from, double[] into, int to) {
        int length = (d + V - 1) & -V;
        int i = 0;
        if (to + length <= into.length) {
            double[] after = Arrays.copyOfRange(into, to + d, to + length);
            for (; i + 4 <= count && at + (i + 3) * d + length <= x.length; i += 4) {
                four(x, at + i * d, d, r, from + i, into, to);
            }
            System.arraycopy(after, 0, into, to + d, after.length);
        }
        for (; i < count; i++) {
            DenseKernel.add(x, at + i * d, r[from + i], into, to, d);
        }
    }

    private static void four(float[] x, int at, int d, double[] r, int from, double[] into, int to) {
        DoubleVector r0 = all(r[from]);
        DoubleVector r1 = all(r[from + 1]);
        DoubleVector r2 = all(r[from + 2]);
        DoubleVector r3 = all(r[from + 3]);
        int at1 = at + d;
        int at2 = at1 + d;
        int at3 = at2 + d;
        for (int j = 0; j < d; j += V) {
            DoubleVector sum = load(x, at + j).fma(r0, load(into, to + j));
            sum = load(x, at1 + j).fma(r1, sum);
            sum = load(x, at2 + j).fma(r2, sum);
            load(x, at3 + j).fma(r3, sum).intoArray(into, to + j);
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

    /** Three short loops rather than one: the constants of each fit the registers. */
    @Override
    public void tile(Tile tile, double[] success, double[] failure, int from, int count, double[] curvature, int to) {
        int whole = count & -16;
        double[] z = tile.z();
        double[] e = tile.e();
        decay(z, e, whole);
        for (int part = 0; part < PARTS; part++) {
            loss(z, e, success, failure, from, part * V, whole, tile.lanes());
        }
        if (curvature != null) {
            curvature(e, success, failure, from, whole, curvature, to);
        }
        residual(z, e, success, failure, from, whole);
        ScalarLoops.tail(tile, success, failure, from, whole, count, curvature, to);
    }

    /** e = exp(-|z|), as {@link Exponential#exp}. */
    private static void decay(double[] z, double[] e, int count) {
        for (int i = 0; i < count; i += V) {
            DoubleVector x = load(z, i).abs().neg();
            DoubleVector within = x.blend(LEAST, x.compare(VectorOperators.LT, LEAST));
            DoubleVector k = within.fma(all(LOG2_E), all(ROUND)).sub(ROUND);
            DoubleVector minus = k.neg();
            DoubleVector high = minus.fma(all(LN2_HIGH), within);
            DoubleVector r = minus.fma(all(LN2_LOW), high);
            DoubleVector lost = minus.fma(all(LN2_LOW), high.sub(r));
            DoubleVector sum = r.add(1.0);
            DoubleVector rest = lost.fma(sum, all(1).sub(sum).add(r));
            DoubleVector q =
                    all(Q9).fma(r, all(Q8)).fma(r, all(Q7)).fma(r, all(Q6)).fma(r, all(Q5));
            q = q.fma(r, all(Q4))
                    .fma(r, all(Q3))
                    .fma(r, all(Q2))
                    .fma(r, all(Q1))
                    .fma(r, all(Q0));
            DoubleVector mantissa = sum.add(r.mul(r).fma(r.fma(q, all(0.5)), rest));
            DoubleVector half = k.fma(all(0.5), all(ROUND)).sub(ROUND);
            mantissa.mul(power(half)).mul(power(k.sub(half))).intoArray(e, i);
        }
    }

    private static DoubleVector power(DoubleVector k) {
        LongVector bits = k.add(POWER).reinterpretAsLongs();
        return bits.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
    }

    /** Adds the losses of examples first, first + 16, ... to the lanes from {@code first} on. */
    private static void loss(
            double[] z,
            double[] e,
            double[] success,
            double[] failure,
            int from,
            int first,
            int count,
            double[] lanes) {
        DoubleVector sum = load(lanes, first);
        for (int i = first; i < count; i += 16) {
            DoubleVector logit = load(z, i);
            DoubleVector w1 = load(success, from + i);
            DoubleVector w0 = load(failure, from + i);
            DoubleVector wrong = w1.blend(w0, logit.compare(VectorOperators.GE, 0.0));
            DoubleVector distance = logit.abs().blend(0.0, wrong.compare(VectorOperators.EQ, 0.0));
            sum = sum.add(wrong.fma(distance, w1.add(w0).mul(log1p(load(e, i)))));
        }
        sum.intoArray(lanes, first);
    }

    /** As {@link Exponential#log1p}. */
    private static DoubleVector log1p(DoubleVector x) {
        VectorMask<Double> upper = x.compare(VectorOperators.GT, 0.5);
        DoubleVector f = x.blend(x.sub(1.0).mul(0.5), upper);
        DoubleVector base = DoubleVector.zero(S).blend(LN2_HIGH, upper);
        DoubleVector baseLow = DoubleVector.zero(S).blend(LN2_LOW, upper);
        DoubleVector s = f.div(f.add(2.0));
        DoubleVector v = s.mul(s);
        DoubleVector p = all(P7).fma(v, all(P6)).fma(v, all(P5)).fma(v, all(P4));
        p = p.fma(v, all(P3)).fma(v, all(P2)).fma(v, all(P1)).fma(v, all(P0));
        DoubleVector half = f.mul(0.5);
        DoubleVector inner = s.mul(v.fma(p, half.mul(f)));
        DoubleVector high = base.add(f);
        DoubleVector low = base.sub(high).add(f).add(baseLow.add(inner));
        return high.add(half.neg().fma(f, low));
    }

    private static void curvature(
            double[] e, double[] success, double[] failure, int from, int count, double[] curvature, int to) {
        for (int i = 0; i < count; i += V) {
            DoubleVector decay = load(e, i);
            DoubleVector weight = load(success, from + i).add(load(failure, from + i));
            weight.mul(decay.div(decay.fma(decay.add(2.0), all(1)))).intoArray(curvature, to + i);
        }
    }

    private static void residual(double[] z, double[] e, double[] success, double[] failure, int from, int count) {
        for (int i = 0; i < count; i += V) {
            DoubleVector decay = load(e, i);
            DoubleVector minus = load(success, from + i).neg();
            DoubleVector w0 = load(failure, from + i);
            VectorMask<Double> positive = load(z, i).compare(VectorOperators.GE, 0.0);
            DoubleVector near = minus.blend(w0, positive);
            DoubleVector far = w0.blend(minus, positive);
            far.fma(decay, near).div(decay.add(1.0)).intoArray(z, i);
        }
    }

    /**
     * Four rows by three vectors of columns at a time, held in twelve registers over all examples; columns and weighted rows are
     * copied side by side first, so that the innermost loop reads them in order.
     */
    @Override
    public void gram(double[] x, int d, int count, double[] w, double[] packed) {
        if (d <= Narrow.WIDEST) {
            Narrow.gram(x, d, count, w, packed);
            return;
        }
        int width = 3 * V;
        double[] columns = new double[count * width];
        double[] rows = rows(x, d, count, w);
        double[] sums = new double[4 * width];
        for (int k = 0; k < d; k += width) {
            columns(x, d, count, k, width, columns);
            for (int j = k & -4; j < d; j += 4) {
                cell(columns, rows, j * count, count, sums);
                for (int row = j; row < Math.min(j + 4, d); row++) {
                    int start = Cholesky.row(row) + k;
                    int length = Math.min(width, row + 1 - k);
                    for (int c = 0; c < length; c++) {
                        packed[start + c] += sums[(row - j) * width + c];
                    }
                }
            }
        }
    }

    /** w_i x_ij, four features side by side: feature j of example i at [(j - j mod 4) count + 4 i + j mod 4]. */
    private static double[] rows(double[] x, int d, int count, double[] w) {
        double[] rows = new double[((d + 3) & -4) * count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < d; j++) {
                rows[(j & -4) * count + 4 * i + (j & 3)] = w[i] * x[i * d + j];
            }
        }
        return rows;
    }

    private static void columns(double[] x, int d, int count, int k, int width, double[] columns) {
        int length = Math.min(width, d - k);
        for (int i = 0; i < count; i++) {
            System.arraycopy(x, i * d + k, columns, i * width, length);
            Arrays.fill(columns, i * width + length, (i + 1) * width, 0);
        }
    }

    private static void cell(double[] columns, double[] rows, int at, int count, double[] sums) {
        DoubleVector a0 = DoubleVector.zero(S);
        DoubleVector a1 = a0;
        DoubleVector a2 = a0;
        DoubleVector b0 = a0;
        DoubleVector b1 = a0;
        DoubleVector b2 = a0;
        DoubleVector c0 = a0;
        DoubleVector c1 = a0;
        DoubleVector c2 = a0;
        DoubleVector d0 = a0;
        DoubleVector d1 = a0;
        DoubleVector d2 = a0;
        for (int i = 0; i < count; i++) {
            DoubleVector x0 = load(columns, i * 3 * V);
            DoubleVector x1 = load(columns, i * 3 * V + V);
            DoubleVector x2 = load(columns, i * 3 * V + 2 * V);
            DoubleVector t = all(rows[at + 4 * i]);
            a0 = x0.fma(t, a0);
            a1 = x1.fma(t, a1);
            a2 = x2.fma(t, a2);
            t = all(rows[at + 4 * i + 1]);
            b0 = x0.fma(t, b0);
            b1 = x1.fma(t, b1);
            b2 = x2.fma(t, b2);
            t = all(rows[at + 4 * i + 2]);
            c0 = x0.fma(t, c0);
            c1 = x1.fma(t, c1);
            c2 = x2.fma(t, c2);
            t = all(rows[at + 4 * i + 3]);
            d0 = x0.fma(t, d0);
            d1 = x1.fma(t, d1);
            d2 = x2.fma(t, d2);
        }
        a0.intoArray(sums, 0);
        a1.intoArray(sums, V);
        a2.intoArray(sums, 2 * V);
        b0.intoArray(sums, 3 * V);
        b1.intoArray(sums, 4 * V);
        b2.intoArray(sums, 5 * V);
        c0.intoArray(sums, 6 * V);
        c1.intoArray(sums, 7 * V);
        c2.intoArray(sums, 8 * V);
        d0.intoArray(sums, 9 * V);
        d1.intoArray(sums, 10 * V);
        d2.intoArray(sums, 11 * V);
    }
}
