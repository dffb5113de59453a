package dev.odds.design;

import java.io.Serializable;

/**
 * The units of reduction: runs of whole blocks, at most 64 as a rule, of nearly equal length, from n, d and the number of stored entries
 * alone, so that the order of every sum is the same on every machine. Their number is even, so that two threads share them fairly.
 * Where 64 would hold more than 2^26 entries each there are more of them, for as many tasks of a cluster.
 *
 * @param examples n
 * @param count the number of shards, at least 1
 * @param whole how many examples there are where these are a sample of blocks, else n
 * @param spacing one block in so many is in the sample, else 1
 */
public record Shards(long examples, int count, long whole, int spacing) implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MOST = 64;
    /** A shard of less than this many entries is not worth a thread. */
    private static final long ENTRIES = 1L << 16;

    /** A shard of more entries is too much for one task. */
    private static final long MANY_ENTRIES = 1L << 26;

    private static final int MOST_TASKS = 1 << 14;

    /** Nor is one of fewer entries for each feature: making and merging its sum would cost more. */
    private static final long ENTRIES_PER_FEATURE = 8;

    private static final int BLOCKS = 16;
    /** Statistics of so many columns may be merged, over all runs, where there are more than a few. */
    private static final int COLUMNS = 1 << 20;

    private static final int FEW = 8;

    private Shards(long examples, int count) {
        this(examples, count, examples, 1);
    }

    /** The shards of n examples of d features with so many stored entries. */
    public static Shards of(long examples, int features, long stored) {
        long least = Math.max(ENTRIES, ENTRIES_PER_FEATURE * features);
        long work = Math.max(stored, examples) / least;
        long most = Math.max(MOST, Math.min(MOST_TASKS, stored / MANY_ENTRIES));
        int count = (int) Math.max(1, Math.min(Math.min(most, blocks(examples)), work));
        return new Shards(examples, count == 1 ? 1 : count & -2);
    }

    /**
     * Runs of blocks in which n examples of d features are read before it is known how many entries they store: the statistics of columns are
     * merged in their order, over no more runs than there is memory for.
     */
    public static Shards ofReading(long examples, int features) {
        long most = Math.min(MOST, blocks(examples) / BLOCKS);
        return new Shards(examples, (int) Math.max(1, Math.min(most, Math.max(FEW, COLUMNS / Math.max(1, features)))));
    }

    private static long blocks(long examples) {
        return (examples + Block.SIZE - 1) / Block.SIZE;
    }

    /** The number of blocks. */
    public long blocks() {
        return blocks(examples);
    }

    /** The first block of a shard; that of shard {@code count} is the number of blocks. */
    public long firstBlock(int shard) {
        return (blocks(whole) * shard / count + spacing - 1) / spacing;
    }

    /**
     * Those of a sample: of the first block and every {@code every}-th after it, each in the shard that it is in here, so that a sample is
     * summed where the blocks are. Some shards may have none.
     */
    public Shards every(int every) {
        return new Shards(sampled(examples, every), count, whole, spacing * every);
    }

    /** How many of n examples are in the first block and every {@code every}-th after it. */
    public static long sampled(long examples, int every) {
        long stride = (long) every * Block.SIZE;
        return examples / stride * Block.SIZE + Math.min(Block.SIZE, examples % stride);
    }

    /** The number of examples in a block. */
    public int examplesOf(long block) {
        return (int) Math.min(Block.SIZE, examples - block * Block.SIZE);
    }
}
