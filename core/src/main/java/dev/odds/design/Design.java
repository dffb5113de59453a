package dev.odds.design;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * X in R^{d x n}, wherever it is: in memory, on disk, on a cluster. What is asked of it is a sum over its examples.
 *
 * <p>The values are those of the user's columns under {@link #scaling()}: exact, and undone when coefficients are reported.
 */
public interface Design {
    /** n. */
    long examples();

    /** d. */
    int features();

    /** The number of stored entries: n d where dense. */
    long stored();

    /** How the stored columns come from the user's. */
    Scaling scaling();

    /** The largest stored |x_ij| of every feature j, where a reading for other ends has found it, else null; not to be modified. */
    default double[] largest() {
        return null;
    }

    /**
     * Adds every example once, in the order of {@link Shards}: each shard from its own zero, in order, then merged in the fixed
     * tree of {@link MergeTree}. The result has the same bits wherever and on however many threads it is computed.
     *
     * @param y the response of these examples
     * @param zero a new empty sum
     * @param step adds one block
     */
    <S extends Sum<S>> S sum(Response y, Supplier<S> zero, Step<S> step);

    /** Whether a block may have features that exclude each other, as {@link Block#groups} tells. */
    default boolean mayHaveGroups() {
        return true;
    }

    /**
     * The first block and every {@code spacing}-th after it as a design by themselves, with the shards of {@link Shards#every}. As it
     * stands here they are held in memory.
     */
    default Design every(int spacing) {
        return BlockSample.of(this, spacing);
    }

    /** Whether a number for each example may be brought together here, as those that many products with one Hessian share. */
    default boolean gathers() {
        return true;
    }

    /**
     * X by feature for some of the features at least, where the design is in memory and they take no more than so many bytes; what they
     * take is known before it is taken. Empty elsewhere: whoever asks needs another way.
     *
     * @param features increasing; not modified
     * @param limit decided from data and options alone
     */
    default Optional<Columns> columns(int[] features, long limit) {
        return Optional.empty();
    }
}
