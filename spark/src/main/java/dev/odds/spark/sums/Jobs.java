package dev.odds.spark.sums;

import dev.odds.table.InputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/** Runs jobs that end with their caller, and of which the user hears, if anything, the sentence that is meant for him. */
public final class Jobs {
    private Jobs() {}

    /**
     * Runs. If the thread is interrupted the job is cancelled, which Spark by itself would let go on.
     *
     * @throws InputException if that is why a task failed
     */
    public static <T> T run(SparkContext context, Supplier<T> job) {
        String tag = "odds-" + UUID.randomUUID();
        context.addJobTag(tag);
        try {
            return job.get();
        } catch (Exception failure) {
            if (!context.isStopped()) {
                context.cancelJobsWithTag(tag);
            }
            throw told(failure);
        } finally {
            context.removeJobTag(tag);
        }
    }

    /**
     * One job over all partitions.
     *
     * @return what comes of each, in their order
     * @throws InputException if that is why a task failed
     */
    public static <T, R> List<R> each(JavaRDD<T> partitions, PartitionTask<T, R> task) {
        SparkContext context = partitions.context();
        ClassTag<R> any = ClassTag$.MODULE$.apply(Object.class);
        return run(context, () -> {
            List<R> found = new ArrayList<>(Collections.nCopies(partitions.getNumPartitions(), null));
            context.runJob(
                    partitions.rdd(),
                    new EachPartition<>(task),
                    (partition, result) -> {
                        found.set((Integer) partition, result);
                        return BoxedUnit.UNIT;
                    },
                    any);
            return found;
        });
    }

    /** Frees something, whatever interrupts it: Spark would leave it where it is. */
    public static void surely(Runnable free) {
        boolean interrupted = Thread.interrupted();
        while (!ends(free)) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ends(Runnable free) {
        try {
            free.run();
            return true;
        } catch (Exception failure) {
            if (failure instanceof InterruptedException) {
                return false;
            }
            throw failure;
        }
    }

    /** Spark throws checked exceptions that it does not declare. */
    private static RuntimeException told(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InputException input) {
                return input;
            }
        }
        return Jobs.<RuntimeException>asItIs(failure);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> RuntimeException asItIs(Exception failure) throws E {
        throw (E) failure;
    }
}
