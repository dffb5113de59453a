package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Sum;

/** The largest x~_i^T H^-1 x~_i of the examples that have weight, over the variables of a {@link Face}. */
final class Longest implements Sum<Longest> {
    private static final long serialVersionUID = 1L;
    /** Far more than rounding takes from a length. */
    private static final double WIDER = 1 + 0x1p-20;

    private double square;

    private record Look(Lengths lengths, int[] features) implements Step<Longest> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, Longest into) {
            Block part = features.length == block.features() ? block : block.select(features);
            double[] squares = lengths.of(part);
            for (int i = 0; i < squares.length; i++) {
                into.square = y.isAbsent(i, i + 1) ? into.square : Math.max(into.square, squares[i]);
            }
        }
    }

    /**
     * M of a face, in one reading: O(n k^2) for k features where dense, k products with each stored entry else.
     *
     * @param face with one feature at least
     */
    static double of(Problem problem, Face face) {
        int[] features = face.features(problem.design().features());
        Lengths lengths = Lengths.of(face.factor(), face.order(), features.length);
        Longest longest = problem.design().sum(problem.response(), Longest::new, new Look(lengths, features));
        return WIDER * StrictMath.sqrt(longest.square);
    }

    @Override
    public void merge(Longest other) {
        square = Math.max(square, other.square);
    }
}
