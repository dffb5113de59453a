package dev.odds.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Random rows of a logistic model, as a dataset with label, features, weight and offset. */
final class Samples {
    private Samples() {}

    /** Features of several scales and places, n x d, the last a mixture of the first two and noise. */
    static double[][] features(int n, int d, long seed) {
        Random random = new Random(seed);
        double[][] x = new double[n][d];
        for (double[] row : x) {
            for (int j = 0; j < d; j++) {
                row[j] = (j == d - 1 ? 0.5 * row[0] : 0) + random.nextGaussian() * (1 + j) + j;
            }
        }
        return x;
    }

    /** Labels of a model with coefficients +-1 / (1 + j), by whose noise they are never separated. */
    static double[] labels(double[][] x, long seed) {
        Random random = new Random(seed);
        double[] labels = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double logit = -0.5;
            for (int j = 0; j < x[i].length; j++) {
                logit += (j % 2 == 0 ? 1.0 : -1.0) / (1 + j) * (x[i][j] - j);
            }
            labels[i] = random.nextDouble() * (1 + Math.exp(-logit)) < 1 ? 1 : 0;
        }
        return labels;
    }

    /** Whole numbers from 1 to 4. */
    static double[] weights(int n, long seed) {
        return new Random(seed).doubles(n, 1, 5).map(Math::floor).toArray();
    }

    /** Between -1 and 1. */
    static double[] offsets(int n, long seed) {
        return new Random(seed).doubles(n, -1, 1).toArray();
    }

    /** n rows of d features, in two partitions, held in memory. */
    static Dataset<Row> dataset(int n, int d, long seed) {
        double[][] x = features(n, d, seed);
        return dataset(x, labels(x, seed + 1), weights(n, seed + 2), offsets(n, seed + 3));
    }

    static Dataset<Row> dataset(double[][] x, double[] labels, double[] weights, double[] offsets) {
        StructType schema = new StructType()
                .add("label", DataTypes.DoubleType)
                .add("features", new VectorUDT())
                .add("weight", DataTypes.DoubleType)
                .add("offset", DataTypes.DoubleType);
        List<Row> rows = new ArrayList<>(x.length);
        for (int i = 0; i < x.length; i++) {
            rows.add(RowFactory.create(labels[i], Vectors.dense(x[i]), weights[i], offsets[i]));
        }
        return Sessions.shared().createDataFrame(rows, schema);
    }
}
