import dev.odds.LogisticRegression;
import dev.odds.Optimum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Properties;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What is found once for a workload and a lambda.
 *
 * @param least min F, by Odds on one machine, in memory, to 1e-13
 * @param iterations the fewest of Spark's own after which it is within the gap
 */
record Plan(double least, int iterations) {
    static final double GAP = 1e-6;
    private static final int MOST = 512;

    static Plan of(Ridge ridge, Path folder) {
        Path file = folder.resolve("plan-" + ridge.lambda() + ".properties");
        try {
            Properties kept = new Properties();
            if (!Files.exists(file)) {
                double least = least(ridge);
                kept.setProperty("least", Double.toString(least));
                kept.setProperty("iterations", Integer.toString(fewest(ridge, least)));
                try (var out = Files.newBufferedWriter(file)) {
                    kept.store(out, null);
                }
            }
            try (var in = Files.newBufferedReader(file)) {
                kept.load(in);
            }
            return new Plan(
                    Double.parseDouble(kept.getProperty("least")), Integer.parseInt(kept.getProperty("iterations")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Odds divides a variance by n, Spark by n - 1. */
    private static double least(Ridge ridge) {
        int n = (int) ridge.examples();
        int d = ridge.deviations().length;
        double[] x = new double[n * d];
        double[] y = new double[n];
        Iterator<Row> rows = ridge.table().select("label", "features").toLocalIterator();
        for (int i = 0; i < n; i++) {
            Row row = rows.next();
            y[i] = row.getDouble(0);
            System.arraycopy(((Vector) row.get(1)).toArray(), 0, x, i * d, d);
        }
        Optimum optimum = LogisticRegression.create()
                .withLambda(ridge.lambda() * n / (n - 1.0))
                .withStandardize(true)
                .withTolerance(1e-13)
                .solve(x, d, y);
        return ridge.value(optimum.coefficients().theta(), optimum.coefficients().bias()[0]);
    }

    /** By doubling, then halving: F falls with every iteration. */
    private static int fewest(Ridge ridge, double least) {
        int enough = 4;
        while (!reaches(ridge, least, enough)) {
            enough *= 2;
            if (enough > MOST) {
                throw new IllegalStateException("Spark is not within the gap after " + MOST + " iterations");
            }
        }
        int few = enough / 2;
        while (enough - few > 1) {
            int middle = (few + enough) / 2;
            if (reaches(ridge, least, middle)) {
                enough = middle;
            } else {
                few = middle;
            }
        }
        return enough;
    }

    private static boolean reaches(Ridge ridge, double least, int iterations) {
        double value = ridge.value(Side.spark(ridge.lambda(), iterations).fit(ridge.table()));
        double gap = (value - least) / ridge.nullLoss();
        System.err.printf("Spark, %d iterations: gap %.2e%n", iterations, gap);
        return gap <= GAP;
    }
}
