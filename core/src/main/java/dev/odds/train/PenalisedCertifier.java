package dev.odds.train;

import dev.odds.objective.Problem;
import dev.odds.optimize.Bound;
import dev.odds.optimize.Certificate.Kind;
import dev.odds.optimize.Certifier;
import dev.odds.optimize.Point;
import dev.odds.optimize.SelfConcordance;
import dev.odds.optimize.Subspace;

/**
 * The certificate of a problem with a penalty. A dual bound is a lower bound on min F once and for all, so that the best one counts
 * for every later point. At the optimal bias the gap is the sum of g_j^2 / (2 lambda unit_j^2), g the gradient by theta: that is
 * known without a reading, and tells whether it is worth one. Where it is not, a Hessian is asked if it is cheap, or if the dual
 * bound has failed for long.
 */
final class PenalisedCertifier implements Certifier {
    /** The bias may be what keeps the gradient large, so that the gap is less than it seems. */
    private static final double WORTH = 10;
    /** A Hessian that costs less than so many readings is asked at once. */
    private static final double CHEAP = 4;
    /** How often the dual bound may fail before the Hessian is asked; the promised decrease has halved each time. */
    private static final int PATIENCE = 8;

    private final Problem problem;
    private final Subspace space;
    private final SelfConcordance selfConcordance;
    private final double goal;
    private final int patience;
    private double lower = Double.NEGATIVE_INFINITY;
    private int failures;

    PenalisedCertifier(Problem problem, Subspace space, SelfConcordance selfConcordance, double goal) {
        this.problem = problem;
        this.space = space;
        this.selfConcordance = selfConcordance;
        this.goal = goal;
        Cost cost = Cost.of(problem);
        this.patience = cost.hessian() + cost.factor() <= CHEAP * cost.reading() ? 0 : PATIENCE;
    }

    @Override
    public Bound attempt(double[] x, Point point) {
        if (slack(point) <= WORTH * goal) {
            improve(x, point);
        }
        Bound dual = dual(point);
        if (dual.gap() <= goal || failures++ < patience || space.size() > Choice.WIDEST) {
            return dual;
        }
        failures = 0;
        return dual.or(hessian(x));
    }

    @Override
    public Bound bound(double[] x, Point point) {
        Bound first = space.size() <= Certifiers.NARROW ? hessian(x) : Bound.NONE;
        if (first.gap() > goal) {
            improve(x, point);
        }
        return first.or(dual(point));
    }

    private Bound hessian(double[] x) {
        return new Bound(Kind.SELF_CONCORDANCE, Certifiers.hessianGap(space, selfConcordance, x));
    }

    /** From the best lower bound, widened by the rounding of the difference. */
    private Bound dual(Point point) {
        double gap = Math.max(0, point.value() - lower) + 0x1p-52 * Math.abs(point.value());
        return gap < point.value() ? new Bound(Kind.DUALITY_GAP, gap) : Bound.NONE;
    }

    private void improve(double[] x, Point point) {
        lower = Math.max(
                lower,
                point.value() - Certifiers.dual(problem, space, x, point, goal).gap());
    }

    /** The gap at the optimal bias, if that were at hand. */
    private double slack(Point point) {
        double[] gradient = point.gradient();
        double slack = 0;
        for (int i = 0; i < gradient.length; i++) {
            int j = space.kept()[i];
            if (j < problem.design().features()) {
                double g = gradient[i] / space.units()[i];
                slack += g == 0 ? 0 : g * g / (2 * problem.penalty().curvature(j));
            }
        }
        return slack;
    }
}
