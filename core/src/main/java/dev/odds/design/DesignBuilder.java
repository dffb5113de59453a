package dev.odds.design;

import dev.odds.table.InputException;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Writes examples into blocks, in two readings: one for the scaling, one for the blocks; or in one, where blocks are what was read,
 * scaled in place.
 *
 * @param center whether full columns may be centered, which needs a bias to take up the shift
 * @param float32 whether dense values are stored in half the memory, rounded after scaling
 * @param workers who reads and, later, sums
 */
public record DesignBuilder(boolean center, boolean float32, Workers workers) {
    /** Squares of values and of the coefficients that belong to them, times weights and penalties, stay within doubles. */
    private static final double LARGEST = 1e120;

    private static final double SMALLEST = 1e-120;

    private static final double NEAR = 2;

    /** The design of these examples; O(n d) or O(stored entries), memory X once. */
    public MemoryDesign build(Examples examples) {
        return build(examples, j -> "feature " + (j + 1));
    }

    /**
     * As above.
     *
     * @param names what messages call a feature
     * @throws InputException if there are no examples, or the values of a feature are too large or too small
     */
    public MemoryDesign build(Examples examples, IntFunction<String> names) {
        if (examples.count() == 0) {
            throw new InputException("found no examples; expected at least one row that can be used");
        }
        if (examples.isSparse() || float32 && examples.count() > Block.SIZE) {
            ColumnStatistics statistics = statistics(examples, null);
            Scaling scaling = scaling(statistics, names);
            return design(
                    examples,
                    scaling,
                    examples.mixed() == null ? largest(statistics, scaling, !examples.isSparse()) : null,
                    null);
        }
        return examples.count() <= Block.SIZE ? small(examples, names) : inOneReading(examples, names);
    }

    private MemoryDesign inOneReading(Examples examples, IntFunction<String> names) {
        double[][] taken =
                new double[(int) Shards.ofReading(examples.count(), 0).blocks()][];
        ColumnStatistics statistics = statistics(examples, taken);
        Scaling scaling = scaling(statistics, names);
        return design(examples, scaling, largest(statistics, scaling, true), taken);
    }

    /** A single block, read once; not copied where it need not be and is held already. */
    private MemoryDesign small(Examples examples, IntFunction<String> names) {
        int n = (int) examples.count();
        int d = examples.features();
        double[] lasting = examples.lasting();
        double[] x = lasting == null ? examples.take(0, n) : lasting;
        ColumnStatistics statistics = new ColumnStatistics(Arrays.copyOf(x, d));
        statistics.addMoments(x, n);
        if (!float32 && statistics.isStandard(NEAR)) {
            Scaling none = Scaling.none(d);
            return new MemoryDesign(
                    new Block[] {new DenseBlock(d, x, n)}, none, largest(statistics, none, true), workers);
        }
        statistics.addGrains(x, n);
        Scaling scaling = scaling(statistics, names);
        boolean asItIs = !float32 && isNear(scaling);
        if (asItIs) {
            Arrays.fill(scaling.scale(), 1);
        }
        BlockWriter writer = new BlockWriter(scaling, float32);
        Block block = asItIs ? new DenseBlock(d, x, n) : writer.numbers(lasting == null ? x : x.clone(), n);
        return new MemoryDesign(new Block[] {block}, scaling, largest(statistics, scaling, true), workers);
    }

    /**
     * The largest size of every column as it is stored.
     *
     * @param dense whether it is stored dense, which may round it
     */
    public double[] largest(ColumnStatistics statistics, Scaling scaling, boolean dense) {
        double[] largest = new double[scaling.features()];
        for (int j = 0; j < largest.length; j++) {
            double size = statistics.size(j, scaling.center()[j], scaling.scale()[j]);
            largest[j] = dense && float32 ? (float) size : size;
        }
        return largest;
    }

    /** Whether columns are so near zero mean and unit deviation that no solver minds. */
    private static boolean isNear(Scaling scaling) {
        for (int j = 0; j < scaling.features(); j++) {
            double scale = scaling.scale()[j];
            if (scaling.center()[j] != 0 || scale > NEAR || scale < 1 / NEAR) {
                return false;
            }
        }
        return true;
    }

    /** The design of these examples under a scaling that is given. */
    public MemoryDesign build(Examples examples, Scaling scaling) {
        return design(examples, scaling, null, null);
    }

    /** @param taken the unscaled numbers of each block, which are overwritten, or null where they are yet to be read */
    private MemoryDesign design(Examples examples, Scaling scaling, double[] largest, double[][] taken) {
        Shards pieces = Shards.ofReading(examples.count(), 0);
        Block[] blocks = new Block[(int) pieces.blocks()];
        BlockWriter writer = new BlockWriter(scaling, float32);
        workers.run(pieces.count(), piece -> {
            for (int b = (int) pieces.firstBlock(piece); b < pieces.firstBlock(piece + 1); b++) {
                int count = pieces.examplesOf(b);
                blocks[b] = taken == null
                        ? writer.block(examples, (long) b * Block.SIZE, count)
                        : writer.numbers(taken[b], count);
            }
        });
        return new MemoryDesign(blocks, scaling, largest, workers);
    }

    /** @param taken where to keep what is read of each block, or null */
    private ColumnStatistics statistics(Examples examples, double[][] taken) {
        int d = examples.features();
        Shards pieces = Shards.ofReading(examples.count(), d);
        double[] origin = ColumnStatistics.origin(examples);
        MergeTree<ColumnStatistics> tree = new MergeTree<>(pieces.count());
        workers.run(pieces.count(), piece -> {
            ColumnStatistics part = new ColumnStatistics(origin);
            double[] scratch = new double[examples.isSparse() || taken != null ? 0 : Block.SIZE * d];
            for (long b = pieces.firstBlock(piece); b < pieces.firstBlock(piece + 1); b++) {
                long first = b * Block.SIZE;
                int count = pieces.examplesOf(b);
                if (taken == null) {
                    part.add(examples, first, count, scratch);
                } else {
                    taken[(int) b] = examples.take(first, count);
                    part.addDense(taken[(int) b], count);
                }
            }
            tree.complete(piece, part);
        });
        return tree.result();
    }

    /**
     * How columns are scaled.
     *
     * @throws InputException if the values of a feature are too large or too small
     */
    public Scaling scaling(ColumnStatistics statistics, IntFunction<String> names) {
        int d = statistics.features();
        double[] centers = new double[d];
        double[] scales = new double[d];
        for (int j = 0; j < d; j++) {
            checkSize(names, j, statistics.size(j));
            centers[j] = center && statistics.isFull(j) ? statistics.center(j) : 0;
            scales[j] = float32 ? statistics.scale(j) : statistics.exactScale(j);
        }
        return new Scaling(centers, scales);
    }

    private static void checkSize(IntFunction<String> names, int j, double size) {
        if (size > LARGEST || (size > 0 && size < SMALLEST)) {
            throw new InputException(
                    "%s has values up to %s in size; expected between 1e-120 and 1e120, or 0: multiply it by a power of ten"
                            .formatted(names.apply(j), size));
        }
    }
}
