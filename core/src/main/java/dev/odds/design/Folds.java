package dev.odds.design;

import dev.odds.table.InputException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Examples dealt into folds, each of which is held out in turn.
 *
 * @param of the fold of each example, below {@code count}; -1 where an example has no weight; held, not copied
 * @param count K, at least 2
 * @param seed that dealt them; 0 where nothing was left to chance
 */
public record Folds(int[] of, int count, long seed) {
    public Folds {
        if (count < 2) {
            throw new InputException("found %d folds; expected at least 2".formatted(count));
        }
    }

    /**
     * Folds of equal size, in each of which the labels are as frequent as in all: within each label examples are ordered by a hash of seed
     * and number and dealt in turn. An example of both labels belongs to the one that weighs more in it. The labels' folds differ in size by
     * no more than one example, and so do the folds. O(n log n).
     *
     * @param seed another seed deals otherwise
     * @throws InputException if there are fewer examples with a weight than folds
     */
    public static Folds stratified(Response y, int count, long seed) {
        return stratified(y, null, count, seed);
    }

    /**
     * As above; the examples of a cluster stay together, are one to be dealt, and have the label that weighs more in them.
     *
     * @param clusters as {@link Units#clusters} has them, or null; not modified
     */
    public static Folds stratified(Response y, int[] clusters, int count, long seed) {
        return new Dealer(y, clusters).deal(count, seed);
    }

    /** A fold for each example that has a weight: all but one are fitted. */
    public static Folds each(Response y) {
        return new Dealer(y, null).each();
    }

    /**
     * Folds as the user has them.
     *
     * @param numbers one for each example; those of a fold share a number; not modified
     */
    public static Folds given(int[] numbers) {
        int[] distinct = Arrays.stream(numbers).sorted().distinct().toArray();
        int[] of = Arrays.stream(numbers)
                .map(number -> Arrays.binarySearch(distinct, number))
                .toArray();
        return new Folds(of, distinct.length, 0);
    }

    /** The examples in a fold; a new set. */
    public BitSet members(int fold) {
        BitSet members = new BitSet(of.length);
        for (int i = 0; i < of.length; i++) {
            members.set(i, of[i] == fold);
        }
        return members;
    }

    /** The response of the examples in a fold, which evaluate. */
    public Response held(Response whole, int fold) {
        return SelectedResponse.of(checked(whole), members(fold));
    }

    /** The response of the examples in the other folds, which are fitted. */
    public Response fitted(Response whole, int fold) {
        BitSet members = members(fold);
        members.flip(0, of.length);
        return SelectedResponse.of(checked(whole), members);
    }

    private Response checked(Response whole) {
        if (whole.examples() != of.length) {
            throw new InputException("found the folds of %d examples for %d; expected one for each"
                    .formatted(of.length, whole.examples()));
        }
        return whole;
    }
}
