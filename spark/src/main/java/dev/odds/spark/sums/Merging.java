package dev.odds.spark.sums;

import dev.odds.design.MergeTree;
import dev.odds.design.Sum;
import java.util.Iterator;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** Merges on executors what partitions send, before the driver does: whole subtrees, so that it is the same tree. */
final class Merging {
    /** Bytes of sums that a driver merges by itself; a second stage takes longer. */
    static final long MUCH = 1L << 26;

    private Merging() {}

    /** Those of about the square root of as many subtrees as there are partitions. */
    static <S extends Sum<S>> JavaRDD<Merged<S>> on(JavaRDD<Merged<S>> parts, int shards) {
        int level = level(shards, parts.getNumPartitions());
        int count = (shards - 1 >> level) + 1;
        JavaPairRDD<Integer, Merged<S>> placed =
                parts.mapToPair(part -> new Tuple2<>(part.part().first() >> level, part));
        return placed.partitionBy(new HashPartitioner(count)).values().mapPartitions(some -> merged(some, shards));
    }

    /** Subtrees of 2^level shards, of which there are about the square root of the number of partitions. */
    static int level(int shards, int partitions) {
        double subtrees = Math.max(1, Math.sqrt(partitions));
        int level = 0;
        while ((shards - 1 >> level) + 1 > subtrees) {
            level++;
        }
        return level;
    }

    private static <S extends Sum<S>> Iterator<Merged<S>> merged(Iterator<Merged<S>> some, int shards) {
        MergeTree<S> tree = new MergeTree<>(shards);
        some.forEachRemaining(sum -> tree.complete(sum.part()));
        return Merged.of(tree).iterator();
    }
}
