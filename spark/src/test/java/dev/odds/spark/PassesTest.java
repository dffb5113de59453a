package dev.odds.spark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.optimize.Monitor;
import dev.odds.train.Solver;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fit asks of a cluster: so many jobs, little over the wire, the rows once. */
class PassesTest {
    private static final int D = 30;
    private static final Sample SAMPLE = Sample.of(9001, D);
    private static final long BYTES = 9001L * D * Double.BYTES;

    /** Tasks run in this JVM. */
    private static final AtomicInteger READINGS = new AtomicInteger();

    static Stream<Arguments> fits() {
        return Stream.of(
                Arguments.of(Fitting.newton(), 11),
                Arguments.of(new Fitting(Solver.LBFGS, 0, false, Monitor.NONE), 22),
                Arguments.of(new Fitting(Solver.AUTO, 1e-2, false, Monitor.NONE), 17));
    }

    @ParameterizedTest
    @MethodSource("fits")
    void areFewAndSmall(Fitting fitting, int most) {
        SparkSession session = Sessions.shared();
        READINGS.set(0);
        Dataset<Row> data = SAMPLE.in(
                session,
                (partition, rows) -> {
                    READINGS.incrementAndGet();
                    return rows;
                },
                SAMPLE.even(3));
        try (Watch watch = new Watch(session.sparkContext())) {
            fitting.there(data, SAMPLE.columns());
            assertTrue(watch.jobs() <= most, () -> watch.jobs() + " jobs");
            int heads = 2; // of all but the first, by the tasks before theirs
            assertTrue(READINGS.get() <= 1 + 3 + 3 + heads, () -> READINGS + " readings of 3 partitions");
            assertTrue(watch.broadcast() / watch.jobs() < BYTES / 20, () -> watch.broadcast() + " bytes broadcast");
        }
    }
}
