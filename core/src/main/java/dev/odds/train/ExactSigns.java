package dev.odds.train;

import dev.odds.design.Sum;
import java.util.BitSet;

/**
 * Which examples a vector separates, and whether any contradicts it.
 *
 * <p>Examples are counted as they come, so that a sum knows places among its own only; those of the sum that follows are shifted
 * behind.
 */
final class ExactSigns implements Sum<ExactSigns> {
    private static final long serialVersionUID = 1L;

    private final BitSet separated = new BitSet();
    private int examples;
    private boolean contradicted;

    /** Passes over an example that has no weight or is on the boundary. */
    void pass() {
        examples++;
    }

    /** Adds an example on the side of its label. */
    void separated() {
        separated.set(examples++);
    }

    /** Adds an example on the other side. */
    void violated() {
        examples++;
        contradicted = true;
    }

    @Override
    public void merge(ExactSigns other) {
        other.separated.stream().forEach(i -> separated.set(examples + i));
        examples += other.examples;
        contradicted |= other.contradicted;
    }

    /** Whether the vector is a direction of separation. */
    boolean isDirection() {
        return !contradicted && !separated.isEmpty();
    }

    /** The examples that it separates; not a copy. */
    BitSet separatedExamples() {
        return separated;
    }
}
