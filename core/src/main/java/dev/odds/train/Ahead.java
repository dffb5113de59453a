package dev.odds.train;

import dev.odds.objective.ColumnMaxima;
import dev.odds.objective.LogisticObjective;
import dev.odds.objective.Problem;
import dev.odds.optimize.Need;
import dev.odds.optimize.Point;
import dev.odds.optimize.SelfConcordance;
import dev.odds.optimize.Subspace;
import java.util.Arrays;

/**
 * Where Newton's method on many examples without a penalty begins, without a reading at the null model: at the minimum over a sample. The
 * Hessian there tells as well as the one at the null model whether any variables are aliased: X v = 0 makes both singular, and what
 * only looks so is measured.
 *
 * @param space all variables, of which none is aliased
 * @param bound over these
 * @param x the minimum over the sample
 * @param point F there, with its Hessian
 */
record Ahead(Subspace space, SelfConcordance bound, double[] x, Point point) {
    /**
     * Looks ahead; null where the null model must be looked at first: the sample is too small, has no certain minimum or a worse one, or
     * some variable may be aliased.
     *
     * @param null0 the null model; not modified
     * @param nullLoss F there
     */
    static Ahead of(Problem problem, LogisticObjective f, ColumnMaxima maxima, double[] null0, double nullLoss) {
        int n = problem.size();
        int[] all = new int[n];
        Arrays.setAll(all, j -> j);
        double[] units = problem.units(all);
        Subspace space = new Subspace(f, all, units);
        SelfConcordance bound = new SelfConcordance(maxima.reach(problem, all, units));
        double[] head = HeadStart.of(problem, space, bound, null0);
        if (head == null0) {
            return null;
        }
        Point point = space.at(head, Need.HESSIAN);
        boolean begins = point.value() <= nullLoss && Aliasing.kept(problem, point.hessian()).length == n;
        return begins ? new Ahead(space, bound, head, point) : null;
    }
}
