package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Sum;
import dev.odds.optimize.SelfConcordance;

/**
 * The largest |x_ij| of every feature over the examples that have weight, and the bound on M that follows.
 *
 * @param values d numbers; held, not copied
 */
public record ColumnMaxima(double[] values) implements Sum<ColumnMaxima> {
    private static final long serialVersionUID = 1L;

    private record Look() implements Step<ColumnMaxima> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, ColumnMaxima into) {
            int n = block.examples();
            int from = 0;
            while (from < n) {
                int to = from;
                while (to < n && !y.isAbsent(to, to + 1)) {
                    to++;
                }
                block.maxima(from, to, into.values);
                from = to + 1;
            }
        }
    }

    /** Whether every example has weight, in one reading of the response. */
    private static final class Fullness implements Sum<Fullness> {
        private static final long serialVersionUID = 1L;

        private boolean full = true;

        @Override
        public void merge(Fullness other) {
            full &= other.full;
        }

        static boolean of(Problem problem) {
            return problem.design().sum(problem.response(), Fullness::new, new LookAtResponse()).full;
        }
    }

    private record LookAtResponse() implements Step<Fullness> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, Fullness into) {
            into.full = into.full && y.isFull();
        }
    }

    /** Of a problem's design, in one reading where they are not known. */
    public static ColumnMaxima of(Problem problem) {
        double[] known = problem.design().largest();
        if (known != null && (problem.response().isKnownFull() || Fullness.of(problem))) {
            return new ColumnMaxima(known);
        }
        int d = problem.design().features();
        return problem.design().sum(problem.response(), () -> new ColumnMaxima(new double[d]), new Look());
    }

    @Override
    public void merge(ColumnMaxima other) {
        for (int j = 0; j < values.length; j++) {
            values[j] = Math.max(values[j], other.values[j]);
        }
    }

    /**
     * Bounds M over the variables that are kept.
     *
     * @param problem whose Hessians are bounded
     * @param kept indices of theta and, for d, of the bias
     * @param units what each of these is measured in
     */
    public SelfConcordance.Reach reach(Problem problem, int[] kept, double[] units) {
        return Extent.of(problem, values, kept, units);
    }
}
