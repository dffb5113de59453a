package dev.odds.train;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Sum;
import dev.odds.kernel.Dyadic;
import dev.odds.objective.Problem;
import java.util.Arrays;

/**
 * The least and greatest value of every stored column over the examples of each label, and the lowest bit that any value sets.
 * An example with weight on both labels is of both. O(stored entries).
 */
final class ColumnRanges implements Sum<ColumnRanges> {
    private static final long serialVersionUID = 1L;

    /** Of label y and column j at [y * d + j]. */
    private final double[] least;

    private final double[] greatest;
    private final long[] stored;
    private final int[] grain;
    private final long[] examples = new long[2];

    private record Look() implements Step<ColumnRanges> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, ColumnRanges into) {
            int[] index = new int[block.features()];
            double[] value = new double[block.features()];
            for (int i = 0; i < block.examples(); i++) {
                int at = y.from() + i;
                int count = block.entries(i, index, value);
                if (y.success()[at] > 0) {
                    into.add(1, count, index, value);
                }
                if (y.failure()[at] > 0) {
                    into.add(0, count, index, value);
                }
            }
        }
    }

    private ColumnRanges(int features) {
        least = new double[2 * features];
        greatest = new double[2 * features];
        stored = new long[2 * features];
        grain = new int[features];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        Arrays.fill(grain, Integer.MAX_VALUE);
    }

    /** Of a problem, in one reading. */
    static ColumnRanges of(Problem problem) {
        int d = problem.design().features();
        return problem.design().sum(problem.response(), () -> new ColumnRanges(d), new Look());
    }

    private void add(int label, int count, int[] index, double[] value) {
        int d = grain.length;
        examples[label]++;
        for (int p = 0; p < count; p++) {
            int at = label * d + index[p];
            least[at] = Math.min(least[at], value[p]);
            greatest[at] = Math.max(greatest[at], value[p]);
            stored[at]++;
            grain[index[p]] = Math.min(grain[index[p]], Dyadic.grain(value[p]));
        }
    }

    @Override
    public void merge(ColumnRanges other) {
        for (int j = 0; j < least.length; j++) {
            least[j] = Math.min(least[j], other.least[j]);
            greatest[j] = Math.max(greatest[j], other.greatest[j]);
            stored[j] += other.stored[j];
        }
        for (int j = 0; j < grain.length; j++) {
            grain[j] = Math.min(grain[j], other.grain[j]);
        }
        examples[0] += other.examples[0];
        examples[1] += other.examples[1];
    }

    /** The number of examples that have weight on a label. */
    long examples(int label) {
        return examples[label];
    }

    /** The least value of a column over the examples of a label, infinite where there are none. */
    double least(int label, int column) {
        int at = label * grain.length + column;
        return stored[at] < examples[label] ? Math.min(0, least[at]) : least[at];
    }

    /** The greatest value of a column over the examples of a label, infinite where there are none. */
    double greatest(int label, int column) {
        int at = label * grain.length + column;
        return stored[at] < examples[label] ? Math.max(0, greatest[at]) : greatest[at];
    }

    /** The columns as integers. */
    Lattice lattice() {
        double[] largest = new double[grain.length];
        for (int j = 0; j < largest.length; j++) {
            for (int label = 0; label < 2 && grain[j] < Integer.MAX_VALUE; label++) {
                if (examples[label] > 0) {
                    largest[j] = Math.max(largest[j], Math.max(-least(label, j), greatest(label, j)));
                }
            }
        }
        return Lattice.of(grain, largest);
    }
}
