package dev.odds.spark.loading;

import dev.odds.spark.rows.Chunk;

/**
 * Rows of a chunk that belong together with others.
 *
 * @param chunk where they are
 * @param from the first of them in the chunk
 * @param to behind the last
 */
record RowRange(Chunk chunk, int from, int to) {
    int count() {
        return to - from;
    }
}
