package dev.odds.design;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Runs numbered tasks on the calling thread and up to threads - 1 helpers. A helper that the executor starts too late finds
 * nothing to do, so nobody waits for a busy executor.
 *
 * @param threads the most threads at work, at least 1
 * @param executor lends the helpers
 */
public record Workers(int threads, Executor executor) {
    private static final Logger LOGGER = System.getLogger(Workers.class.getName());

    /** That many threads, helpers lent by the common pool. */
    public static Workers of(int threads) {
        return new Workers(threads, ForkJoinPool.commonPool());
    }

    /**
     * Runs tasks 0 to {@code tasks} - 1, begun in that order, and returns when all are done. The first failure is thrown here.
     */
    public void run(int tasks, IntConsumer task) {
        Job job = new Job(tasks, task);
        callHelpers(job, Math.min(threads, tasks) - 1);
        job.finish();
    }

    /** As many as the executor lends: a thread that was refused is missed only in time. */
    private void callHelpers(Job job, int count) {
        try {
            for (int h = 0; h < count; h++) {
                executor.execute(job::help);
            }
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.DEBUG, "working with fewer threads than asked for", e);
        }
    }

    private static final class Job {
        private final int tasks;
        private final IntConsumer task;
        private final AtomicInteger next = new AtomicInteger();
        private int helping;
        private boolean closed;
        private Throwable failure;

        Job(int tasks, IntConsumer task) {
            this.tasks = tasks;
            this.task = task;
        }

        void help() {
            synchronized (this) {
                if (closed) {
                    return;
                }
                helping++;
            }
            work();
            synchronized (this) {
                helping--;
                notifyAll();
            }
        }

        void finish() {
            work();
            boolean interrupted = false;
            synchronized (this) {
                closed = true;
                while (helping > 0) {
                    try {
                        wait();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            rethrow();
        }

        private void work() {
            try {
                for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                    task.accept(i);
                }
            } catch (RuntimeException | Error e) {
                next.set(tasks);
                synchronized (this) {
                    failure = failure == null ? e : failure;
                }
            }
        }

        private synchronized void rethrow() {
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
        }
    }
}
