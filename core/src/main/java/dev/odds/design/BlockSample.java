package dev.odds.design;

import java.util.ArrayList;
import java.util.BitSet;

/** Takes blocks out of a design that is read but knows no other way to them. */
final class BlockSample implements Sum<BlockSample> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Block> blocks = new ArrayList<>();

    /** The first block of a design and every {@code spacing}-th after it, in one reading, held in memory. */
    static MemoryDesign of(Design design, int spacing) {
        BlockSample found = design.sum(new Numbers(design.examples()), BlockSample::new, new Take(spacing));
        Shards shards = Shards.of(design.examples(), design.features(), design.stored());
        Block[] blocks = found.blocks.toArray(Block[]::new);
        return new MemoryDesign(blocks, design.scaling(), null, Workers.of(1), shards.every(spacing));
    }

    @Override
    public void merge(BlockSample other) {
        blocks.addAll(other.blocks);
    }

    private record Take(int spacing) implements Step<BlockSample> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, BlockSample into) {
            if (y.from() % spacing == 0) {
                into.blocks.add(block);
            }
        }
    }

    /** No response: its slices tell the number of their block. */
    private record Numbers(long examples) implements Response {
        private static final long serialVersionUID = 1L;

        @Override
        public Slice slice(long first, int count) {
            return new Slice(null, null, null, (int) (first / Block.SIZE), count);
        }

        @Override
        public double successes() {
            return 0;
        }

        @Override
        public double failures() {
            return 0;
        }

        @Override
        public Response without(BitSet absent) {
            return this;
        }

        @Override
        public Response withoutOffset() {
            return this;
        }

        @Override
        public boolean hasOffset() {
            return false;
        }
    }
}
