package dev.odds.design;

import dev.odds.table.InputException;
import dev.odds.table.SparseRows;

/**
 * Examples in one array, one after another.
 *
 * @param values n x d finite numbers: feature j of example i at [i * d + j]; held, not copied
 * @param features d, at least 1
 * @param stays whether the numbers stay as they are while a design of them is in use
 */
public record MatrixExamples(double[] values, int features, boolean stays) implements Examples {
    /**
     * Checks the numbers.
     *
     * @throws InputException if they are not whole examples, or one is not finite
     */
    public MatrixExamples {
        if (features < 1 || values.length % features != 0) {
            throw new InputException(
                    "found %d numbers for examples of %d features; expected a multiple of a number of at least 1"
                            .formatted(values.length, features));
        }
        for (int p = 0; p < values.length; p++) {
            if (!Double.isFinite(values[p])) {
                throw new InputException("feature %d of example %d is %s; expected a finite number"
                        .formatted(p % features + 1, p / features + 1, values[p]));
            }
        }
    }

    /** As above of numbers that may change later. */
    public MatrixExamples(double[] values, int features) {
        this(values, features, false);
    }

    @Override
    public double[] lasting() {
        return stays ? values : null;
    }

    @Override
    public long count() {
        return values.length / features;
    }

    @Override
    public boolean isSparse() {
        return false;
    }

    @Override
    public void dense(long first, int count, double[] out, int stride) {
        if (stride == features) {
            System.arraycopy(values, (int) first * features, out, 0, count * features);
            return;
        }
        for (int i = 0; i < count; i++) {
            System.arraycopy(values, ((int) first + i) * features, out, i * stride, features);
        }
    }

    @Override
    public SparseRows sparse(long first, int count) {
        return ArrayExamples.stored(this, first, count);
    }
}
