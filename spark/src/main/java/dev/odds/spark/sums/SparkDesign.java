package dev.odds.spark.sums;

import dev.odds.design.Design;
import dev.odds.design.MergeTree;
import dev.odds.design.Response;
import dev.odds.design.Scaling;
import dev.odds.design.Shards;
import dev.odds.design.Step;
import dev.odds.design.Sum;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;

/**
 * X over a cluster. A sum is one job: each partition sums its shards and merges them as far as they meet in the tree; what is left is
 * merged on further executors where it is much, and on the driver. Which partition a shard is in, when a task ends and how often it
 * was tried changes no bit.
 *
 * @param blocks the shards in their order
 * @param shards which examples are in which
 * @param stored the number of stored entries
 * @param largest the largest stored size of every feature
 */
public record SparkDesign(JavaRDD<ShardBlocks> blocks, Shards shards, long stored, Scaling scaling, double[] largest)
        implements Design {
    @Override
    public long examples() {
        return shards.examples();
    }

    @Override
    public int features() {
        return scaling.features();
    }

    @Override
    public boolean gathers() {
        return false;
    }

    /** Vectors tell of none. */
    @Override
    public boolean mayHaveGroups() {
        return false;
    }

    @Override
    public <S extends Sum<S>> S sum(Response y, Supplier<S> zero, Step<S> step) {
        S none = zero.get();
        Copies<S> empty = Copies.of(none);
        Response there = y instanceof SparkResponse here ? here.travelling() : y;
        byte[] pass = Copies.of(new Pass<>(step, there, empty, shards, stored)).bytes();
        try (Cargo sent = new Cargo(blocks.context(), pass)) {
            MergeTree<S> tree = new MergeTree<>(shards.count());
            this.<S>parts(sent, empty.bytes().length + Double.BYTES * none.numbers())
                    .forEach(sum -> tree.complete(sum.part()));
            return tree.result();
        }
    }

    /** A view: the same blocks, of which passes leave out the others. */
    @Override
    public SparkDesign every(int spacing) {
        return new SparkDesign(blocks, shards.every(spacing), stored / spacing, scaling, null);
    }

    private <S extends Sum<S>> List<Merged<S>> parts(Cargo pass, long bytes) {
        if (bytes * blocks.getNumPartitions() <= Merging.MUCH) {
            return Jobs.each(blocks, (p, shards) -> SparkDesign.<S>over(pass, shards)).stream()
                    .flatMap(List::stream)
                    .toList();
        }
        JavaRDD<Merged<S>> parts =
                blocks.mapPartitions(shards -> SparkDesign.<S>over(pass, shards).iterator());
        return Jobs.run(blocks.context(), Merging.on(parts, shards.count())::collect);
    }

    private static <S extends Sum<S>> ArrayList<Merged<S>> over(Cargo pass, Iterator<ShardBlocks> shards) {
        return new Copies<Pass<S>>(pass.bytes()).next().over(shards);
    }
}
