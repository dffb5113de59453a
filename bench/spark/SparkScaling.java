import dev.odds.spark.Passes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
 * The time of a job of nothing comes from a small table, the time of an entry and of a product from the middle cell of the table;
 * every other cell is a prediction from these three. Prints a line for each, predicted / measured.
 */
final class SparkScaling {
    private static final int RUNS = 9;
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
            long examples, int features, int partitions, int tasks, int shards, double work, double products,
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
        cell(4, 2); // warm
        double nothing = nothing();
        List<Cell> cells = new ArrayList<>();
        for (int times : TIMES) {
            for (int partitions : PARTITIONS) {
                cells.add(cell(times, partitions));
            }
        }
        Cell middle = cells.get(4);
        double entry = (middle.gradient() - nothing) / middle.work();
        double product = (middle.hessian() - middle.gradient()) / middle.products();
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
                    gradient + product * cell.products(), cell.hessian(), sent(cell, false), sent(cell, true));
        }
    }

    /** Three arrays of loss, size and gradient, two more packed halves for a Hessian's, for each subtree. */
    private static String sent(Cell cell, boolean hessian) {
        long variables = cell.features() + 1;
        long sum = 3 * 8 * (variables + 2) + (hessian ? 8 * variables * (variables + 1) / 2 : 0);
        return String.format(
                Locale.ROOT, "%,d / %,d", sum * subtrees(cell), cell.sent()[hessian ? 1 : 0]);
    }

    /** How many whole subtrees make up the shards of all tasks, each with as near as can be the same number of shards. */
    private static int subtrees(Cell cell) {
        int count = 0;
        for (int t = 0; t < cell.tasks(); t++) {
            int from = cell.shards() * t / cell.tasks();
            int to = cell.shards() * (t + 1) / cell.tasks();
            while (from < to) {
                int size = from == 0 ? Integer.highestOneBit(to) : Integer.lowestOneBit(from);
                while (from + size > to) {
                    size /= 2;
                }
                from += size;
                count++;
            }
        }
        return count;
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
                    n, d, partitions, passes.tasks(), passes.shards(), entries, entries * entries / n / 2,
                    gradient, hessian, new long[] {sentGradient, sentHessian});
        }
    }

    private long examples(int times) {
        return times * (sparse ? 325_610L : 250_000L);
    }

    private Dataset<Row> rows(int times, int partitions) {
        if (!sparse) {
            return GaussianRows.of(50).table(spark, examples(times), partitions);
        }
        return Workload.a9a(spark, data, 10 * times, partitions);
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
