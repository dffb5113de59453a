package dev.odds.spark.rows;

import dev.odds.design.Block;
import dev.odds.table.SparseRows;
import java.util.Arrays;

/** Copies rows of chunks into one, dense or sparse as it is wanted. */
public final class ChunkWriter {
    private final boolean sparse;
    private int features;
    private int rows;
    private double[] dense = {};
    private final int[] starts = new int[Block.SIZE + 1];
    private int[] indices = {};
    private double[] values = {};
    private final byte[] labels = new byte[Block.SIZE];
    private double[] weights;
    private double[] offsets;

    /** Of no rows yet. */
    public ChunkWriter(boolean sparse) {
        this.sparse = sparse;
    }

    public int rows() {
        return rows;
    }

    /** Adds rows [from, to), {@link Block#SIZE} at most in all. */
    public void add(Chunk chunk, int from, int to) {
        features = chunk.features();
        int count = to - from;
        if (sparse) {
            addSparse(chunk, from, to);
        } else {
            addDense(chunk, from, to);
        }
        System.arraycopy(chunk.labels(), from, labels, rows, count);
        weights = copied(chunk.weights(), from, count, weights, 1);
        offsets = copied(chunk.offsets(), from, count, offsets, 0);
        rows += count;
    }

    /** @param usual what stands for rows that have no number of their own */
    private double[] copied(double[] numbers, int from, int count, double[] into, double usual) {
        if (numbers == null && into == null) {
            return null;
        }
        double[] all = into;
        if (all == null) {
            all = new double[Block.SIZE];
            Arrays.fill(all, usual);
        }
        if (numbers != null) {
            System.arraycopy(numbers, from, all, rows, count);
        }
        return all;
    }

    private void addDense(Chunk chunk, int from, int to) {
        if (dense.length == 0) {
            dense = new double[Block.SIZE * features];
        }
        int at = rows * features;
        if (chunk.dense() != null) {
            System.arraycopy(chunk.dense(), from * features, dense, at, (to - from) * features);
            return;
        }
        SparseRows x = chunk.sparse();
        for (int i = from; i < to; i++) {
            int row = at + (i - from) * features;
            for (int p = x.starts()[i]; p < x.starts()[i + 1]; p++) {
                dense[row + x.indices()[p]] = x.values() == null ? 1 : x.values()[p];
            }
        }
    }

    private void addSparse(Chunk chunk, int from, int to) {
        for (int i = from; i < to; i++) {
            int next = starts[rows + i - from];
            starts[rows + i - from + 1] =
                    chunk.dense() == null ? entries(chunk.sparse(), i, next) : nonZeros(chunk, i, next);
        }
    }

    private int entries(SparseRows x, int row, int next) {
        int from = x.starts()[row];
        int count = x.starts()[row + 1] - from;
        reserve(next + count);
        System.arraycopy(x.indices(), from, indices, next, count);
        if (x.values() == null) {
            Arrays.fill(values, next, next + count, 1);
        } else {
            System.arraycopy(x.values(), from, values, next, count);
        }
        return next + count;
    }

    private int nonZeros(Chunk chunk, int row, int next) {
        reserve(next + features);
        int end = next;
        for (int j = 0; j < features; j++) {
            double x = chunk.dense()[row * features + j];
            if (x != 0) {
                indices[end] = j;
                values[end++] = x;
            }
        }
        return end;
    }

    private void reserve(int entries) {
        if (entries > indices.length) {
            int room = Math.max(entries, 2 * indices.length);
            indices = Arrays.copyOf(indices, room);
            values = Arrays.copyOf(values, room);
        }
    }

    /** The rows; nothing can be added after. */
    public Chunk chunk() {
        SparseRows entries = null;
        double[] numbers = null;
        if (sparse) {
            int[] ends = Arrays.copyOf(starts, rows + 1);
            int stored = ends[rows];
            entries = new SparseRows(ends, Arrays.copyOf(indices, stored), Arrays.copyOf(values, stored));
        } else {
            numbers = rows == Block.SIZE ? dense : Arrays.copyOf(dense, rows * features);
        }
        return new Chunk(features, rows, numbers, entries, labels, weights, offsets);
    }
}
