package dev.odds.objective;

import dev.odds.design.Block;

/**
 * How the examples of a block are taken, which changes no bit: logits of a stretch at once, long enough that several streams through
 * it lie in pages of their own; then losses and gradient of a piece of it at a time, at most a run, which is still in the nearest
 * cache. A block that lies in the nearest cache as a whole is taken a run at a time.
 *
 * @param length examples, a multiple of 16 or all those of a block
 * @param piece examples, a multiple of 16 or all those of a block
 */
record Stretch(int length, int piece) {
    /** Stored numbers that fill a third of the nearest cache, and four pages of memory. */
    private static final int NUMBERS = 4096;

    private static final int LEAST = 16;

    /** For blocks like this one. */
    static Stretch of(Block block) {
        int n = block.examples();
        long stored = block.stored(0, n);
        int most = stored <= NUMBERS ? LossSum.RUN : Block.SIZE;
        int length = LEAST;
        while (length < most && stored * length < (long) NUMBERS * n) {
            length *= 2;
        }
        return new Stretch(Math.min(length, n), Math.min(Math.min(length, LossSum.RUN), n));
    }

    /** Whether it serves another block: the last one has fewer examples. */
    boolean holds(Block block) {
        return block.examples() <= length || length % LEAST == 0;
    }
}
