package dev.odds.spark.sums;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.MergeTree;
import dev.odds.design.Sum;
import dev.odds.spark.Sessions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole subtrees merged on executors: no sum meets another than it would on one machine. */
class MergingTest {
    /** Who was merged with whom. */
    private static final class Told implements Sum<Told> {
        private static final long serialVersionUID = 1L;
        private String words;

        Told(int shard) {
            words = Integer.toString(shard);
        }

        @Override
        public void merge(Told other) {
            words = "(" + words + " " + other.words + ")";
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "7,3", "64,9", "64,64", "50,7"})
    void keepsToTheTree(int shards, int partitions) {
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(Sessions.shared().sparkContext());
        MergeTree<Told> here = new MergeTree<>(shards);
        MergeTree<Told> there = new MergeTree<>(shards);
        List<Merged<Told>> parts = new ArrayList<>();
        for (int p = 0; p < partitions; p++) {
            MergeTree<Told> part = new MergeTree<>(shards);
            for (int s = shards * p / partitions; s < shards * (p + 1) / partitions; s++) {
                here.complete(s, new Told(s));
                part.complete(s, new Told(s));
            }
            Merged.of(part).forEach(parts::add);
        }
        Collections.shuffle(parts, new Random(20261124));
        List<Merged<Told>> merged =
                Merging.on(context.parallelize(parts, partitions), shards).collect();
        assertTrue(merged.size() <= Math.max(1, Math.sqrt(partitions)), () -> merged.size() + " sums are left");
        merged.forEach(sum -> there.complete(sum.part()));
        assertEquals(here.result().words, there.result().words);
    }
}
