package dev.odds.spark;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerBlockUpdated;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.storage.BlockUpdatedInfo;

/** Counts what a context is asked for while it is open. */
final class Watch extends SparkListener implements AutoCloseable {
    private final SparkContext context;
    private final AtomicInteger jobs = new AtomicInteger();
    private final AtomicInteger failedTasks = new AtomicInteger();
    private final AtomicLong broadcast = new AtomicLong();
    private final AtomicLong shuffled = new AtomicLong();

    Watch(SparkContext context) {
        this.context = context;
        told(context);
        context.addSparkListener(this);
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
        jobs.incrementAndGet();
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.taskInfo().failed()) {
            failedTasks.incrementAndGet();
        }
        if (end.taskMetrics() != null) {
            shuffled.addAndGet(end.taskMetrics().shuffleWriteMetrics().bytesWritten());
        }
    }

    @Override
    public void onBlockUpdated(SparkListenerBlockUpdated update) {
        BlockUpdatedInfo block = update.blockUpdatedInfo();
        boolean removed = !block.storageLevel().isValid();
        if (block.blockId().isBroadcast() && !removed) {
            broadcast.addAndGet(block.memSize());
        }
    }

    int jobs() {
        return told(jobs).get();
    }

    int failedTasks() {
        return told(failedTasks).get();
    }

    /** Bytes that the driver offers to every executor. */
    long broadcast() {
        return told(broadcast).get();
    }

    /** Bytes that tasks leave for other tasks. */
    long shuffled() {
        return told(shuffled).get();
    }

    /** Listeners are told late. */
    private <T> T told(T count) {
        try {
            context.listenerBus().waitUntilEmpty();
        } catch (TimeoutException e) {
            throw new AssertionError("listeners are not told", e);
        }
        return count;
    }

    @Override
    public void close() {
        context.removeSparkListener(this);
    }
}
