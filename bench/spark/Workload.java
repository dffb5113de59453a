import static org.apache.spark.sql.functions.array_repeat;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables that are compared, written once as Parquet, of columns label and features. */
enum Workload {
    /** 1,000,000 x 50 normal numbers. */
    DENSE {
        @Override
        Dataset<Row> source(SparkSession spark, Path data) {
            return GaussianRows.of(50).table(spark, 1_000_000, FILES);
        }
    },
    /** Ten copies of each row of a9a: 325,610 x 123, 14 ones a row. */
    A9A {
        @Override
        Dataset<Row> source(SparkSession spark, Path data) {
            return a9a(spark, data, 10, FILES);
        }
    };

    private static final int FILES = 4;

    /** Before it is written. */
    abstract Dataset<Row> source(SparkSession spark, Path data);

    /** So many copies of each row, lazy. */
    static Dataset<Row> a9a(SparkSession spark, Path data, int copies, int partitions) {
        return spark.read()
                .format("libsvm")
                .option("numFeatures", 123)
                .load(data.resolve("a9a/a9a").toString())
                .repartition(partitions)
                .withColumn("label", when(col("label").gt(0), 1.0).otherwise(0.0))
                .withColumn("copy", explode(array_repeat(lit(0), copies)))
                .select("label", "features");
    }

    /** Where everything of it is kept. */
    Path folder(Path cache) {
        return cache.resolve("spark-" + name().toLowerCase());
    }

    /** The table from Parquet, not cached. */
    Dataset<Row> table(SparkSession spark, Path cache, Path data) {
        Path file = folder(cache).resolve("rows.parquet");
        if (!Files.exists(file.resolve("_SUCCESS"))) {
            source(spark, data).write().mode("overwrite").parquet(file.toString());
        }
        return spark.read().parquet(file.toString());
    }
}
