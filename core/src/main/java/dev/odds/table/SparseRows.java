package dev.odds.table;

import java.io.Serializable;

/**
 * Consecutive examples, each as its stored entries (compressed sparse rows).
 *
 * @param starts length rows + 1: example i holds the entries from starts[i] to starts[i + 1]
 * @param indices the feature of each entry, from 0, increasing within an example
 * @param values the value of each entry, or null where every one is 1
 */
public record SparseRows(int[] starts, int[] indices, double[] values) implements Serializable {
    private static final long serialVersionUID = 1L;

    public int rows() {
        return starts.length - 1;
    }
}
