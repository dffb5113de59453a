package dev.odds.design;

import java.io.Serializable;
import java.util.BitSet;

/** Labels, weights and offsets of n examples: who counts, and for which label. Folds and groups vary it, never X. */
public interface Response extends Serializable {
    /** n. */
    long examples();

    /** The response of examples [first, first + count); a view. */
    Slice slice(long first, int count);

    /** W1, the summed weight of label 1. */
    double successes();

    /** W0, the summed weight of label 0. */
    double failures();

    /** W = W1 + W0, the summed weight. */
    default double weight() {
        return successes() + failures();
    }

    /** Whether it is known, without a reading, that every example has weight. */
    default boolean isKnownFull() {
        return false;
    }

    /** The same with these examples absent: their weights 0. */
    Response without(BitSet absent);

    /** The same without offsets. */
    Response withoutOffset();

    /** Whether any example has an offset. */
    boolean hasOffset();

    /** That of {@link Design#every}: of the first block of examples and every {@code spacing}-th after it. */
    default Response every(int spacing) {
        return SampledResponse.of(this, spacing);
    }
}
