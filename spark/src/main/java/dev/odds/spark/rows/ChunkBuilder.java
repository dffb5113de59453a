package dev.odds.spark.rows;

import dev.odds.table.SparseRows;
import java.util.Arrays;

/** Collects examples of one size until they make a chunk. */
final class ChunkBuilder {
    static final int ROWS = 1024;
    /** After so many values as they came, zeros included, a chunk takes no further example. */
    static final int VALUES = 1 << 17;

    private static final int DOUBLE = 8;
    private static final int INDEX = 4;

    private final int features;
    private final VectorRow[] vectors = new VectorRow[ROWS];
    private final byte[] labels = new byte[ROWS];
    private final double[] weights = new double[ROWS];
    private final double[] offsets;
    private int rows;
    private int values;
    private int nonZeros;
    private int ones;

    ChunkBuilder(int features, boolean offsets) {
        this.features = features;
        this.offsets = offsets ? new double[ROWS] : null;
    }

    boolean full() {
        return rows == ROWS || values >= VALUES;
    }

    boolean empty() {
        return rows == 0;
    }

    /** Takes a checked example; the vector is held. */
    void add(VectorRow vector, double label, double weight, double offset) {
        vectors[rows] = vector;
        labels[rows] = (byte) label;
        weights[rows] = weight;
        if (offsets != null) {
            offsets[rows] = offset;
        }
        values += vector.values().length;
        nonZeros += vector.nonZeros();
        ones += vector.ones();
        rows++;
    }

    /** What was collected, in whichever form takes fewer bytes; the builder is empty again. */
    Chunk build() {
        long entry = ones == nonZeros ? INDEX : INDEX + DOUBLE;
        boolean isDense = (long) DOUBLE * rows * features <= entry * nonZeros;
        Chunk chunk = new Chunk(
                features,
                rows,
                isDense ? dense() : null,
                isDense ? null : sparse(),
                Arrays.copyOf(labels, rows),
                Arrays.stream(weights, 0, rows).allMatch(w -> w == 1) ? null : Arrays.copyOf(weights, rows),
                offsets == null ? null : Arrays.copyOf(offsets, rows));
        Arrays.fill(vectors, 0, rows, null);
        rows = 0;
        values = 0;
        nonZeros = 0;
        ones = 0;
        return chunk;
    }

    private double[] dense() {
        double[] x = new double[rows * features];
        for (int i = 0; i < rows; i++) {
            int[] indices = vectors[i].indices();
            double[] row = vectors[i].values();
            if (indices == null) {
                System.arraycopy(row, 0, x, i * features, features);
                continue;
            }
            for (int p = 0; p < row.length; p++) {
                x[i * features + indices[p]] = row[p];
            }
        }
        return x;
    }

    private SparseRows sparse() {
        int[] starts = new int[rows + 1];
        int[] indices = new int[nonZeros];
        double[] stored = ones == nonZeros ? null : new double[nonZeros];
        int next = 0;
        for (int i = 0; i < rows; i++) {
            double[] row = vectors[i].values();
            for (int p = 0; p < row.length; p++) {
                if (row[p] == 0) {
                    continue;
                }
                indices[next] = vectors[i].feature(p);
                if (stored != null) {
                    stored[next] = row[p];
                }
                next++;
            }
            starts[i + 1] = next;
        }
        return new SparseRows(starts, indices, stored);
    }
}
