package dev.odds.design;

import java.io.Serializable;

/**
 * Writes examples into blocks under a scaling.
 *
 * @param scaling of the columns
 * @param float32 whether dense values are stored in half the memory, rounded after scaling
 */
public record BlockWriter(Scaling scaling, boolean float32) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The block of examples [first, first + count), mixed, dense or sparse as they are; O(count d) or O(stored entries). */
    public Block block(Examples examples, long first, int count) {
        MixedExamples mixed = examples.mixed();
        if (mixed != null && mixed.layout().suits(scaling)) {
            return mixed(mixed, first, count);
        }
        if (examples.isSparse()) {
            return SparseBlock.of(examples.sparse(first, count), scaling);
        }
        return numbers(examples.take(first, count), count);
    }

    private Block mixed(MixedExamples mixed, long first, int count) {
        MixedLayout layout = mixed.layout();
        double[] x = new double[count * layout.numbers().length];
        int[] codes = new int[count * layout.terms().length];
        mixed.numbers(first, count, x);
        mixed.codes(first, count, codes);
        return new MixedBlock(layout, new BlockWriter(layout.ofNumbers(scaling), float32).numbers(x, count), codes);
    }

    /** The block of unscaled numbers, example after example; they are overwritten and may be held. */
    Block numbers(double[] x, int count) {
        int d = scaling.features();
        double[] center = scaling.center();
        double[] scale = scaling.scale();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < d; j++) {
                x[i * d + j] = (x[i * d + j] - center[j]) * scale[j];
            }
        }
        return float32 ? new FloatBlock(d, narrowed(x, count * d), count) : new DenseBlock(d, x, count);
    }

    private static float[] narrowed(double[] x, int length) {
        float[] narrow = new float[length];
        for (int j = 0; j < length; j++) {
            narrow[j] = (float) x[j];
        }
        return narrow;
    }
}
