package dev.odds.objective;

import dev.odds.design.Sum;

/**
 * A plain sum of vectors.
 *
 * @param values modified by what is added
 */
public record VectorSum(double[] values) implements Sum<VectorSum> {
    private static final long serialVersionUID = 1L;

    /** An empty sum of vectors of that length. */
    public VectorSum(int length) {
        this(new double[length]);
    }

    @Override
    public void merge(VectorSum other) {
        for (int j = 0; j < values.length; j++) {
            values[j] += other.values[j];
        }
    }

    /** Copies the sum. */
    void copyTo(double[] out) {
        System.arraycopy(values, 0, out, 0, values.length);
    }
}
