import dev.odds.spark.Passes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Compares what docs/scaling.md predicts of a pass with what it takes here: 1, 2 and 4 partitions, n times 1, 4 and 16.
 *
 * <pre>SparkScaling CACHE DATA CORES dense|a9a</pre>
 *
 * The time of a job of nothing comes from a small table, the time of an entry and of a product from the largest one where its passes
 * are fastest; every other line is a prediction from these three. Prints predicted / measured, and the bytes that came to the driver, in sums of
 * the size that docs/scaling.md says.
 */
final class SparkScaling {
    private static final int RUNS = 15;
    private static final int[] PARTITIONS = {1, 2, 4};
    private static final int[] TIMES = {1, 4, 16};

    private final SparkSession spark;
    private final Path data;
    private final int cores;
    private final boolean sparse;
    private final Watch watch;

    /**
     * A cell of the table.
     *
     * @param work entries of X
     * @param products multiplications of a Hessian
     * @param gradient milliseconds
     * @param hessian milliseconds
     * @param sent bytes to the driver, of a gradient and of a Hessian
     */
    private record Cell(
            long examples, int features, int partitions, int tasks, double work, double products,
            double gradient, double hessian, long[] sent) {}

    private SparkScaling(SparkSession spark, Path data, int cores, boolean sparse) {
        this.spark = spark;
        this.data = data;
        this.cores = cores;
        this.sparse = sparse;
        this.watch = Watch.on(spark);
    }

    public static void main(String[] args) {
        int cores = Integer.parseInt(args[2]);
        SparkSession spark = SparkCompare.session(cores);
        new SparkScaling(spark, Path.of(args[1]), cores, args[3].equals("a9a")).table();
        spark.stop();
    }

    private void table() {
        cell(4, 2); // warms up
        cell(4, 4);
        List<Cell> cells = new ArrayList<>();
        for (int times : TIMES) {
            for (int partitions : PARTITIONS) {
                cells.add(cell(times, partitions));
            }
        }
        double nothing = nothing();
        Cell most = cells.subList(6, 9).stream()
                .min(Comparator.comparingDouble(Cell::hessian))
                .orElseThrow();
        double entry = (most.gradient() - nothing) / most.work();
        double product = (most.hessian() - most.gradient()) / most.products();
        System.out.printf(
                Locale.ROOT,
                "%d cores: a job of nothing %.1f ms, an entry %.3f ns, a product %.4f ns%n",
                cores, nothing, entry * 1e6, product * 1e6);
        System.out.println("| n x d | partitions, tasks | gradient, ms | Hessian, ms | sent, gradient | sent, Hessian |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        for (Cell cell : cells) {
            double gradient = nothing + entry * cell.work();
            System.out.printf(
                    Locale.ROOT,
                    "| %,d x %d | %d, %d | %.0f / %.0f | %.0f / %.0f | %s | %s |%n",
                    cell.examples(), cell.features(), cell.partitions(), cell.tasks(), gradient, cell.gradient(),
                    gradient + product * cell.products(), cell.hessian(), sent(cell, 0), sent(cell, 1));
        }
    }

    private static String sent(Cell cell, int need) {
        double sums = (double) cell.sent()[need] / sum(cell.features(), need == 1);
        return String.format(Locale.ROOT, "%,d B = %.1f sums", cell.sent()[need], sums);
    }

    /** Three arrays of loss, size and gradient, and for a Hessian its lower half besides. */
    private static long sum(int features, boolean hessian) {
        long variables = features + 1;
        return 3 * 8 * (variables + 2) + (hessian ? 8 * variables * (variables + 1) / 2 : 0);
    }

    private double nothing() {
        try (Passes passes = new Passes(GaussianRows.of(2).table(spark, 1024, 2), false)) {
            return millis(passes, false);
        }
    }

    private Cell cell(int times, int partitions) {
        try (Passes passes = new Passes(rows(times, partitions), false)) {
            double gradient = millis(passes, false);
            long sentGradient = watch.jobs().get(watch.jobs().size() - 1).resultBytes();
            double hessian = millis(passes, true);
            long sentHessian = watch.jobs().get(watch.jobs().size() - 1).resultBytes();
            long n = examples(times);
            int d = sparse ? 123 : 50;
            double entries = passes.stored();
            return new Cell(
                    n, d, partitions, passes.tasks(), entries, entries * entries / n / 2,
                    gradient, hessian, new long[] {sentGradient, sentHessian});
        }
    }

    private long examples(int times) {
        return times * (sparse ? 130_244L : 62_500L);
    }

    private Dataset<Row> rows(int times, int partitions) {
        if (!sparse) {
            return GaussianRows.of(50).table(spark, examples(times), partitions);
        }
        return Workload.a9a(spark, data, 4 * times, partitions);
    }

    private double millis(Passes passes, boolean hessian) {
        double[] millis = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long begin = System.nanoTime();
            passes.run(hessian);
            millis[run] = (System.nanoTime() - begin) / 1e6;
        }
        watch.settle();
        Arrays.sort(millis);
        return millis[RUNS / 2];
    }
}
