package dev.odds.spark.loading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Design;
import dev.odds.design.DesignBuilder;
import dev.odds.design.MatrixExamples;
import dev.odds.design.Response;
import dev.odds.design.Workers;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Monitor;
import dev.odds.spark.Leftovers;
import dev.odds.spark.Sessions;
import dev.odds.spark.rows.DataColumns;
import dev.odds.spark.sums.SparkDesign;
import dev.odds.train.Settings;
import dev.odds.train.Solution;
import dev.odds.train.Solver;
import dev.odds.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A fit over partitions has the bits of the fit in one memory. */
class SparkDesignTest {
    private static final int N = 70_001;
    private static final int D = 20;
    private static final DataColumns COLUMNS = new DataColumns("features", "label", "weight", "offset");

    private final double[] x = new double[N * D];
    private final double[] y = new double[N];
    private final double[] w = new double[N];
    private final double[] o = new double[N];

    SparkDesignTest() {
        Random random = new Random(20261124);
        for (int i = 0; i < N; i++) {
            double z = -1;
            for (int j = 0; j < D; j++) {
                double value = 3 * j + random.nextGaussian() * (j + 1);
                x[i * D + j] = value;
                z += (value - 3 * j) / (j + 1) * (j % 3 - 1) / 2.0;
            }
            o[i] = random.nextGaussian() / 4;
            w[i] = 0.1 + random.nextInt(9) / 3.0;
            y[i] = random.nextDouble() < 1 / (1 + Math.exp(-z - o[i])) ? 1 : 0;
        }
    }

    private Dataset<Row> dataset(int partitions) {
        SparkSession session = Sessions.shared();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < N; i++) {
            double[] row = new double[D];
            System.arraycopy(x, i * D, row, 0, D);
            rows.add(RowFactory.create(Vectors.dense(row), y[i], w[i], o[i]));
        }
        StructType schema = new StructType()
                .add("features", SQLDataTypes.VectorType())
                .add("label", DataTypes.DoubleType)
                .add("weight", DataTypes.DoubleType)
                .add("offset", DataTypes.DoubleType);
        JavaRDD<Row> rdd =
                JavaSparkContext.fromSparkContext(session.sparkContext()).parallelize(rows, partitions);
        return session.createDataFrame(rdd, schema).localCheckpoint();
    }

    private Design memory(boolean float32) {
        return new DesignBuilder(true, float32, Workers.of(2)).build(new MatrixExamples(x.clone(), D));
    }

    private static Solution solve(Design design, Response response, Solver solver, double l1Ratio) {
        Penalty penalty = solver == Solver.NEWTON
                ? Penalty.none(D)
                : new Penalty(1e-2, l1Ratio, design.scaling().scale());
        return Trainer.solve(
                new Problem(design, response, penalty, true), new Settings(solver, 1e-9, 0), null, Monitor.NONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Solver.class,
            names = {"NEWTON", "LBFGS", "NEWTON_CG"})
    void everySolverGivesTheBitsOfOneMachine(Solver solver) {
        Solution expected = solve(memory(false), ArrayResponse.of(y, w, o), solver, 0);
        assertTrue(expected.converged());
        try (ClusterData data = ClusterData.read(dataset(3), COLUMNS, new Storage(true, false))) {
            assertInstanceOf(SparkDesign.class, data.design());
            assertEquals(
                    memory(false).scaling().center()[5], data.design().scaling().center()[5]);
            assertSame(expected, solve(data.design(), data.response(), solver, 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,false", "7,true"})
    void anElasticNetToo(int partitions, boolean float32) {
        Solution expected = solve(memory(float32), ArrayResponse.of(y, w, o), Solver.AUTO, 0.7);
        assertTrue(expected.converged());
        try (ClusterData data = ClusterData.read(dataset(partitions), COLUMNS, new Storage(true, float32))) {
            assertSame(expected, solve(data.design(), data.response(), Solver.AUTO, 0.7));
        }
    }

    @Test
    void nothingStaysBehind() throws InterruptedException {
        Dataset<Row> data = dataset(2);
        Leftovers leftovers = Leftovers.of(Sessions.shared().sparkContext());
        try (ClusterData read = ClusterData.read(data, COLUMNS, new Storage(true, false))) {
            assertEquals(N, read.design().examples());
        }
        leftovers.none();
    }

    private static void assertSame(Solution expected, Solution found) {
        assertArrayEquals(expected.coefficients().theta(), found.coefficients().theta());
        assertArrayEquals(expected.coefficients().bias(), found.coefficients().bias());
        assertEquals(expected.loss(), found.loss());
        assertEquals(expected.certificate(), found.certificate());
        assertEquals(expected.iterations(), found.iterations());
    }
}
