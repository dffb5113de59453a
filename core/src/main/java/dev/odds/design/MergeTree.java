package dev.odds.design;

import java.util.HashMap;
import java.util.Map;

/**
 * Merges the sums of shards in a fixed binary tree, whatever order they are finished in: shard 2i takes shard 2i + 1, and so on
 * up. Whoever finishes the second of a pair merges it. Safe for threads.
 */
public final class MergeTree<S extends Sum<S>> {
    private final int leaves;
    private final Map<Long, S> waiting = new HashMap<>();
    private S root;

    /** For that many shards. */
    public MergeTree(int leaves) {
        this.leaves = leaves;
    }

    /** Takes the finished sum of one shard. */
    public void complete(int shard, S sum) {
        S here = sum;
        int node = shard;
        int width = leaves;
        for (int level = 0; width > 1; level++) {
            int partner = node ^ 1;
            if (partner < width) {
                S other = meet(key(level, node), key(level, partner), here);
                if (other == null) {
                    return;
                }
                S left = node < partner ? here : other;
                left.merge(node < partner ? other : here);
                here = left;
            }
            node >>= 1;
            width = (width + 1) >> 1;
        }
        synchronized (this) {
            root = here;
        }
    }

    /** The sum of all shards, once each is complete. */
    public synchronized S result() {
        assert root != null;
        return root;
    }

    private synchronized S meet(long own, long partner, S sum) {
        S other = waiting.remove(partner);
        if (other == null) {
            waiting.put(own, sum);
        }
        return other;
    }

    private static long key(int level, int node) {
        return ((long) level << 32) | node;
    }
}
