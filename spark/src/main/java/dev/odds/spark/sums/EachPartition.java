package dev.odds.spark.sums;

import java.io.Serializable;
import org.apache.spark.TaskContext;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction2;

/**
 * A task as Spark calls it. A class with a name, since Spark looks through every lambda for what it holds, and parses large classes of its own
 * for that: twice the time of the rest of a short job.
 */
final class EachPartition<T, R> extends AbstractFunction2<TaskContext, Iterator<T>, R> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PartitionTask<T, R> task;

    EachPartition(PartitionTask<T, R> task) {
        this.task = task;
    }

    @Override
    public R apply(TaskContext context, Iterator<T> elements) {
        return task.of(context.partitionId(), CollectionConverters.asJava(elements));
    }
}
