package dev.odds.design;

/**
 * The units in which examples are read before it is known how many entries they store: runs of whole blocks, from n and d alone, since
 * the statistics of columns are merged in their order.
 *
 * @param examples n
 * @param count how many pieces, at least 1
 */
public record Pieces(long examples, int count) {
    private static final int MOST = 64;
    private static final int BLOCKS = 16;

    /** Statistics of so many columns may be merged, over all pieces, where there are more than a few pieces. */
    private static final int COLUMNS = 1 << 20;

    private static final int FEW = 8;

    /** The pieces of n examples of d features. */
    public static Pieces of(long examples, int features) {
        long most = Math.min(MOST, (examples + Block.SIZE - 1) / Block.SIZE / BLOCKS);
        return new Pieces(examples, (int) Math.max(1, Math.min(most, Math.max(FEW, COLUMNS / Math.max(1, features)))));
    }

    /** The number of blocks. */
    public long blocks() {
        return (examples + Block.SIZE - 1) / Block.SIZE;
    }

    /** The first block of a piece; that of piece {@code count} is the number of blocks. */
    public long firstBlock(int piece) {
        return blocks() * piece / count;
    }

    /** The number of examples in a block. */
    public int examplesOf(long block) {
        return (int) Math.min(Block.SIZE, examples - block * Block.SIZE);
    }
}
