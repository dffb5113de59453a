package dev.odds.spark;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Examples;
import dev.odds.spark.rows.DataColumns;
import dev.odds.table.SparseRows;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
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
 * Seeded examples, as one machine and as a cluster read them.
 *
 * @param x n rows of d
 * @param weights some of them 0, or null
 * @param offsets or null
 * @param sparse whether zeros are not stored
 */
record Sample(double[][] x, double[] labels, double[] weights, double[] offsets, boolean sparse) {
    private static final long SEED = 20261124;

    /** What becomes of a partition's rows before they are read. */
    interface Upstream extends Serializable {
        /** Takes them as they are. */
        Upstream NONE = (partition, rows) -> rows;

        List<Row> rows(int partition, List<Row> rows) throws Exception;
    }

    /** Of a logistic model. */
    static Sample of(int n, int d) {
        return of(n, d, 1);
    }

    /** As above where only this part of the numbers is not 0. */
    static Sample of(int n, int d, double density) {
        Random random = new Random(SEED);
        double[] theta = random.doubles(d, -1, 1).toArray();
        double[][] x = new double[n][d];
        double[] labels = new double[n];
        for (int i = 0; i < n; i++) {
            double z = 0.3;
            for (int j = 0; j < d; j++) {
                x[i][j] = random.nextDouble() < density ? random.nextGaussian() : 0;
                z += theta[j] * x[i][j];
            }
            labels[i] = random.nextDouble() < 1 / (1 + StrictMath.exp(-z)) ? 1 : 0;
        }
        return new Sample(x, labels, null, null, density < 0.5);
    }

    /** The same with weights and offsets. */
    Sample weighted() {
        Random random = new Random(SEED + 1);
        double[] weights = new double[labels.length];
        double[] offsets = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            weights[i] = random.nextInt(4) + random.nextInt(2) * 0.5;
            offsets[i] = random.nextGaussian() / 2;
        }
        return new Sample(x, labels, weights, offsets, sparse);
    }

    /** The same without weights and offsets, those of label 0 first. */
    Sample byLabel() {
        int[] order = IntStream.range(0, rows())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> labels[i]))
                .mapToInt(i -> i)
                .toArray();
        double[][] sorted = Arrays.stream(order).mapToObj(i -> x[i]).toArray(double[][]::new);
        return new Sample(
                sorted, Arrays.stream(order).mapToDouble(i -> labels[i]).toArray(), null, null, sparse);
    }

    int rows() {
        return x.length;
    }

    DataColumns columns() {
        return new DataColumns(
                "features", "label", weights == null ? null : "weight", offsets == null ? null : "offset");
    }

    ArrayResponse response() {
        return ArrayResponse.of(labels, weights, offsets);
    }

    /** Sizes of so many partitions, as equal as can be. */
    int[] even(int partitions) {
        return IntStream.range(0, partitions)
                .map(p -> (int) ((p + 1L) * rows() / partitions - (long) p * rows() / partitions))
                .toArray();
    }

    /** The rows in their order, so many in each partition. */
    Dataset<Row> in(SparkSession session, int... sizes) {
        return in(session, Upstream.NONE, sizes);
    }

    /** As above. */
    Dataset<Row> in(SparkSession session, Upstream upstream, int... sizes) {
        List<List<Row>> parts = new ArrayList<>();
        int first = 0;
        for (int size : sizes) {
            parts.add(new ArrayList<>(
                    IntStream.range(first, first + size).mapToObj(this::row).toList()));
            first += size;
        }
        if (first != rows()) {
            throw new AssertionError("the partitions have %d rows of %d".formatted(first, rows()));
        }
        return of(session, parts, upstream);
    }

    /** A dataset of these rows; only where they are travels with each task. */
    static Dataset<Row> of(SparkSession session, List<List<Row>> parts, Upstream upstream) {
        StructType schema = new StructType()
                .add("features", SQLDataTypes.VectorType())
                .add("label", DataTypes.DoubleType)
                .add("weight", DataTypes.DoubleType)
                .add("offset", DataTypes.DoubleType);
        JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
        Broadcast<List<List<Row>>> held = context.broadcast(parts);
        List<Integer> places = IntStream.range(0, parts.size()).boxed().toList();
        return session.createDataFrame(
                context.parallelize(places, parts.size())
                        .mapPartitionsWithIndex(
                                (p, place) ->
                                        upstream.rows(p, held.value().get(p)).iterator(),
                                false),
                schema);
    }

    /** Example i. */
    Row row(int i) {
        Vector vector = Vectors.dense(x[i].clone());
        return RowFactory.create(
                sparse ? vector.toSparse() : vector,
                labels[i],
                weights == null ? 1.0 : weights[i],
                offsets == null ? 0.0 : offsets[i]);
    }

    /** X as one machine reads it. */
    Examples examples() {
        return new Held(x, sparse);
    }

    private record Held(double[][] x, boolean isSparse) implements Examples {
        @Override
        public long count() {
            return x.length;
        }

        @Override
        public int features() {
            return x[0].length;
        }

        @Override
        public void dense(long first, int count, double[] out, int stride) {
            for (int i = 0; i < count; i++) {
                System.arraycopy(x[(int) first + i], 0, out, i * stride, features());
            }
        }

        @Override
        public SparseRows sparse(long first, int count) {
            int[] starts = new int[count + 1];
            int[] indices = new int[count * features()];
            double[] values = new double[indices.length];
            int stored = 0;
            for (int i = 0; i < count; i++) {
                double[] row = x[(int) first + i];
                for (int j = 0; j < row.length; j++) {
                    if (row[j] != 0) {
                        indices[stored] = j;
                        values[stored++] = row[j];
                    }
                }
                starts[i + 1] = stored;
            }
            return new SparseRows(starts, Arrays.copyOf(indices, stored), Arrays.copyOf(values, stored));
        }
    }
}
