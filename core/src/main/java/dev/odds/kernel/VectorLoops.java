package dev.odds.kernel;

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
 * vector, the numbers after an example are read too, which are those of the next, and multiplied by zero or left out.
 */
final class VectorLoops implements Loops {
    static final VectorSpecies<Double> S = species();
    private static final VectorSpecies<Float> F =
            VectorSpecies.of(float.class, VectorShape.forBitSize(32 * S.length()));
    private static final int V = S.length();
    /** Vectors that make up the 16 lanes. */
    private static final int PARTS = 16 / V;
    /** Rows of a Gram product that are weighted at a time: few enough to stay in the cache beside the columns. */
    private static final int BAND = 48;

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
    public void logits(
            double[] x, int at, int d, int count, double[] theta, int from, double[] z, int to, Workspace space) {
        if (d <= Narrow.WIDEST) {
            Narrow.logits(x, at, d, count, theta, from, z, to);
            return;
        }
        int length = (d + 15) & -16;
        double[] padded = space.of(length + 16 * V);
        System.arraycopy(theta, from, padded, 0, d);
        Arrays.fill(padded, d, length, 0);
        int last = x.length - length - at;
        int stream = PARTS == 2 ? count / 4 : 0;
        int done = 0;
        for (; done + 4 <= stream && (3 * stream + done + 3) * d <= last; done += 4) {
            for (int e = 0; e < 4; e++) {
                four(x, at + (done + e) * d, d, stream * d, padded, length + 4 * V * e);
            }
            for (int e = 0; e < 4; e++) {
                fold(padded, length + 4 * V * e, 4, z, to + done + e, stream);
            }
        }
        for (int k = 0; k < 4; k++) {
            oneByOne(x, at, d, k * stream + done, (k + 1) * stream, padded, z, to);
        }
        oneByOne(x, at, d, 4 * stream, count, padded, z, to);
    }

    /** Examples [first, end), of which the last ones may lie too near to the end of x. */
    private static void oneByOne(double[] x, int at, int d, int first, int end, double[] padded, double[] z, int to) {
        int length = (d + 15) & -16;
        int last = x.length - length - at;
        int i = first;
        while (i < end && i * d <= last) {
            int batch = 0;
            for (; batch < 16 && i + batch < end && (i + batch) * d <= last; batch++) {
                one(x, at + (i + batch) * d, d, padded, length + batch * V);
            }
            fold(padded, length, batch, z, to + i, 1);
            i += batch;
        }
        for (; i < end; i++) {
            z[to + i] = Lanes.dot(x, at + i * d, padded, 0, d);
        }
    }

