package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Design;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Sum;
import dev.odds.optimize.SelfConcordance;

/**
 * A bound on M, the largest (x~_i^T H^-1 x~_i)^(1/2), from the largest |x_ij| of every feature.
 *
 * <p>By the triangle inequality in the norm of H^-1, any parts of x~_i may be measured by themselves. A feature by itself measures
 * |x_ij| ((H^-1)_jj)^(1/2). Features T together measure at most (sum_T x_ij^2 / h_j)^(1/2), h_j the second derivative of the penalty:
 * the Hessian of the loss, with the bias eliminated, has no negative direction, so that of F is at least the penalty's. Of features
 * that exclude each other, such as the levels of a term, only the largest counts. Hundreds of features thus weigh no more than the
 * few that one example has.
 *
 * @param largest the largest |x_ij|, in the units of the solver, for each of its variables
 * @param square the largest x_ij^2 / h_j of each group, h_j in these units, infinite where a variable is free
 * @param group variables with the same number exclude each other; from 0 on
 */
record Extent(double[] largest, double[] square, int[] group) implements SelfConcordance.Reach {
    /** The best parts are found by trying, after which nothing is gained. */
    private static final int TRIALS = 10;

    /**
     * Over the variables that are kept.
     *
     * @param maxima the largest |x_ij| of each feature
     * @param kept indices of theta and, for d, of the bias
     * @param units what each of these is measured in
     */
    static Extent of(Problem problem, double[] maxima, int[] kept, double[] units) {
        int n = kept.length;
        double[] largest = new double[n];
        double[] square = new double[n];
        int[] group = new int[n];
        int[] groups = Groups.of(problem);
        int count = 0;
        for (int i = 0; i < n; i++) {
            boolean bias = kept[i] == maxima.length;
            double x = units[i] * (bias ? 1 : maxima[kept[i]]);
            double curvature =
                    bias ? 0 : units[i] * units[i] * problem.penalty().curvature(kept[i]);
            boolean same = i > 0 && !bias && groups != null && groups[kept[i]] == groups[kept[i - 1]];
            group[i] = same ? count - 1 : count++;
            largest[i] = x;
            square[group[i]] = Math.max(square[group[i]], x == 0 ? 0 : x * (x / curvature));
        }
        return new Extent(largest, square, group);
    }

    /** O(variables). */
    @Override
    public double bound(double[] spread) {
        int n = largest.length;
        double[] alone = new double[n];
        for (int i = 0; i < n; i++) {
            alone[group[i]] = Math.max(alone[group[i]], largest[i] * spread[i]);
        }
        return least(alone);
    }

    /**
     * The least sum_{not T} alone + (sum_T square)^(1/2) of a few T. That of the minimum holds those whose part in it, about
     * square / (2 root), is less than by themselves: begun with all, T shrinks towards it.
     */
    private double least(double[] alone) {
        double best = 0;
        for (double each : alone) {
            best += each;
        }
        double threshold = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            double sum = 0;
            double squares = 0;
            for (int g = 0; g < alone.length; g++) {
                boolean together = alone[g] > threshold * square[g];
                sum += together ? 0 : alone[g];
                squares += together ? square[g] : 0;
            }
            double root = StrictMath.sqrt(squares);
            best = Math.min(best, sum + root);
            if (squares == 0) {
                break;
            }
            threshold = 0.5 / root;
        }
        return best;
    }

    /** Which features exclude each other, as any block of the design tells. */
    private static final class Groups implements Sum<Groups> {
        private static final long serialVersionUID = 1L;

        private int[] found;

        static int[] of(Problem problem) {
            Design x = problem.design();
            return x.mayHaveGroups() ? x.sum(problem.response(), Groups::new, new Ask()).found : null;
        }

        @Override
        public void merge(Groups other) {
            found = found == null ? other.found : found;
        }
    }

    private record Ask() implements Step<Groups> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, Groups into) {
            into.found = into.found == null ? block.groups() : into.found;
        }
    }
}
