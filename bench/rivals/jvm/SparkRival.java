import dev.odds.bench.Rival;
import dev.odds.bench.RivalNumbers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Spark on one machine, a partition per thread, the table cached. Without standardization its objective is F.
 *
 * <pre>SparkRival THREADS FOLDER LAMBDA BIAS lbfgs</pre>
 */
final class SparkRival {
    private SparkRival() {}

    public static void main(String[] args) throws Exception {
        int threads = Integer.parseInt(args[0]);
        boolean bias = args[3].equals("1");
        SparkSession spark = SparkSession.builder()
                .master("local[" + threads + "]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
        spark.sparkContext().setLogLevel("ERROR");
        Dataset<Row> table = table(spark, RivalNumbers.read(Path.of(args[1])), threads);
        LogisticRegression regression = new LogisticRegression()
                .setRegParam(Double.parseDouble(args[2]))
                .setElasticNetParam(0)
                .setStandardization(false)
                .setFitIntercept(bias)
                .setMaxIter(20_000);
        Rival.serve("Spark " + spark.version(), tolerance -> {
            LogisticRegressionModel model = regression.setTol(tolerance).fit(table);
            double[] theta = model.coefficients().toArray();
            double[] v = Arrays.copyOf(theta, theta.length + (bias ? 1 : 0));
            if (bias) {
                v[theta.length] = model.intercept();
            }
            return v;
        });
        spark.stop();
    }

    private static Dataset<Row> table(SparkSession spark, RivalNumbers numbers, int threads) {
        StructType columns = new StructType()
                .add("label", DataTypes.DoubleType, false)
                .add("features", SQLDataTypes.VectorType(), false);
        List<Row> rows = IntStream.range(0, numbers.examples())
                .mapToObj(i -> RowFactory.create(numbers.labels()[i], vector(numbers, i)))
                .toList();
        Dataset<Row> table = spark.createDataFrame(rows, columns).repartition(threads).cache();
        table.count();
        return table;
    }

    private static Vector vector(RivalNumbers numbers, int i) {
        if (!numbers.isSparse()) {
            return Vectors.dense(numbers.dense()[i]);
        }
        int from = numbers.starts()[i];
        int to = numbers.starts()[i + 1];
        return Vectors.sparse(
                numbers.features(),
                Arrays.copyOfRange(numbers.indices(), from, to),
                Arrays.copyOfRange(numbers.values(), from, to));
    }
}
