package dev.odds.train;

import dev.odds.design.Sum;
import java.util.BitSet;

/**
 * Which examples a vector separates, and which contradict it.
 *
 * <p>Examples are counted as they come, so that a sum knows places among its own only; the sum over those that follow is shifted
 * behind.
 */
final class ExactSigns implements Sum<ExactSigns> {
    private static final long serialVersionUID = 1L;

    private final BitSet separated = new BitSet();
    private final IndependentRows against;
    private int examples;
    private long violations;

    /**
     * Of no examples.
     *
     * @param against takes examples that contradict the vector, or null
     */
    ExactSigns(IndependentRows against) {
        this.against = against;
    }

    /** Passes over examples without weight or on the boundary. */
    void pass() {
        examples++;
    }

    void separated() {
        separated.set(examples++);
    }

    void violated(int count, int[] index, double[] value) {
        examples++;
        violations++;
        if (against != null) {
            against.offer(count, index, value);
        }
    }

    @Override
    public void merge(ExactSigns other) {
        other.separated.stream().forEach(i -> separated.set(examples + i));
        examples += other.examples;
        violations += other.violations;
        if (against != null) {
            against.merge(other.against);
        }
    }

    /** Whether the vector is a direction of separation. */
    boolean isDirection() {
        return violations == 0 && !separated.isEmpty();
    }

    /** How many examples contradict it. */
    long violations() {
        return violations;
    }

    /** Independent examples that contradict it. */
    IndependentRows against() {
        return against;
    }

    /** The examples that it separates. */
    BitSet separatedExamples() {
        return separated;
    }
}
