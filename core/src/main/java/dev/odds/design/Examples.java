package dev.odds.design;

import dev.odds.table.SparseRows;

/**
 * The columns of X as their owner holds them, unscaled, read in order and in pieces; a design is built from it in two readings.
 *
 * <p>An implementation is mixed, dense or sparse as a whole: the design reads {@link #mixed} where it is, else calls {@link #dense}
 * or {@link #sparse}. All values are finite.
 */
public interface Examples {
    /**
     * Whether examples are better read sparse: where that saves most of the arithmetic.
     *
     * @param stored how many entries are not 0
     * @param cells n d
     * @param features d
     */
    static boolean suitSparse(long stored, long cells, int features) {
        return features > 16 && stored * 3 < cells;
    }

    /** n. */
    long count();

    /** d. */
    int features();

    /** Whether to read through {@link #sparse} rather than {@link #dense}; decided from the data alone. */
    boolean isSparse();

    /**
     * Copies examples [first, first + count) to {@code out}, example after example.
     *
     * @param out overwritten: feature j of example i at out[(i - first) * stride + j], for j below d
     */
    void dense(long first, int count, double[] out, int stride);

    /**
     * As {@link #dense}, into an array that is the caller's, without gaps from its start on.
     *
     * @param first a multiple of {@link Block#SIZE}
     * @param count as many, or all that are left
     */
    default double[] take(long first, int count) {
        double[] x = new double[count * features()];
        dense(first, count, x, features());
        return x;
    }

    /**
     * All dense examples, one after another without gaps, where they are held so and stay as they are while a design of them is in use;
     * else null. Not to be modified.
     */
    default double[] lasting() {
        return null;
    }

    /**
     * The same examples, each of which {@link #take} may hand over rather than copy, where they are so stored: after that neither
     * these nor what they were made from can be read.
     */
    default Examples consumed() {
        return this;
    }

    /** How to read them as numbers beside levels, or null where they are not so stored; decided from the data alone. */
    default MixedExamples mixed() {
        return null;
    }

    /** Examples [first, first + count) as their stored entries. */
    SparseRows sparse(long first, int count);
}
