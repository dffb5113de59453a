package dev.odds.spark.sums;

import java.io.Serializable;
import java.util.Iterator;

/** What a job does with each partition, where the partition is. */
@FunctionalInterface
public interface PartitionTask<T, R> extends Serializable {
    /** What comes to the driver of a partition, given its number and its elements. */
    R of(int partition, Iterator<T> elements);
}
