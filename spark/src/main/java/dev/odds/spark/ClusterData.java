package dev.odds.spark;

import dev.odds.design.Design;
import dev.odds.design.Response;
import org.apache.spark.sql.Dataset;

/**
 * The examples of a dataset, stored over the cluster for one fit.
 *
 * @param design X in blocks
 * @param response the labels where the blocks are
 */
record ClusterData(Design design, Response response) implements AutoCloseable {
    /**
     * Reads a dataset once and stores it.
     *
     * @param center whether full columns may be centered, which needs a bias to take up the shift
     * @param float32 whether dense values are stored in half the memory
     */
    static ClusterData read(Dataset<?> data, DataColumns columns, boolean center, boolean float32) {
        throw new UnsupportedOperationException();
    }

    /** Frees what is stored. */
    @Override
    public void close() {}
}
