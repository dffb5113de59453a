package dev.odds.train;

import dev.odds.kernel.Cholesky;
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

/** Which certificate a first-order solver uses. */
final class Certifiers {
    /** Up to here a Hessian costs less than the readings that a dual bound needs to become tight. */
    static final int NARROW = 1_000;

    private Certifiers() {}

    /**
     * Self-concordance where a Hessian is cheap, or possible and the only way, and the duality gap where there is a penalty and that
     * does not reach the goal; without either the largest element of the gradient decides, which proves nothing.
     */
    static Certifier of(Problem problem, Subspace space, SelfConcordance bound, double tolerance, double goal) {
        int n = space.size();
        boolean penalised = problem.penalty().lambda() > 0;
        if (!penalised && n > Choice.WIDEST) {
            return (x, point) -> new Bound(
                    Kind.GRADIENT, space.largestDerivative(point) <= tolerance ? 0 : Double.POSITIVE_INFINITY);
        }
        return (x, point) -> {
            double gap = !penalised || n <= NARROW ? hessianGap(space, bound, x) : Double.POSITIVE_INFINITY;
            Bound first = new Bound(Kind.SELF_CONCORDANCE, gap);
            return gap <= goal || !penalised ? first : first.or(dual(problem, space, x, point));
        };
    }

    /** The duality gap, for a problem with a penalty; none where it says no more than that F is not negative. */
    static Bound dual(Problem problem, Subspace space, double[] x, Point point) {
        double gap = new DualityGap(problem).gap(space.embed(x), point);
        return gap < point.value() ? new Bound(Kind.DUALITY_GAP, gap) : Bound.NONE;
    }

    private static double hessianGap(Objective f, SelfConcordance bound, double[] x) {
        int n = f.size();
        Point point = f.at(x, Need.HESSIAN);
        double[] factor = point.hessian().packed().clone();
        if (Cholesky.factor(factor, n, 0x1p-49, new boolean[n]) > 0) {
            return Double.POSITIVE_INFINITY;
        }
        double[] scaled = point.gradient().clone();
        Cholesky.forward(factor, n, scaled);
        double nu = 0;
        for (double s : scaled) {
            nu = Math.fma(s, s, nu);
        }
        return bound.gap(x, point, factor, StrictMath.sqrt(nu));
    }
}
