package dev.odds.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.odds.optimize.Monitor;
import dev.odds.train.Solver;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** A fit that is cancelled ends soon, says so, and leaves nothing behind. */
class CancelFailureTest {
    private static final SparkSession SESSION = Sessions.shared();
    private static final SparkContext CONTEXT = SESSION.sparkContext();
    private static final Sample SAMPLE = Sample.of(3000, 4);
    private static final String GROUP = "to be cancelled";
    /** Of many passes. */
    private static final Fitting LONG = new Fitting(Solver.GRADIENT_DESCENT, 0, false, Monitor.NONE);

    private static final long PATIENCE = 20_000;

    /** Tasks run in this JVM. */
    private static CountDownLatch reading;

    private final Leftovers leftovers = Leftovers.of(CONTEXT);

    @Test
    void aReadingMayBeCancelled() throws InterruptedException {
        ends(slow(), Monitor.NONE, fit -> CONTEXT.cancelJobGroup(GROUP));
    }

    @Test
    void aReadingMayBeInterrupted() throws InterruptedException {
        ends(slow(), Monitor.NONE, Thread::interrupt);
    }

    @Test
    void aPassMayBeCancelled() throws InterruptedException {
        ends(fast(), CancelFailureTest::goOn, fit -> CONTEXT.cancelJobGroup(GROUP));
    }

    @Test
    void aPassMayBeInterrupted() throws InterruptedException {
        ends(fast(), CancelFailureTest::goOn, Thread::interrupt);
    }

    /** Begins a fit, strikes when it is under way, until it ends, and sees that the next is as if nothing had been. */
    private void ends(Dataset<Row> data, Monitor monitor, Blow blow) throws InterruptedException {
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread fit = new Thread(() -> {
            CONTEXT.setJobGroup(GROUP, "a fit", true);
            LONG.watched(monitor).there(data, SAMPLE.columns());
        });
        fit.setUncaughtExceptionHandler((thread, e) -> end.set(e));
        fit.start();
        reading.await();
        long until = System.currentTimeMillis() + PATIENCE;
        while (fit.isAlive() && System.currentTimeMillis() < until) {
            blow.strike(fit);
            fit.join(10);
        }
        assertFalse(fit.isAlive(), "the fit goes on");
        assertNotNull(end.get(), "the fit must not have ended well");
        leftovers.none();
        assertEquals(Fitting.newton().here(SAMPLE), next());
    }

    private static List<String> next() {
        return Fitting.newton().there(SAMPLE.in(SESSION, SAMPLE.even(2)), SAMPLE.columns());
    }

    private interface Blow {
        void strike(Thread fit);
    }

    /** Rows that do not come. */
    private static Dataset<Row> slow() {
        reading = new CountDownLatch(1);
        return SAMPLE.in(
                SESSION,
                (partition, rows) -> {
                    reading.countDown();
                    while (!TaskContext.get().isInterrupted()) {
                        TimeUnit.MILLISECONDS.sleep(10);
                    }
                    return rows;
                },
                SAMPLE.even(2));
    }

    private static Dataset<Row> fast() {
        reading = new CountDownLatch(1);
        return SAMPLE.in(SESSION, SAMPLE.even(2));
    }

    /** The first iteration is done; those that follow must be struck. */
    private static boolean goOn(Object progress) {
        reading.countDown();
        return true;
    }
}
