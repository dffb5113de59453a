package dev.odds.spark;

import dev.odds.table.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.SparkStatusTracker;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Fits on two executors, each a process of its own, some of which die; prints every bit of each. Everything travels by Kryo, as on
 * many clusters.
 */
final class ClusterFits {
    static final Sample SAMPLE = Sample.of(9001, 30);
    private static final int DRIVER_AND_EXECUTORS = 3;
    private static final long PAUSE = 10_000_000;
    private static final int[] SIZES = {4000, 1, 5000};

    private ClusterFits() {}

    public static void main(String[] arguments) throws IOException {
        try (SparkSession session = session()) {
            print("healthy", Fitting.newton().there(data(session, Sample.Upstream.NONE), SAMPLE.columns()));
            print("lost while read", Fitting.newton().there(data(session, ClusterFits::dieOnce), SAMPLE.columns()));
            print("lost while fitted", killing("a").there(data(session, Sample.Upstream.NONE), SAMPLE.columns()));
            try {
                killing("b").there(data(session, ClusterFits::forget), SAMPLE.columns());
            } catch (InputException e) {
                print("refused", List.of(e.getMessage()));
            }
            print("stored", List.of(session.sparkContext().getPersistentRDDs().toString()));
        }
    }

    private static SparkSession session() {
        return SparkSession.builder()
                .master("local-cluster[2,1,1024]")
                .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                .config("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1")
                .config("spark.executor.memory", "512m")
                .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
                .config("spark.ui.enabled", "false")
                .getOrCreate();
    }

    /** Once both executors are there, so that each stores a part. */
    private static Dataset<Row> data(SparkSession session, Sample.Upstream upstream) {
        SparkStatusTracker tracker = session.sparkContext().statusTracker();
        while (tracker.getExecutorInfos().length < DRIVER_AND_EXECUTORS) {
            LockSupport.parkNanos(PAUSE);
        }
        return SAMPLE.in(session, upstream, SIZES);
    }

    private static void print(String what, List<String> bits) {
        System.out.println(what + ": " + String.join("; ", bits));
    }

    /** An executor dies in the middle of its work, once. */
    private static List<Row> dieOnce(int partition, List<Row> rows) throws IOException {
        if (partition == 2 && isFirst("died")) {
            Runtime.getRuntime().halt(1);
        }
        return rows;
    }

    /** When they are read again, the rows are fewer. */
    private static List<Row> forget(int partition, List<Row> rows) {
        return Files.exists(folder().resolve("b")) ? rows.subList(0, rows.size() - 1) : rows;
    }

    private static Path folder() {
        return Path.of(System.getenv("SPARK_HOME"));
    }

    private static boolean isFirst(String name) throws IOException {
        return folder().resolve(name).toFile().createNewFile();
    }

    /** Kills one of the executors after the first iteration and leaves a file of that name. */
    private static Fitting killing(String name) {
        return Fitting.newton().watched(progress -> {
            try {
                if (isFirst(name)) {
                    ProcessHandle.current().children().findFirst().ifPresent(ProcessHandle::destroyForcibly);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        });
    }
}
