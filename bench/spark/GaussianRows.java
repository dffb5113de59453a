import java.io.Serializable;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of correlated normal numbers with labels that follow a logistic model, as {@code path-long} of bench/run: correlation 0.7 to
 * the power of the distance of columns, ten features with an effect. A row depends on its number alone, so that a table is the same
 * in any partitions.
 *
 * @param theta the effects; not modified
 */
record GaussianRows(double[] theta) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long SEED = 20261124;
    private static final double CORRELATION = 0.7;
    private static final double BIAS = -0.5;
    private static final int EFFECTS = 10;

    static final StructType COLUMNS = new StructType()
            .add("label", DataTypes.DoubleType, false)
            .add("features", SQLDataTypes.VectorType(), false);

    static GaussianRows of(int features) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] theta = new double[features];
        List<Integer> chosen = random.ints(0, features).distinct().limit(Math.min(EFFECTS, features)).boxed().toList();
        chosen.forEach(j -> theta[j] = random.nextGaussian() / 2);
        return new GaussianRows(theta);
    }

    /** A lazy table of n rows in so many partitions. */
    Dataset<Row> table(SparkSession spark, long examples, int partitions) {
        return spark.createDataFrame(
                spark.range(0, examples, 1, partitions).as(Encoders.LONG()).javaRDD().map(this::row), COLUMNS);
    }

    private Row row(long number) {
        SplittableRandom random = new SplittableRandom(SEED + number);
        double[] x = new double[theta.length];
        double rest = Math.sqrt(1 - CORRELATION * CORRELATION);
        x[0] = random.nextGaussian();
        for (int j = 1; j < x.length; j++) {
            x[j] = CORRELATION * x[j - 1] + rest * random.nextGaussian();
        }
        double z = BIAS + IntStream.range(0, x.length).mapToDouble(j -> theta[j] * x[j]).sum();
        double label = random.nextDouble() < 1 / (1 + Math.exp(-z)) ? 1 : 0;
        return RowFactory.create(label, Vectors.dense(x));
    }
}
