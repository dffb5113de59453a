package dev.odds.design;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums that write down how they were merged: the order of completion must not show. */
class MergeTreeTest {
    private static final long SEED = 2;

    /** What was added, with brackets around every merge. */
    private static final class Words implements Sum<Words> {
        private static final long serialVersionUID = 1L;
        private String words;

        Words(int shard) {
            words = Integer.toString(shard);
        }

        @Override
        public void merge(Words other) {
            words = "(" + words + " " + other.words + ")";
            other.words = "spoilt";
        }
    }

    private static String merged(List<Integer> order) {
        MergeTree<Words> tree = new MergeTree<>(order.size());
        for (int shard : order) {
            tree.complete(shard, new Words(shard));
        }
        return tree.result().words;
    }

    private static List<Integer> upTo(int count) {
        return new ArrayList<>(IntStream.range(0, count).boxed().toList());
    }

    @Test
    void theTreeIsTheOneThatIsPromised() {
        assertEquals("0", merged(upTo(1)));
        assertEquals("(0 1)", merged(upTo(2)));
        assertEquals("((0 1) 2)", merged(upTo(3)));
        assertEquals("(((0 1) (2 3)) (4 5))", merged(upTo(6)));
        assertEquals("(((0 1) (2 3)) ((4 5) 6))", merged(upTo(7)));
    }

    @Test
    void everyOrderOfSixGivesTheSameTree() {
        permute(upTo(6), 0, merged(upTo(6)));
    }

    private static void permute(List<Integer> order, int at, String expected) {
        if (at == order.size()) {
            assertEquals(expected, merged(order), order.toString());
            return;
        }
        for (int i = at; i < order.size(); i++) {
            Collections.swap(order, at, i);
            permute(order, at + 1, expected);
            Collections.swap(order, at, i);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 13, 31, 33, 63, 64})
    void randomOrdersOfAnyCountGiveTheSameTree(int count) {
        Random random = new Random(SEED);
        String expected = merged(upTo(count));
        for (int trial = 0; trial < 50; trial++) {
            List<Integer> order = upTo(count);
            Collections.shuffle(order, random);
            assertEquals(expected, merged(order), "seed " + SEED);
        }
    }

    @Test
    void threadsThatRaceGiveTheSameTree() throws InterruptedException {
        String expected = merged(upTo(64));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (int trial = 0; trial < 200; trial++) {
                MergeTree<Words> tree = new MergeTree<>(64);
                pool.invokeAll(upTo(64).stream()
                        .map(shard -> Executors.callable(() -> tree.complete(shard, new Words(shard))))
                        .toList());
                assertEquals(expected, tree.result().words);
            }
        } finally {
            pool.shutdown();
        }
    }

    /** Consecutive shards merged in many places, in one or two rounds, give the tree that is merged in one. */
    @Test
    void partsThatAreMergedElsewhereGiveTheSameTree() {
        Random random = new Random(SEED);
        for (int trial = 0; trial < 500; trial++) {
            int count = 1 + random.nextInt(70);
            List<MergeTree.Part<Words>> sent = new ArrayList<>();
            for (int first = 0; first < count; ) {
                int end = Math.min(count, first + 1 + random.nextInt(20));
                MergeTree<Words> here = new MergeTree<>(count);
                for (int shard = first; shard < end; shard++) {
                    here.complete(shard, new Words(shard));
                }
                sent.addAll(here.parts());
                first = end;
            }
            Collections.shuffle(sent, random);
            MergeTree<Words> between = new MergeTree<>(count);
            int cut = random.nextInt(sent.size() + 1);
            sent.subList(0, cut).forEach(between::complete);
            MergeTree<Words> last = new MergeTree<>(count);
            sent.subList(cut, sent.size()).forEach(last::complete);
            between.parts().forEach(last::complete);
            assertEquals(merged(upTo(count)), last.result().words, "trial " + trial);
        }
    }
}
