package dev.odds.train;

import dev.odds.kernel.Cholesky;
import dev.odds.objective.ColumnMaxima;
import dev.odds.objective.DualityGap;
import dev.odds.objective.Problem;
import dev.odds.optimize.Bound;
import dev.odds.optimize.Certificate.Kind;
import dev.odds.optimize.Certifier;
import dev.odds.optimize.Need;
import dev.odds.optimize.Objective;
import dev.odds.optimize.Point;
import dev.odds.optimize.SelfConcordance;
import dev.odds.optimize.Subspace;
import dev.odds.optimize.Vectors;

/** Which certificate a solver without a Hessian uses. */
final class Certifiers {
    /** Up to here a Hessian costs less than the readings that a dual bound needs to become tight. */
    static final int NARROW = 1_000;

    private Certifiers() {}

    /**
     * Self-concordance without a penalty, as far as a Hessian is possible; with one, {@link PenalisedCertifier}. Without either the
     * largest element of the gradient decides, which proves nothing.
     */
    static Certifier of(
            Problem problem,
            Subspace space,
            SelfConcordance bound,
            ColumnMaxima maxima,
            double tolerance,
            double goal) {
        if (problem.penalty().lambda() > 0) {
            return new PenalisedCertifier(problem, space, bound, maxima, goal);
        }
        if (space.size() > Choice.WIDEST) {
            return (x, point) -> new Bound(
                    Kind.GRADIENT, space.largestDerivative(point) <= tolerance ? 0 : Double.POSITIVE_INFINITY);
        }
        return (x, point) -> new Bound(Kind.SELF_CONCORDANCE, hessianGap(space, bound, x));
    }

    /** The duality gap, for a problem with a penalty; none where it says no more than that F is not negative. */
    static Bound dual(Problem problem, Subspace space, double[] x, Point point, double goal) {
        double gap = new DualityGap(problem).gap(space.embed(x), point, goal);
        return gap < point.value() ? new Bound(Kind.DUALITY_GAP, gap) : Bound.NONE;
    }

    /** The bound of self-concordance by a Hessian of its own, infinite where there is none. */
    static double hessianGap(Objective f, SelfConcordance bound, double[] x) {
        int n = f.size();
        Point point = f.at(x, Need.HESSIAN);
        double[] factor = point.hessian().packed().clone();
        if (Cholesky.factor(factor, n, 0x1p-49, new boolean[n]) > 0) {
            return Double.POSITIVE_INFINITY;
        }
        double[] scaled = point.gradient().clone();
        Cholesky.forward(factor, n, scaled);
        return bound.gap(x, point, factor, Vectors.norm(scaled));
    }
}