    /** The lanes of one example, folded to one vector. */
    private static void one(double[] x, int at, int d, double[] padded, int to) {
        DoubleVector a0 = DoubleVector.zero(S);
        DoubleVector a1 = a0;
        DoubleVector a2 = a0;
        DoubleVector a3 = a0;
        DoubleVector a4 = a0;
        DoubleVector a5 = a0;
        DoubleVector a6 = a0;
        DoubleVector a7 = a0;
        for (int j = 0; j < d; j += 16) {
            a0 = load(x, at + j).fma(load(padded, j), a0);
            a1 = load(x, at + j + V).fma(load(padded, j + V), a1);
            if (PARTS > 2) {
                a2 = load(x, at + j + 2 * V).fma(load(padded, j + 2 * V), a2);
                a3 = load(x, at + j + 3 * V).fma(load(padded, j + 3 * V), a3);
            }
            if (PARTS > 4) {
                a4 = load(x, at + j + 4 * V).fma(load(padded, j + 4 * V), a4);
                a5 = load(x, at + j + 5 * V).fma(load(padded, j + 5 * V), a5);
                a6 = load(x, at + j + 6 * V).fma(load(padded, j + 6 * V), a6);
                a7 = load(x, at + j + 7 * V).fma(load(padded, j + 7 * V), a7);
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
        a0.add(a1).intoArray(padded, to);
    }

    /**
     * As {@link #one} for four examples, where two vectors make up the lanes. The examples lie apart, in different pages of memory at
     * best: a CPU fetches ahead within a page only, and so in four of them at a time.
     */
    private static void four(double[] x, int at, int d, int stride, double[] padded, int to) {
        DoubleVector a0 = DoubleVector.zero(S);
        DoubleVector b0 = a0;
        DoubleVector a1 = DoubleVector.zero(S);
        DoubleVector b1 = a1;
        DoubleVector a2 = DoubleVector.zero(S);
        DoubleVector b2 = a2;
        DoubleVector a3 = DoubleVector.zero(S);
        DoubleVector b3 = a3;
        int at1 = at + stride;
        int at2 = at1 + stride;
        int at3 = at2 + stride;
        int j = 0;
        for (; j + V < d; j += 16) {
            DoubleVector t = load(padded, j);
            DoubleVector u = load(padded, j + V);
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
            DoubleVector t = load(padded, j);
            a0 = load(x, at + j).fma(t, a0);
            a1 = load(x, at1 + j).fma(t, a1);
            a2 = load(x, at2 + j).fma(t, a2);
            a3 = load(x, at3 + j).fma(t, a3);
        }
        a0.add(b0).intoArray(padded, to);
        a1.add(b1).intoArray(padded, to + V);
        a2.add(b2).intoArray(padded, to + 2 * V);
        a3.add(b3).intoArray(padded, to + 3 * V);
    }

    @Override
    public void logits(
            float[] x, int at, int d, int count, double[] theta, int from, double[] z, int to, Workspace space) {
        int length = (d + 15) & -16;
        double[] padded = space.of(length + 16 * V);
        System.arraycopy(theta, from, padded, 0, d);
        Arrays.fill(padded, d, length, 0);
        int last = x.length - length - at;
        int stream = PARTS == 2 ? count / 4 : 0;
        int done = 0;
        for (; done + 4 <= stream && (3 * stream + done + 3) * d <= last; done += 4) {
            for (int e = 0; e < 4; e++) {
                four(x, at + (done + e) * d, d, stream * d, padded, length + 4 * V * e);
            }
            for (int e = 0; e < 4; e++) {
                fold(padded, length + 4 * V * e, 4, z, to + done + e, stream);
            }
        }
        for (int k = 0; k < 4; k++) {
            oneByOne(x, at, d, k * stream + done, (k + 1) * stream, padded, z, to);
        }
        oneByOne(x, at, d, 4 * stream, count, padded, z, to);
    }

    /** Examples [first, end), of which the last ones may lie too near to the end of x. */
    private static void oneByOne(float[] x, int at, int d, int first, int end, double[] padded, double[] z, int to) {
        int length = (d + 15) & -16;
        int last = x.length - length - at;
        int i = first;
        while (i < end && i * d <= last) {
            int batch = 0;
            for (; batch < 16 && i + batch < end && (i + batch) * d <= last; batch++) {
                one(x, at + (i + batch) * d, d, padded, length + batch * V);
            }
            fold(padded, length, batch, z, to + i, 1);
            i += batch;
        }
        for (; i < end; i++) {
            z[to + i] = Lanes.dot(x, at + i * d, padded, 0, d);
        }
    }

    /** The lanes of one example, folded to one vector. */
    private static void one(float[] x, int at, int d, double[] padded, int to) {
        DoubleVector a0 = DoubleVector.zero(S);
        DoubleVector a1 = a0;
        DoubleVector a2 = a0;
        DoubleVector a3 = a0;
        DoubleVector a4 = a0;
        DoubleVector a5 = a0;
        DoubleVector a6 = a0;
        DoubleVector a7 = a0;
        for (int j = 0; j < d; j += 16) {
            a0 = load(x, at + j).fma(load(padded, j), a0);
            a1 = load(x, at + j + V).fma(load(padded, j + V), a1);
            if (PARTS > 2) {
                a2 = load(x, at + j + 2 * V).fma(load(padded, j + 2 * V), a2);
                a3 = load(x, at + j + 3 * V).fma(load(padded, j + 3 * V), a3);
            }
            if (PARTS > 4) {
                a4 = load(x, at + j + 4 * V).fma(load(padded, j + 4 * V), a4);
                a5 = load(x, at + j + 5 * V).fma(load(padded, j + 5 * V), a5);
                a6 = load(x, at + j + 6 * V).fma(load(padded, j + 6 * V), a6);
                a7 = load(x, at + j + 7 * V).fma(load(padded, j + 7 * V), a7);
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
        a0.add(a1).intoArray(padded, to);
    }

    /** As above from float32. */
    private static void four(float[] x, int at, int d, int stride, double[] padded, int to) {
        DoubleVector a0 = DoubleVector.zero(S);
        DoubleVector b0 = a0;
        DoubleVector a1 = DoubleVector.zero(S);
        DoubleVector b1 = a1;
        DoubleVector a2 = DoubleVector.zero(S);
        DoubleVector b2 = a2;
        DoubleVector a3 = DoubleVector.zero(S);
        DoubleVector b3 = a3;
        int at1 = at + stride;
        int at2 = at1 + stride;
        int at3 = at2 + stride;
        int j = 0;
        for (; j + V < d; j += 16) {
            DoubleVector t = load(padded, j);
            DoubleVector u = load(padded, j + V);
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
            DoubleVector t = load(padded, j);
            a0 = load(x, at + j).fma(t, a0);
            a1 = load(x, at1 + j).fma(t, a1);
            a2 = load(x, at2 + j).fma(t, a2);
            a3 = load(x, at3 + j).fma(t, a3);
        }
        a0.add(b0).intoArray(padded, to);
        a1.add(b1).intoArray(padded, to + V);
        a2.add(b2).intoArray(padded, to + 2 * V);
        a3.add(b3).intoArray(padded, to + 3 * V);
    }

    /** Lane k with k + 4 where there are 8, then k + 2 and k + 1. A sum of nothing but negative zeros is zero. */
    static void fold(double[] a, int at, int count, double[] z, int to, int stride) {
        for (int i = 0; i < count; i++) {
            int k = at + i * V;
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
            z[to + i * stride] = (even + odd) + 0.0;
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
        int length = (d + V - 1) & -V;
        boolean whole = length == d;
        double[] sums = whole ? into : space.of(length);
        int first = whole ? to : 0;
        if (!whole) {
            System.arraycopy(into, to, sums, 0, d);
        }
        int last = x.length - length;
        int i = 0;
        for (; i + 4 <= count && at + (i + 3) * stride <= last; i += 4) {
            four(x, at + i * stride, stride, d, r, from + i, sums, first);
        }
        if (!whole) {
            System.arraycopy(sums, 0, into, to, d);
        }
        for (; i < count; i++) {
            DenseKernel.add(x, at + i * stride, r[from + i], into, to, d);
        }
    }

    private static void four(double[] x, int at, int stride, int d, double[] r, int from, double[] sums, int first) {
        DoubleVector r0 = all(r[from]);
        DoubleVector r1 = all(r[from + 1]);
        DoubleVector r2 = all(r[from + 2]);
        DoubleVector r3 = all(r[from + 3]);
        int at1 = at + stride;
        int at2 = at1 + stride;
        int at3 = at2 + stride;
        for (int j = 0; j < d; j += V) {
            DoubleVector sum = load(x, at + j).fma(r0, load(sums, first + j));
            sum = load(x, at1 + j).fma(r1, sum);
            sum = load(x, at2 + j).fma(r2, sum);
            load(x, at3 + j).fma(r3, sum).intoArray(sums, first + j);
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
        int length = (d + V - 1) & -V;
        boolean whole = length == d;
        double[] sums = whole ? into : space.of(length);
        int first = whole ? to : 0;
        if (!whole) {
            System.arraycopy(into, to, sums, 0, d);
        }
        int last = x.length - length;
        int i = 0;
        for (; i + 4 <= count && at + (i + 3) * stride <= last; i += 4) {
            four(x, at + i * stride, stride, d, r, from + i, sums, first);
        }
        if (!whole) {
            System.arraycopy(sums, 0, into, to, d);
        }
        for (; i < count; i++) {
            DenseKernel.add(x, at + i * stride, r[from + i], into, to, d);
        }
    }

    private static void four(float[] x, int at, int stride, int d, double[] r, int from, double[] sums, int first) {
        DoubleVector r0 = all(r[from]);
        DoubleVector r1 = all(r[from + 1]);
        DoubleVector r2 = all(r[from + 2]);
        DoubleVector r3 = all(r[from + 3]);
        int at1 = at + stride;
        int at2 = at1 + stride;
        int at3 = at2 + stride;
        for (int j = 0; j < d; j += V) {
            DoubleVector sum = load(x, at + j).fma(r0, load(sums, first + j));
            sum = load(x, at1 + j).fma(r1, sum);
            sum = load(x, at2 + j).fma(r2, sum);
            load(x, at3 + j).fma(r3, sum).intoArray(sums, first + j);
        }
    }

    /** Three short loops rather than one: the constants of each fit the registers. */
    @Override
    public void tile(Tile tile, double[] success, double[] failure, int from, int count, double[] curvature, int to) {
        int whole = count & -16;
        double[] z = tile.z();
        double[] e = tile.e();
        if (!decay(z, e, whole)) {
            for (int i = 0; i < whole; i++) {
                e[i] = Exponential.exp(-Math.abs(z[i]));
            }
        }
        for (int part = 0; part < PARTS; part++) {
            loss(z, e, success, failure, from, part * V, whole, tile.lanes());
        }
        if (curvature != null) {
            curvature(e, success, failure, from, whole, curvature, to);
        }
        residual(z, e, success, failure, from, whole);
        ScalarLoops.tail(tile, success, failure, from, whole, count, curvature, to);
    }

    @Override
    public void maxima(double[] x, int at, int d, int count, double[] into) {
        if (d < V) {
            Body.SCALAR.loops().maxima(x, at, d, count, into);
            return;
        }
        for (int i = 0; i < count; i++) {
            int from = at + i * d;
            int j = 0;
            for (; j + V <= d; j += V) {
                load(into, j).max(load(x, from + j).abs()).intoArray(into, j);
            }
            for (; j < d; j++) {
                into[j] = Math.max(into[j], Math.abs(x[from + j]));
            }
        }
    }

    @Override
    public void sums(double[] x, int at, int count, double[] lanes, double[] absolute) {
        int whole = count & -16;
        for (int part = 0; part < PARTS; part++) {
            DoubleVector sum = load(lanes, part * V);
            DoubleVector size = load(absolute, part * V);
            for (int i = part * V; i < whole; i += 16) {
                DoubleVector value = load(x, at + i);
                sum = sum.add(value);
                size = size.add(value.abs());
            }
            sum.intoArray(lanes, part * V);
            size.intoArray(absolute, part * V);
        }
        ScalarLoops.rest(x, at, whole, count, lanes, absolute);
    }

    /** e = exp(-|z|), as {@link Exponential#exp}; or, where some e may not be a normal number, nothing of use, which it then says. */
    private static boolean decay(double[] z, double[] e, int count) {
        DoubleVector most = DoubleVector.zero(S);
        for (int i = 0; i < count; i += V) {
            DoubleVector size = load(z, i).abs();
            DoubleVector minus = size.fma(all(LOG2_E), all(ROUND)).sub(ROUND);
            most = most.max(minus);
            DoubleVector high = minus.fma(all(LN2_HIGH), size.neg());
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
            LongVector shifted = all(ROUND).sub(minus).reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
            mantissa.reinterpretAsLongs().add(shifted).reinterpretAsDoubles().intoArray(e, i);
        }
        return most.lt(Exponential.NORMAL).allTrue();
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
        DoubleVector upper = x.add(ROUND).sub(ROUND);
        DoubleVector f = x.sub(upper).mul(upper.neg().fma(all(0.5), all(1)));
        DoubleVector base = upper.mul(LN2_HIGH);
        DoubleVector baseLow = upper.mul(LN2_LOW);
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
     * Six rows by two vectors of columns at a time, held in twelve registers over all examples; the columns are copied side by side
     * first, so that they stay in the nearest cache. Columns beyond the last are those of the next example, and left out.
     */
    @Override
    public void gram(double[] x, int d, int count, double[] w, double[] packed, Workspace space) {
        if (d <= Narrow.WIDEST) {
            Narrow.gram(x, d, count, w, packed);
            return;
        }
        int width = count * 2 * V;
        int rows = Math.min(BAND, (d + 5) / 6 * 6) * count + V;
        double[] scratch = space.of(width + rows + 12 * V);
        for (int band = 0; band < d; band += BAND) {
            int end = Math.min(band + BAND, d);
            weigh(x, d, count, w, band, end, scratch, width);
            for (int k = 0; k < end; k += 2 * V) {
                columns(x, d, count, k, scratch);
                for (int j = Math.max(band, k / 6 * 6); j < end; j += 6) {
                    cell(scratch, width + (j - band) * count, count, width + rows);
                    add(scratch, width + rows, j, Math.min(j + 6, end), k, packed);
                }
            }
        }
    }

    /**
     * w_i x_ij for j in [band, end), six features side by side: feature band + 6 g + r of example i at [6 (g count + i) + r]. Vectors
     * are wider than six or no divisor of it: each overlaps the one before.
     */
    private static void weigh(
            double[] x, int d, int count, double[] w, int band, int end, double[] weighted, int start) {
        for (int j = band; j < end; j += 6) {
            int to = start + (j - band) * count;
            int i = 0;
            for (int at = j; i < count && at + Math.max(6, V) <= x.length; i++, at += d, to += 6) {
                DoubleVector t = all(w[i]);
                for (int r = 0; r < 6; r += V) {
                    int shifted = Math.min(r, Math.max(0, 6 - V));
                    load(x, at + shifted).mul(t).intoArray(weighted, to + shifted);
                }
            }
            for (; i < count; i++, to += 6) {
                for (int r = 0; r < Math.min(6, end - j); r++) {
                    weighted[to + r] = w[i] * x[i * d + j + r];
                }
            }
        }
    }

    private static void columns(double[] x, int d, int count, int k, double[] columns) {
        int i = 0;
        for (; i < count && i * d + k + 2 * V <= x.length; i++) {
            load(x, i * d + k).intoArray(columns, i * 2 * V);
            load(x, i * d + k + V).intoArray(columns, i * 2 * V + V);
        }
        for (; i < count; i++) {
            System.arraycopy(x, i * d + k, columns, i * 2 * V, Math.min(2 * V, d - k));
        }
    }

    private static void add(double[] sums, int at, int j, int end, int k, double[] packed) {
        for (int row = Math.max(j, k); row < end; row++) {
            int from = at + (row - j) * 2 * V;
            int to = Cholesky.row(row) + k;
            if (row + 1 - k >= 2 * V) {
                load(packed, to).add(load(sums, from)).intoArray(packed, to);
                load(packed, to + V).add(load(sums, from + V)).intoArray(packed, to + V);
            } else {
                for (int c = 0; c < row + 1 - k; c++) {
                    packed[to + c] += sums[from + c];
                }
            }
        }
    }

    private static void cell(double[] scratch, int from, int count, int to) {
        DoubleVector a0 = DoubleVector.zero(S);
        DoubleVector a1 = a0;
        DoubleVector b0 = a0;
        DoubleVector b1 = a0;
        DoubleVector c0 = a0;
        DoubleVector c1 = a0;
        DoubleVector e0 = a0;
        DoubleVector e1 = a0;
        DoubleVector f0 = a0;
        DoubleVector f1 = a0;
        DoubleVector g0 = a0;
        DoubleVector g1 = a0;
        for (int i = 0; i < count; i++) {
            DoubleVector x0 = load(scratch, i * 2 * V);
            DoubleVector x1 = load(scratch, i * 2 * V + V);
            int at = from + 6 * i;
            DoubleVector t = all(scratch[at]);
            a0 = x0.fma(t, a0);
            a1 = x1.fma(t, a1);
            t = all(scratch[at + 1]);
            b0 = x0.fma(t, b0);
            b1 = x1.fma(t, b1);
            t = all(scratch[at + 2]);
            c0 = x0.fma(t, c0);
            c1 = x1.fma(t, c1);
            t = all(scratch[at + 3]);
            e0 = x0.fma(t, e0);
            e1 = x1.fma(t, e1);
            t = all(scratch[at + 4]);
            f0 = x0.fma(t, f0);
            f1 = x1.fma(t, f1);
            t = all(scratch[at + 5]);
            g0 = x0.fma(t, g0);
            g1 = x1.fma(t, g1);
        }
        a0.intoArray(scratch, to);
        a1.intoArray(scratch, to + V);
        b0.intoArray(scratch, to + 2 * V);
        b1.intoArray(scratch, to + 3 * V);
        c0.intoArray(scratch, to + 4 * V);
        c1.intoArray(scratch, to + 5 * V);
        e0.intoArray(scratch, to + 6 * V);
        e1.intoArray(scratch, to + 7 * V);
        f0.intoArray(scratch, to + 8 * V);
        f1.intoArray(scratch, to + 9 * V);
        g0.intoArray(scratch, to + 10 * V);
        g1.intoArray(scratch, to + 11 * V);
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
        if (values == null && SparseVectors.suits(starts, from, to)) {
            SparseVectors.logits(starts, index, from, to, theta, at, z, first, space);
        } else {
            SparseKernel.logits(starts, index, values, from, to, theta, at, z, first);
        }
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
        if (values == null && SparseVectors.suits(starts, from, to)) {
            SparseVectors.accumulate(starts, index, from, to, r, first, into, at, space);
        } else {
            SparseKernel.accumulate(starts, index, values, from, to, r, first, into, at);
        }
    }

    @Override
    public double dot(double[] x, int at, double[] v, int length, Workspace space) {
        boolean whole = ColumnVectors.reaches(x, at, length) && ColumnVectors.reaches(v, 0, length);
        return whole ? ColumnVectors.dot(x, at, v, length, space.of(V)) : Lanes.dot(x, at, v, 0, length);
    }

    @Override
    public void add(double[] x, int at, int length, double by, double[] c, double[] into) {
        boolean whole = ColumnVectors.reaches(x, at, length) && ColumnVectors.reaches(c, 0, length);
        if (whole && ColumnVectors.reaches(into, 0, length)) {
            ColumnVectors.add(x, at, length, by, c, into);
        } else {
            ColumnKernel.add(x, at, length, by, c, into);
        }
    }

    @Override
    public double spread(double[] x, int at, int length, double[] c, double m, Workspace space) {
        boolean whole = ColumnVectors.reaches(x, at, length) && ColumnVectors.reaches(c, 0, length);
        return whole
                ? ColumnVectors.spread(x, at, length, c, m, space.of(16))
                : ColumnKernel.spread(x, at, length, c, m, space);
    }
}
