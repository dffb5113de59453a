package dev.odds.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * SIMD over sparse examples whose every entry is 1, where vectors hold 8 doubles and examples are short: a loop over each would be
 * left at a place that is guessed wrong. So the coefficients of all entries are gathered side by side in one loop, and then summed by
 * example; or the residuals are spread side by side, and then added by entry in one loop. Examples of many entries, each read for its
 * own value, gain nothing: they wait for their coefficients.
 */
final class SparseVectors {
    private static final VectorSpecies<Double> S = VectorLoops.S;
    private static final VectorSpecies<Long> BITS = VectorSpecies.of(long.class, S.vectorShape());
    private static final int V = 8;
    /** Entries an example from which on its own loop is long enough. */
    private static final int MANY = 32;
    /** How far past its entries an example is read and written, so that its length takes no branch. */
    private static final int BEYOND = 32;
    /** From 16 - m on: all bits of m numbers, and none of the 16 after them. */
    private static final long[] KEPT = new long[2 * Lanes.COUNT];

    static {
        Arrays.fill(KEPT, 0, Lanes.COUNT, -1);
    }

    private SparseVectors() {}

    /** Whether examples [from, to) are short and vectors wide. */
    static boolean suits(int[] starts, int from, int to) {
        return S.length() == V && starts[to] - starts[from] <= MANY * (to - from);
    }

    /** As {@link Loops} has it. */
    static void logits(
            int[] starts,
            int[] index,
            int from,
            int to,
            double[] theta,
            int at,
            double[] z,
            int first,
            Workspace space) {
        int base = starts[from];
        int entries = starts[to] - base;
        int sums = entries + BEYOND;
        double[] side = space.of(sums + V * (to - from));
        gather(index, base, entries, theta, at, side);
        for (int i = from; i < to; i++) {
            sum(side, starts[i] - base, starts[i + 1] - starts[i], sums + V * (i - from));
        }
        VectorLoops.fold(side, sums, to - from, z, first, 1);
    }

    /** side_k = theta of entry k. */
    private static void gather(int[] index, int base, int entries, double[] theta, int at, double[] side) {
        int k = 0;
        for (; k + V <= entries; k += V) {
            DoubleVector.fromArray(S, theta, at, index, base + k).intoArray(side, k);
        }
        for (; k < entries; k++) {
            side[k] = theta[at + index[base + k]];
        }
    }

    /** The lanes of one example, lane k added to lane k + 8. */
    private static void sum(double[] side, int p, int length, int to) {
        DoubleVector low = DoubleVector.zero(S);
        DoubleVector high = low;
        int k = 0;
        for (; k + 16 <= length; k += 16) {
            low = low.add(DoubleVector.fromArray(S, side, p + k));
            high = high.add(DoubleVector.fromArray(S, side, p + k + V));
        }
        int kept = 16 - (length - k);
        low = low.add(keep(side, p + k, kept));
        high = high.add(keep(side, p + k + V, kept + V));
        low.add(high).intoArray(side, to);
    }

    private static DoubleVector keep(double[] side, int p, int kept) {
        LongVector bits = LongVector.fromArray(BITS, KEPT, kept);
        return DoubleVector.fromArray(S, side, p).reinterpretAsLongs().and(bits).reinterpretAsDoubles();
    }

    /** As {@link Loops} has it. */
    static void accumulate(
            int[] starts,
            int[] index,
            int from,
            int to,
            double[] r,
            int first,
            double[] into,
            int at,
            Workspace space) {
        int base = starts[from];
        int entries = starts[to] - base;
        double[] side = space.of(entries + BEYOND);
        for (int i = from; i < to; i++) {
            spread(r[first + i - from], side, starts[i] - base, starts[i + 1] - base);
        }
        for (int k = 0; k < entries; k++) {
            into[at + index[base + k]] += side[k];
        }
    }

    /** What is written past {@code end} the next example overwrites. */
    private static void spread(double r, double[] side, int p, int end) {
        DoubleVector all = DoubleVector.broadcast(S, r);
        all.intoArray(side, p);
        all.intoArray(side, p + V);
        all.intoArray(side, p + 2 * V);
        all.intoArray(side, p + 3 * V);
        for (int k = p + BEYOND; k < end; k += V) {
            all.intoArray(side, k);
        }
    }
}
