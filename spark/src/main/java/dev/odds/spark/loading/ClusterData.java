package dev.odds.spark.loading;

import dev.odds.design.Design;
import dev.odds.design.Response;
import dev.odds.spark.rows.DataColumns;
import dev.odds.spark.rows.FeatureNames;
import dev.odds.spark.rows.RowReader;
import dev.odds.spark.rows.Rows;
import dev.odds.spark.rows.Selection;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;

/**
 * The examples of a dataset, stored for one fit: over the cluster, or on the driver where they are a single block.
 *
 * @param design X in blocks
 * @param response the labels where the blocks are
 * @param stored what is kept until the fit ends, or null
 */
public record ClusterData(Design design, Response response, StoredBlocks stored) implements AutoCloseable {
    /**
     * Reads a dataset, twice as a rule, and stores it.
     *
     * @throws dev.odds.table.InputException if a row cannot be used, in one sentence with its place
     */
    public static ClusterData read(Dataset<?> data, DataColumns columns, Storage storage) {
        RowReader reader = new RowReader(columns);
        JavaRDD<Rows> rows =
                Selection.of(data, columns).queryExecution().toRdd().toJavaRDD().mapPartitions(reader::read);
        return new Loading(rows, storage, columns, FeatureNames.of(data.schema(), columns.features())).load();
    }

    /** Frees what is stored. */
    @Override
    public void close() {
        if (stored != null) {
            stored.close();
        }
    }
}
