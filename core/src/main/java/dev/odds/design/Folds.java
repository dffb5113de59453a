package dev.odds.design;

import dev.odds.kernel.RowHash;
import dev.odds.table.InputException;
import java.util.BitSet;

/**
 * Examples dealt into folds of about one size by a hash of seed and number: example i is in the same fold whatever examples follow it.
 *
 * @param count the number of folds, at least 2
 * @param seed another seed deals otherwise
 */
public record Folds(int count, long seed) {
    public Folds {
        if (count < 2) {
            throw new InputException("found %d folds; expected at least 2".formatted(count));
        }
    }

    /** The fold of an example, below {@link #count}. */
    public int of(long example) {
        return (int) (RowHash.uniform(seed, example) * count);
    }

    /** The response of the examples in a fold, which evaluate. */
    public Response held(Response whole, int fold) {
        return SelectedResponse.of(whole, members(whole, fold));
    }

    /** The response of the examples in the other folds, which are fitted. */
    public Response fitted(Response whole, int fold) {
        BitSet members = members(whole, fold);
        members.flip(0, (int) whole.examples());
        return SelectedResponse.of(whole, members);
    }

    private BitSet members(Response whole, int fold) {
        BitSet members = new BitSet((int) whole.examples());
        for (int i = 0; i < whole.examples(); i++) {
            members.set(i, of(i) == fold);
        }
        return members;
    }
}
