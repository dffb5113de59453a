package dev.odds.train;

import dev.odds.kernel.Cholesky;
import dev.odds.objective.DualityGap;
import dev.odds.objective.Problem;
import dev.odds.optimize.Certificate.Kind;
import dev.odds.optimize.Certifier;
import dev.odds.optimize.Need;
import dev.odds.optimize.Objective;
import dev.odds.optimize.Point;
import dev.odds.optimize.SelfConcordance;
import dev.odds.optimize.Subspace;

/**
 * Which certificate a first-order solver uses.
 *
 * @param kind what a bound is called
 * @param certifier gives it
 */
record Certifiers(Kind kind, Certifier certifier) {
    /** Up to here a Hessian costs less than the readings that a dual bound needs to become tight. */
    private static final int NARROW = 1_000;

    /**
     * Self-concordance where a Hessian is cheap, or possible and the only way; else the duality gap; else none, and then the
     * largest element of the gradient stands in for it.
     */
    static Certifiers of(Problem problem, Subspace space, SelfConcordance bound, double tolerance) {
        int n = space.size();
        if (n <= NARROW || (problem.penalty().lambda() == 0 && n <= Choice.WIDEST)) {
            return new Certifiers(Kind.SELF_CONCORDANCE, (x, point) -> hessianGap(space, bound, x));
        }
        if (problem.penalty().lambda() > 0) {
            DualityGap gap = new DualityGap(problem);
            return new Certifiers(Kind.DUALITY_GAP, (x, point) -> gap.gap(space.embed(x), point));
        }
        return new Certifiers(
                Kind.GRADIENT, (x, point) -> largest(point.gradient()) <= tolerance ? 0 : Double.POSITIVE_INFINITY);
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
        return bound.gap(factor, n, StrictMath.sqrt(nu), point.meanResidual());
    }

    /** The largest absolute element. */
    static double largest(double[] gradient) {
        double most = 0;
        for (double g : gradient) {
            most = Math.max(most, Math.abs(g));
        }
        return most;
    }
}
