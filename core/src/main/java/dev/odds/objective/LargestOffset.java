package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Sum;

/** The largest |offset| of the examples that have weight. */
final class LargestOffset implements Sum<LargestOffset> {
    private static final long serialVersionUID = 1L;

    private double largest;

    private record Look() implements Step<LargestOffset> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, LargestOffset into) {
            for (int i = y.from(); i < y.from() + block.examples(); i++) {
                boolean absent = y.success()[i] + y.failure()[i] == 0;
                into.largest = absent ? into.largest : Math.max(into.largest, Math.abs(y.offset()[i]));
            }
        }
    }

    /** In one reading of the response, which touches no X; 0 where there are no offsets. */
    static double of(Problem problem) {
        return problem.response().hasOffset()
                ? problem.design().sum(problem.response(), LargestOffset::new, new Look()).largest
                : 0;
    }

    @Override
    public void merge(LargestOffset other) {
        largest = Math.max(largest, other.largest);
    }
}
