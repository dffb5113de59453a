import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Times Spark's own logistic regression and that of Odds in one context of two cores, in turn, to one gap of one objective.
 *
 * <pre>SparkCompare CACHE DATA WORKLOAD LAMBDA cached|parquet ROUNDS SIDE...</pre>
 *
 * CACHE keeps tables and minima, DATA has the folder a9a. SIDE is spark, odds, float32 or a solver of Odds; the first one pays for what the JVM loads
 * at a first fit. With no rounds only what is kept is prepared. Prints for each side the seconds of the first fit, the median of the
 * later half, the gap, the jobs of the last fit, and the bytes that it kept: at most, and when its last job ended.
 */
final class SparkCompare {
    private final Watch watch;
    private final Dataset<Row> table;
    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
    private final Map<String, LogisticRegressionModel> models = new LinkedHashMap<>();
    private final Map<String, String> remarks = new LinkedHashMap<>();

    private SparkCompare(Watch watch, Dataset<Row> table) {
        this.watch = watch;
        this.table = table;
    }

    public static void main(String[] args) {
        SparkSession spark = session(2);
        Path cache = Path.of(args[0]);
        Workload workload = Workload.valueOf(args[2].toUpperCase(Locale.ROOT));
        double lambda = Double.parseDouble(args[3]);
        int rounds = Integer.parseInt(args[5]);
        Dataset<Row> table = workload.table(spark, cache, Path.of(args[1]));
        if (args[4].equals("cached")) {
            table = table.cache();
            table.count();
        }
        Ridge ridge = Ridge.of(table, lambda);
        Plan plan = Plan.of(ridge, workload.folder(cache));
        SparkCompare compare = new SparkCompare(Watch.on(spark), table);
        for (int round = 0; round < rounds; round++) {
            for (int s = 6; s < args.length; s++) {
                compare.time(args[s], side(args[s], lambda, plan));
            }
        }
        System.out.printf(
                "%s, n = %d, lambda %s, %s, %d partitions, Spark %s, Java %s, %d iterations of Spark's own%n",
                workload, ridge.examples(), args[3], args[4], table.javaRDD().getNumPartitions(), spark.version(),
                System.getProperty("java.version"), plan.iterations());
        compare.tell(ridge, plan.least());
        spark.stop();
    }

    static SparkSession session(int cores) {
        SparkSession spark = SparkSession.builder()
                .master("local[" + cores + "]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
        spark.sparkContext().setLogLevel("ERROR");
        return spark;
    }

    private static Side side(String name, double lambda, Plan plan) {
        return switch (name) {
            case "spark" -> Side.spark(lambda, plan.iterations());
            case "odds" -> Side.odds(lambda, Plan.GAP, "auto", false);
            case "float32" -> Side.odds(lambda, Plan.GAP, "auto", true);
            default -> Side.odds(lambda, Plan.GAP, name, false);
        };
    }

    private void time(String name, Side side) {
        watch.restart();
        long begin = System.nanoTime();
        LogisticRegressionModel model = side.fit(table);
        seconds.computeIfAbsent(name, n -> new ArrayList<>()).add((System.nanoTime() - begin) / 1e9);
        watch.settle();
        models.put(name, model);
        remarks.put(
                name,
                String.format(
                        "%d jobs %s ms, kept at most %,d and at the end %,d bytes",
                        watch.jobs().size(),
                        watch.jobs().stream().map(Watch.Job::millis).toList(),
                        watch.peak(),
                        watch.lasting()));
    }

    private void tell(Ridge ridge, double least) {
        seconds.forEach((name, of) -> {
            double[] late = of.subList(of.size() / 2, of.size()).stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            double gap = (ridge.value(models.get(name)) - least) / ridge.nullLoss();
            System.out.printf(
                    Locale.ROOT,
                    "%-8s first %6.3f s, median of the last %d %6.3f s (%.3f to %.3f), gap %.1e, %s%n",
                    name, of.get(0), late.length, late[late.length / 2], late[0], late[late.length - 1], gap,
                    remarks.get(name));
        });
    }
}
