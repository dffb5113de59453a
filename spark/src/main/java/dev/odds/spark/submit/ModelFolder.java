package dev.odds.spark.submit;

import dev.odds.table.InputException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
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

    /** All that a saved model or pipeline has. */
    private static final List<String> PARTS = List.of(METADATA, "stages", "data");

    /**
     * Sees that nothing is there but a model or an empty folder, for what is there will be deleted, and that a folder can be there.
     *
     * @throws InputException if something else is there
     */
    public void checkReplaceable(SparkSession session) throws IOException {
        Path named = path();
        FileSystem files = named.getFileSystem(session.sparkContext().hadoopConfiguration());
        Path path = files.makeQualified(named);
        Path there = path;
        while (!files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (files.exists(there) && !files.getFileStatus(there).isDirectory()) {
            throw new InputException("%s: %s is a file; expected a folder".formatted(name, there));
        }
        if (there.equals(path) && !isReplaceable(files, path, session)) {
            throw new InputException(
                    "%s: found something that is no model of Spark, which is not replaced: delete it or give another name"
                            .formatted(name));
        }
    }

    private Path path() {
        try {
            return new Path(name.isBlank() ? "" : name);
        } catch (IllegalArgumentException noName) {
            throw new InputException("--spark-model is '%s'; expected a folder".formatted(name));
        }
    }

    /** A folder of the parts of a model alone, whose metadata name a class as models' do, or of nothing. */
    private static boolean isReplaceable(FileSystem files, Path path, SparkSession session) throws IOException {
        List<String> names = Arrays.stream(files.listStatus(path))
                .map(file -> file.getPath().getName())
                .toList();
        if (names.isEmpty()) {
            return true;
        }
        return PARTS.containsAll(names)
                && names.contains(METADATA)
                && session.read().textFile(new Path(path, METADATA).toString()).takeAsList(1).stream()
                        .anyMatch(line -> line.startsWith("{\"class\":"));
    }
}
