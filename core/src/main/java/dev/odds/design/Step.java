package dev.odds.design;

import java.io.Serializable;

/** Adds one block of examples to a sum. Holds whatever the sum depends on, and travels to where the blocks are. */
public interface Step<S> extends Serializable {
    /**
     * Adds.
     *
     * @param x the examples; not modified
     * @param y their response; not modified
     * @param into modified
     */
    void add(Block x, Slice y, S into);
}
