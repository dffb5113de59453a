package dev.odds.spark.submit;

import dev.odds.table.InputException;
import java.io.IOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Where a model for Spark goes.
 *
 * @param name the folder, on any file system that Spark knows
 */
public record ModelFolder(String name) {
    /** What every saved model has. */
    private static final String METADATA = "metadata";

    /**
     * Sees that nothing is there but a model or an empty folder: what is there will be deleted.
     *
     * @throws InputException if something else is there
     */
    public void checkReplaceable(SparkSession session) throws IOException {
        if (name.isBlank()) {
            throw new InputException("--spark-model is '%s'; expected a folder".formatted(name));
        }
        Path path = new Path(name);
        FileSystem files = path.getFileSystem(session.sparkContext().hadoopConfiguration());
        boolean free = !files.exists(path)
                || files.exists(new Path(path, METADATA))
                || files.getFileStatus(path).isDirectory() && files.listStatus(path).length == 0;
        if (!free) {
            throw new InputException(
                    "%s: found something that is no model of Spark, which is not replaced: delete it or give another name"
                            .formatted(name));
        }
    }
}
