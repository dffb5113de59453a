package dev.odds.spark;

import dev.odds.table.SparseRows;


/**
 * Consecutive examples of one partition as they came, unscaled and compact: dense or sparse by what takes less.
 *
 * @param features d
 * @param rows how many examples
 * @param dense example after example, rows x d, or null
 * @param sparse the stored entries, or null; one of the two is there
 * @param labels 0 or 1, one per example
 * @param weights one per example, or null where each is 1
 * @param offsets one per example, or null where each is 0
 */
record Chunk(
        int features, int rows, double[] dense, SparseRows sparse, byte[] labels, double[] weights, double[] offsets)
        implements Rows {
    private static final long serialVersionUID = 1L;
}
