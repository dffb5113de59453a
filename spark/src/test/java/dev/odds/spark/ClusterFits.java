package dev.odds.spark;

import dev.odds.optimize.Progress;
import dev.odds.table.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Fits on two executors, each a process of its own, some of which die; prints every bit of each. Everything travels by Kryo, as on
 * many clusters.
 */
final class ClusterFits {
    static final Sample SAMPLE = Sample.of(9001, 30);
    private static final int[] SIZES = {4000, 1, 5000};

    private ClusterFits() {}

    public static void main(String[] arguments) throws IOException {
        try (SparkSession session = session()) {
            print("healthy", Fitting.newton().there(data(session, Sample.Upstream.NONE), SAMPLE.columns()));
            print("lost while read", Fitting.newton().there(data(session, ClusterFits::dieOnce), SAMPLE.columns()));
            print("lost while fitted", killing().there(data(session, Sample.Upstream.NONE), SAMPLE.columns()));
            try {
                killing().there(data(session, ClusterFits::forget), SAMPLE.columns());
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

    private static org.apache.spark.sql.Dataset<Row> data(SparkSession session, Sample.Upstream upstream) {
        return SAMPLE.in(session, upstream, SIZES);
    }

    private static void print(String what, List<String> bits) {
        System.out.println(what + ": " + String.join("; ", bits));
    }

    /** An executor dies in the middle of its work; the working folders of executors lie side by side. */
    private static List<Row> dieOnce(int partition, List<Row> rows) throws IOException {
        if (partition == 2 && isFirst("died")) {
            Runtime.getRuntime().halt(1);
        }
        return rows;
    }

    /** When they are read again, the rows are fewer. */
    private static List<Row> forget(int partition, List<Row> rows) throws IOException {
        boolean first = isFirst("read-" + partition);
        return first ? rows : rows.subList(0, rows.size() - 1);
    }

    private static boolean isFirst(String name) throws IOException {
        return Path.of(System.getenv("SPARK_HOME"), name).toFile().createNewFile();
    }

    /** Kills one of the executors after the first iteration. */
    private static Fitting killing() {
        AtomicBoolean done = new AtomicBoolean();
        return Fitting.newton().watched((Progress progress) -> {
            if (!done.getAndSet(true)) {
                ProcessHandle.current().children().findFirst().ifPresent(ProcessHandle::destroyForcibly);
            }
            return true;
        });
    }
}
