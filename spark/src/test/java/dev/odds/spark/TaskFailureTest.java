package dev.odds.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.Block;
import dev.odds.design.Design;
import dev.odds.design.DesignBuilder;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Workers;
import dev.odds.objective.LossStep;
import dev.odds.objective.LossSum;
import dev.odds.optimize.Need;
import dev.odds.spark.loading.ClusterData;
import dev.odds.spark.loading.Storage;
import dev.odds.table.InputException;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tasks that fail or lag and blocks that are lost change no bit; what cannot be repeated is refused. */
class TaskFailureTest {
    private static final SparkSession SESSION = Sessions.shared();
    private static final int D = 30;
    private static final Sample SAMPLE = Sample.of(9001, D);
    private static final int[] SIZES = {3000, 1, 0, 6000};
    private static final Fitting NEWTON = Fitting.newton();

    /** Tasks run in this JVM. */
    private static final AtomicInteger READINGS = new AtomicInteger();

    private static final AtomicBoolean LOST = new AtomicBoolean();

    private static List<String> expected;

    private final Leftovers leftovers = Leftovers.of(SESSION.sparkContext());

    @BeforeAll
    static void fitHere() {
        expected = NEWTON.here(SAMPLE);
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        leftovers.none();
    }

    @Test
    void aReadingThatFailsTwiceIsRepeated() {
        Dataset<Row> data = data((partition, rows) -> {
            if (partition == 3 && TaskContext.get().attemptNumber() < 2) {
                throw new IllegalStateException("a disk is away");
            }
            return rows;
        });
        try (Watch watch = new Watch(SESSION.sparkContext())) {
            assertEquals(expected, NEWTON.there(data, SAMPLE.columns()));
            assertTrue(watch.failedTasks() >= 2, "tasks must have failed");
        }
    }

    @Test
    void aPassThatFailsTwiceAddsNothingTwice() {
        try (Watch watch = new Watch(SESSION.sparkContext())) {
            pass(task -> {
                if (task.attemptNumber() < 2) {
                    throw new IllegalStateException("a disk is away");
                }
            });
            assertTrue(watch.failedTasks() >= 2, "tasks must have failed");
        }
    }

    @Test
    void theOrderOfArrivalDoesNotCount() {
        pass(task -> {
            if (task.partitionId() == 0) {
                Thread.sleep(20);
            }
        });
    }

    @Test
    void aReadingThatAlwaysFailsEndsTheFit() {
        Dataset<Row> data = data((partition, rows) -> {
            if (partition == 3) {
                throw new IllegalStateException("the disk is gone");
            }
            return rows;
        });
        Exception end = assertThrows(Exception.class, () -> NEWTON.there(data, SAMPLE.columns()));
        assertTrue(end.getMessage().contains("the disk is gone"), end::getMessage);
    }

    @Test
    void aPassThatAlwaysFailsEndsTheFit() {
        Exception end = assertThrows(
                Exception.class,
                () -> pass(task -> {
                    throw new IllegalStateException("the disk is gone");
                }));
        assertTrue(end.getMessage().contains("the disk is gone"), end::getMessage);
    }

    @Test
    void rowsThatAreGoneWhenReadAgainAreRefused() {
        READINGS.set(0);
        refused(NEWTON, (partition, rows) -> partition == 3 && READINGS.incrementAndGet() > 1 ? rest(rows) : rows);
    }

    @Test
    void rowsThatAreGoneWhenTheirBlocksAreLostAreRefused() {
        LOST.set(false);
        Fitting losing = NEWTON.watched(progress -> {
            LOST.set(true);
            return leftovers.lose() >= 0;
        });
        refused(losing, (partition, rows) -> partition == 3 && LOST.get() ? rest(rows) : rows);
    }

    private static List<Row> rest(List<Row> rows) {
        return rows.subList(1, rows.size());
    }

    private static void refused(Fitting fitting, Sample.Upstream upstream) {
        Dataset<Row> data = data(upstream);
        InputException end = assertThrows(InputException.class, () -> fitting.there(data, SAMPLE.columns()));
        assertTrue(end.getMessage().contains("other rows"), end::getMessage);
    }

    @Test
    void lostBlocksAreReadAgain() {
        AtomicInteger lost = new AtomicInteger();
        Fitting fitting = NEWTON.watched(progress -> {
            lost.addAndGet(leftovers.lose());
            return true;
        });
        assertEquals(expected, fitting.there(data(Sample.Upstream.NONE), SAMPLE.columns()));
        assertTrue(lost.get() > 0, "something must be lost");
    }

    @Test
    void lostBlocksOfASkewedTableLeaveNoRows() {
        Sample large = Sample.of(18_000, D);
        Dataset<Row> skewed = large.in(SESSION, Sample.Upstream.NONE, 18_000);
        Fitting fitting = NEWTON.watched(progress -> leftovers.lose() > 0);
        assertEquals(NEWTON.here(large), fitting.there(skewed, large.columns()));
    }

    /** One pass over a cluster gives the bits of one here. */
    private static void pass(Hindrance hindrance) {
        LossStep step = new LossStep(new double[D + 1]);
        Design design = new DesignBuilder(true, false, Workers.of(2)).build(SAMPLE.examples());
        LossSum here = design.sum(SAMPLE.response(), TaskFailureTest::zero, step);
        try (ClusterData read =
                ClusterData.read(data(Sample.Upstream.NONE), SAMPLE.columns(), new Storage(true, false))) {
            LossSum there = read.design().sum(read.response(), TaskFailureTest::zero, new Hindered(step, hindrance));
            assertEquals(here.loss(0), there.loss(0));
            assertArrayEquals(here.gradient(0), there.gradient(0));
        }
    }

    private static LossSum zero() {
        return new LossSum(D, true, 1, Need.GRADIENT);
    }

    private static Dataset<Row> data(Sample.Upstream upstream) {
        return SAMPLE.in(SESSION, upstream, SIZES);
    }

    /** What happens to a task after each of its blocks. */
    interface Hindrance extends Serializable {
        void meet(TaskContext task) throws InterruptedException;
    }

    /** A step with hindrances on its way. */
    record Hindered(Step<LossSum> step, Hindrance hindrance) implements Step<LossSum> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block x, Slice y, LossSum into) {
            step.add(x, y, into);
            try {
                hindrance.meet(TaskContext.get());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
