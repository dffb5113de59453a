package dev.odds.design;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges the sums of shards in a fixed binary tree, whatever order they are finished in: shard 2i takes shard 2i + 1, and so on
 * up. Whoever finishes the second of a pair merges it. Parts of the tree may be merged in several places: {@link #parts} of one is taken
 * by another. Safe for threads.
 */
public final class MergeTree<S extends Sum<S>> {
    private final int leaves;
    private final Map<Long, S> waiting = new HashMap<>();
    private S root;

    /**
     * What was merged of a tree: the sum of shards from node 2^level to below (node + 1) 2^level.
     *
     * @param level 0 for a single shard
     * @param node its number among those of its level
     */
    public record Part<S>(int level, int node, S sum) implements Serializable {
        private static final long serialVersionUID = 1L;

        /** The first of its shards. */
        public int first() {
            return node << level;
        }
    }

    /** For that many shards. */
    public MergeTree(int leaves) {
        this.leaves = leaves;
    }

    /** Takes the finished sum of one shard. */
    public void complete(int shard, S sum) {
        complete(new Part<>(0, shard, sum));
    }

    /** Takes what was merged elsewhere. */
    public void complete(Part<S> part) {
        S here = part.sum();
        int node = part.node();
        for (int level = part.level(); width(level) > 1; level++) {
            int partner = node ^ 1;
            if (partner < width(level)) {
                S other = meet(key(level, node), key(level, partner), here);
                if (other == null) {
                    return;
                }
                S left = node < partner ? here : other;
                left.merge(node < partner ? other : here);
                here = left;
            }
            node >>= 1;
        }
        synchronized (this) {
            root = here;
        }
    }

    /** The number of nodes at a level. */
    private int width(int level) {
        return (leaves - 1 >> level) + 1;
    }

    /** The sum of all shards, once each is complete. */
    public synchronized S result() {
        assert root != null;
        return root;
    }

    /** What is merged so far, in the order of shards; the root alone once all are. */
    public synchronized List<Part<S>> parts() {
        if (root != null) {
            return List.of(new Part<>(Integer.SIZE - Integer.numberOfLeadingZeros(leaves - 1), 0, root));
        }
        return waiting.entrySet().stream()
                .map(e -> new Part<>(
                        (int) (e.getKey() >> Integer.SIZE), e.getKey().intValue(), e.getValue()))
                .sorted(Comparator.comparingInt(Part::first))
                .toList();
    }

    private synchronized S meet(long own, long partner, S sum) {
        S other = waiting.remove(partner);
        if (other == null) {
            waiting.put(own, sum);
        }
        return other;
    }

    private static long key(int level, int node) {
        return ((long) level << Integer.SIZE) | node;
    }
}
