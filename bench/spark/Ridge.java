import org.apache.spark.api.java.JavaDoubleRDD;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.stat.Summarizer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The objective of both sides, by neither's code: the mean of log(1 + e^z) - y z, and lambda / 2 times the sum of squares of
 * sd_j theta_j, sd_j the sample deviation.
 *
 * @param nullLoss the loss of the bias alone
 */
record Ridge(Dataset<Row> table, long examples, double lambda, double[] deviations, double nullLoss) {
    static Ridge of(Dataset<Row> table, double lambda) {
        Row found = table.select(Summarizer.metrics("std", "count").summary(table.col("features")).as("s"))
                .select("s.std", "s.count")
                .first();
        double share = table.selectExpr("avg(label)").first().getDouble(0);
        double nullLoss = -share * Math.log(share) - (1 - share) * Math.log(1 - share);
        return new Ridge(table, found.getLong(1), lambda, ((Vector) found.get(0)).toArray(), nullLoss);
    }

    double value(LogisticRegressionModel model) {
        return value(model.coefficients().toArray(), model.intercept());
    }

    double value(double[] theta, double bias) {
        Vector weights = Vectors.dense(theta);
        JavaDoubleRDD losses = table.select("label", "features").javaRDD().mapToDouble(row -> {
            double z = ((Vector) row.get(1)).dot(weights) + bias;
            double positive = row.getDouble(0) == 1 ? -z : z;
            return Math.max(positive, 0) + Math.log1p(Math.exp(-Math.abs(positive)));
        });
        double squares = 0;
        for (int j = 0; j < theta.length; j++) {
            squares += deviations[j] * theta[j] * deviations[j] * theta[j];
        }
        return losses.sum() / examples + lambda / 2 * squares;
    }
}
