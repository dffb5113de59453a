package dev.odds.design;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** A design in memory: its shards are summed on threads. Immutable, safe for threads. */
public final class MemoryDesign implements Design {
    private final Block[] blocks;
    private final Shards shards;
    private final int features;
    private final long stored;
    private final Scaling scaling;
    private final double[] largest;
    private final Workers workers;
    private Columns columns;

    /**
     * Of blocks that stand already scaled.
     *
     * @param blocks each of {@link Block#SIZE} examples but the last; held, not copied
     */
    public MemoryDesign(Block[] blocks, Scaling scaling, Workers workers) {
        this(blocks, scaling, null, workers);
    }

    /**
     * As above.
     *
     * @param largest what {@link #largest} returns, or null; held, not copied
     */
    MemoryDesign(Block[] blocks, Scaling scaling, double[] largest, Workers workers) {
        this(blocks, scaling, largest, workers, null);
    }

    /** @param given or null for those that suit */
    MemoryDesign(Block[] blocks, Scaling scaling, double[] largest, Workers workers, Shards given) {
        this.features = scaling.features();
        this.scaling = scaling;
        this.largest = largest;
        this.workers = workers;
        long count = 0;
        long entries = 0;
        for (Block block : blocks) {
            count += block.examples();
            entries += block.stored(0, block.examples());
        }
        this.stored = entries;
        this.shards = given == null ? Shards.of(count, features, entries) : given;
        this.blocks = new Block[blocks.length];
        Arrays.setAll(this.blocks, b -> blocks[b].suited(stored));
    }

    /** The same blocks summed by other workers. */
    public MemoryDesign on(Workers others) {
        return new MemoryDesign(blocks, scaling, largest, others, shards);
    }

    /** Not copied. */
    @Override
    public MemoryDesign every(int spacing) {
        Block[] some = new Block[(blocks.length + spacing - 1) / spacing];
        for (int b = 0; b < some.length; b++) {
            some[b] = blocks[b * spacing];
        }
        return new MemoryDesign(some, scaling, null, workers, shards.every(spacing));
    }

    @Override
    public long examples() {
        return shards.examples();
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public long stored() {
        return stored;
    }

    @Override
    public Scaling scaling() {
        return scaling;
    }

    @Override
    public double[] largest() {
        return largest;
    }

    @Override
    public <S extends Sum<S>> S sum(Response y, Supplier<S> zero, Step<S> step) {
        assert y.examples() == examples();
        if (shards.count() == 1) {
            return shard(0, y, zero.get(), step);
        }
        MergeTree<S> tree = new MergeTree<>(shards.count());
        workers.run(shards.count(), shard -> tree.complete(shard, shard(shard, y, zero.get(), step)));
        return tree.result();
    }

    /** Those that were asked for last are kept: folds and groups ask for the same. */
    @Override
    public synchronized Optional<Columns> columns(int[] some, long limit) {
        if (columns != null && columns.bytes() <= limit && columns.contains(some)) {
            return Optional.of(columns);
        }
        ColumnReader reader = new ColumnReader(ActiveSet.of(some, features), blocks, shards, workers);
        Optional<Columns> read = reader.read(limit);
        columns = read.orElse(columns);
        return read;
    }

    private <S extends Sum<S>> S shard(int shard, Response y, S sum, Step<S> step) {
        for (long b = shards.firstBlock(shard); b < shards.firstBlock(shard + 1); b++) {
            Block block = blocks[(int) b];
            step.add(block, y.slice(b * Block.SIZE, block.examples()), sum);
        }
        return sum;
    }
}
