package dev.odds.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every task once, whatever the helpers do. */
class WorkersTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    private static void assertEachOnce(Workers workers, int tasks) {
        AtomicIntegerArray runs = new AtomicIntegerArray(tasks);
        assertTimeoutPreemptively(SOON, () -> workers.run(tasks, runs::incrementAndGet));
        for (int i = 0; i < tasks; i++) {
            assertEquals(1, runs.get(i), "task " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,0", "1,7", "4,0", "4,1", "4,3", "4,1000", "50,20"})
    void everyTaskRunsOnce(int threads, int tasks) {
        assertEachOnce(new Workers(threads, pool), tasks);
        assertEachOnce(Workers.of(threads), tasks);
    }

    @Test
    void noMoreHelpersAreAskedForThanThereAreTasks() {
        AtomicInteger asked = new AtomicInteger();
        Workers workers = new Workers(8, helper -> asked.incrementAndGet());
        assertEachOnce(workers, 3);
        assertEquals(2, asked.get());
        assertEachOnce(new Workers(2, helper -> asked.incrementAndGet()), 100);
        assertEquals(3, asked.get());
    }

    @Test
    void helpersThatStartTooLateFindNothingToDo() {
        List<Runnable> late = new ArrayList<>();
        AtomicInteger runs = new AtomicInteger();
        new Workers(4, late::add).run(10, i -> runs.incrementAndGet());
        assertEquals(3, late.size());
        late.forEach(Runnable::run);
        assertEquals(10, runs.get());
    }

    @Test
    void anExecutorThatLendsNobodyDoesNotStopTheWork() {
        assertEachOnce(
                new Workers(4, helper -> {
                    throw new RejectedExecutionException("closed");
                }),
                10);
    }

    @Test
    void aFailureIsThrownWhereTheWorkWasAskedFor() {
        IllegalStateException failure = new IllegalStateException("task 5");
        for (int threads = 1; threads <= 4; threads++) {
            Workers workers = new Workers(threads, pool);
            AtomicInteger runs = new AtomicInteger();
            IllegalStateException thrown = assertThrows(
                    IllegalStateException.class,
                    () -> workers.run(10_000, i -> {
                        runs.incrementAndGet();
                        if (i == 5) {
                            throw failure;
                        }
                    }));
            assertSame(failure, thrown);
            assertTrue(runs.get() < 10_000, "the others stop: " + runs);
        }
    }

    @Test
    void theFailureOfAHelperIsThrownToo() {
        CountDownLatch helped = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        AssertionError thrown = assertThrows(
                AssertionError.class,
                () -> new Workers(2, pool).run(2, i -> {
                    if (Thread.currentThread() == caller) {
                        await(helped);
                    } else {
                        helped.countDown();
                        throw new AssertionError("of a helper");
                    }
                }));
        assertEquals("of a helper", thrown.getMessage());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void workMayBeAskedForWithinWork() {
        AtomicInteger runs = new AtomicInteger();
        Workers workers = new Workers(3, pool);
        assertTimeoutPreemptively(
                SOON, () -> workers.run(8, i -> workers.run(8, j -> workers.run(4, k -> runs.incrementAndGet()))));
        assertEquals(8 * 8 * 4, runs.get());
    }

    @Test
    void anInterruptedCallerStillFinishesAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        AtomicInteger runs = new AtomicInteger();
        new Workers(4, pool).run(500, i -> runs.incrementAndGet());
        assertTrue(Thread.interrupted());
        assertEquals(500, runs.get());
    }
}
