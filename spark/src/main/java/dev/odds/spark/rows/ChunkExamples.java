package dev.odds.spark.rows;

import dev.odds.design.Examples;
import dev.odds.table.SparseRows;

/**
 * The examples of a chunk, all of which are taken at once and then handed over.
 *
 * @param chunk not to be read after its examples were taken
 */
public record ChunkExamples(Chunk chunk) implements Examples {
    @Override
    public long count() {
        return chunk.rows();
    }

    @Override
    public int features() {
        return chunk.features();
    }

    @Override
    public boolean isSparse() {
        return chunk.sparse() != null;
    }

    @Override
    public void dense(long first, int count, double[] out, int stride) {
        int d = chunk.features();
        for (int i = 0; i < count; i++) {
            System.arraycopy(chunk.dense(), ((int) first + i) * d, out, i * stride, d);
        }
    }

    @Override
    public double[] take(long first, int count) {
        return chunk.dense();
    }

    @Override
    public SparseRows sparse(long first, int count) {
        return chunk.sparse();
    }
}
