package dev.odds.design;

import dev.odds.table.InputException;
import dev.odds.table.SparseRows;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Writes examples into blocks, in two readings: one for the scaling, one for the blocks.
 *
 * @param center whether full columns may be centered, which needs a bias to take up the shift
 * @param float32 whether dense values are stored in half the memory, rounded after scaling
 * @param workers who reads and, later, sums
 */
public record DesignBuilder(boolean center, boolean float32, Workers workers) {
    /** Squares of values and of the coefficients that belong to them, times weights and penalties, stay within doubles. */
    private static final double LARGEST = 1e120;

    private static final double SMALLEST = 1e-120;

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
        return build(examples, scaling(examples, names));
    }

    /** The design of these examples under a scaling that is given. */
    public MemoryDesign build(Examples examples, Scaling scaling) {
        Shards shards = Shards.of(examples.count(), 0);
        Block[] blocks = new Block[(int) shards.blocks()];
        int pieces = pieces(blocks.length);
        workers.run(pieces, piece -> {
            for (int b = from(piece, pieces, blocks.length); b < from(piece + 1, pieces, blocks.length); b++) {
                blocks[b] = block(examples, (long) b * Block.SIZE, shards.examplesOf(b), scaling);
            }
        });
        return new MemoryDesign(blocks, scaling, workers);
    }

    private static int pieces(int blocks) {
        return Math.max(1, Math.min(64, blocks / 16));
    }

    private static int from(int piece, int pieces, int blocks) {
        return (int) ((long) blocks * piece / pieces);
    }

    private Scaling scaling(Examples examples, IntFunction<String> names) {
        int d = examples.features();
        int blocks = (int) Shards.of(examples.count(), 0).blocks();
        int pieces = examples.isSparse() ? 1 : pieces(blocks);
        double[] origin = origin(examples, d);
        ColumnStatistics[] parts = new ColumnStatistics[pieces];
        workers.run(pieces, piece -> {
            ColumnStatistics part = new ColumnStatistics(origin);
            for (int b = from(piece, pieces, blocks); b < from(piece + 1, pieces, blocks); b++) {
                long first = (long) b * Block.SIZE;
                read(examples, first, (int) Math.min(Block.SIZE, examples.count() - first), part);
            }
            parts[piece] = part;
        });
        for (int piece = 1; piece < pieces; piece++) {
            parts[0].merge(parts[piece]);
        }
        return scaling(parts[0], d, names);
    }

    /** The first example. */
    private static double[] origin(Examples examples, int d) {
        double[] origin = new double[d];
        if (!examples.isSparse()) {
            examples.dense(0, 1, origin, d);
            return origin;
        }
        SparseRows row = examples.sparse(0, 1);
        for (int p = row.starts()[0]; p < row.starts()[1]; p++) {
            origin[row.indices()[p]] = row.values() == null ? 1 : row.values()[p];
        }
        return origin;
    }

    private static void read(Examples examples, long first, int count, ColumnStatistics into) {
        if (examples.isSparse()) {
            into.addSparse(examples.sparse(first, count));
        } else {
            double[] x = new double[count * examples.features()];
            examples.dense(first, count, x, examples.features());
            into.addDense(x, count);
        }
    }

    private Scaling scaling(ColumnStatistics statistics, int d, IntFunction<String> names) {
        double[] centers = new double[d];
        double[] scales = new double[d];
        for (int j = 0; j < d; j++) {
            checkSize(names.apply(j), statistics.size(j));
            centers[j] = center && statistics.isFull(j) ? statistics.center(j) : 0;
            scales[j] = float32 ? statistics.scale(j) : statistics.exactScale(j);
        }
        return new Scaling(centers, scales);
    }

    private static void checkSize(String name, double size) {
        if (size > LARGEST || (size > 0 && size < SMALLEST)) {
            throw new InputException(
                    "%s has values up to %s in size; expected between 1e-120 and 1e120, or 0: multiply it by a power of ten"
                            .formatted(name, size));
        }
    }

    private Block block(Examples examples, long first, int count, Scaling scaling) {
        if (examples.isSparse()) {
            return sparse(examples.sparse(first, count), scaling);
        }
        int d = examples.features();
        double[] x = examples.take(first, count);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < d; j++) {
                x[i * d + j] = (x[i * d + j] - scaling.center()[j]) * scaling.scale()[j];
            }
        }
        return float32 ? new FloatBlock(d, narrowed(x, count * d), count) : new DenseBlock(d, x, count);
    }

    private static float[] narrowed(double[] x, int length) {
        float[] narrow = new float[length];
        for (int j = 0; j < length; j++) {
            narrow[j] = (float) x[j];
        }
        return narrow;
    }

    private static Block sparse(SparseRows rows, Scaling scaling) {
        int[] starts = rows.starts();
        int[] indices = Arrays.copyOfRange(rows.indices(), starts[0], starts[rows.rows()]);
        int[] shifted = new int[starts.length];
        for (int i = 0; i < starts.length; i++) {
            shifted[i] = starts[i] - starts[0];
        }
        double[] values = new double[indices.length];
        boolean ones = true;
        for (int p = 0; p < values.length; p++) {
            double x = rows.values() == null ? 1 : rows.values()[starts[0] + p];
            values[p] = (x - scaling.center()[indices[p]]) * scaling.scale()[indices[p]];
            ones &= values[p] == 1;
        }
        return new SparseBlock(scaling.features(), shifted, indices, ones ? null : values);
    }
}
