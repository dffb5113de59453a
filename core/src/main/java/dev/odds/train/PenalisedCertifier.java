package dev.odds.train;

import dev.odds.objective.ColumnMaxima;
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
 * known without a reading, is the bound itself where there is no bias, and tells else whether it is worth one. Where the steps that it still needs cost more than a Hessian, that
 * is asked instead.
 */
final class PenalisedCertifier implements Certifier {
    /** A bias may be what keeps the gradient large, so that the gap is less than it seems. */
    private static final double WORTH = 10;
    /** A step makes about a tenth of the gap. */
    private static final double STEP = 10;

    /** Rounding moves a sum by at most this part of its absolute terms, generously. */
    private static final double ROUNDING = 0x1p-50;

    private final Problem problem;
    private final Subspace space;
    private final SelfConcordance selfConcordance;
    /** The largest |x_ij| of every feature. */
    private final double[] maxima;

    private final double goal;
    /** Of a Hessian, in readings. */
    private final double price;

    private double lower = Double.NEGATIVE_INFINITY;
    private int failures;

    PenalisedCertifier(
            Problem problem, Subspace space, SelfConcordance selfConcordance, ColumnMaxima maxima, double goal) {
        this.maxima = maxima.values();
        this.problem = problem;
        this.space = space;
        this.selfConcordance = selfConcordance;
        this.goal = goal;
        Cost cost = Cost.of(problem);
        this.price = (cost.hessian() + cost.factor()) / cost.reading();
    }

    @Override
    public Bound attempt(double[] x, Point point) {
        double slack = slack(x, point);
        if (!problem.bias()) {
            lower = Math.max(lower, point.value() - slack - ROUNDING * point.value());
        } else if (slack <= WORTH * goal) {
            improve(x, point);
        }
        Bound dual = dual(point);
        failures++;
        double steps = StrictMath.log(slack / goal) / StrictMath.log(STEP);
        boolean dear = steps < price && failures < 2 * price;
        if (dual.gap() <= goal || dear || space.size() > Choice.WIDEST) {
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

    /**
     * The gap at the optimal bias, if that were at hand. A derivative of the loss is off by a part of the mean of |r_i x_ij| at most,
     * r_i the derivative by the logit.
     */
    private double slack(double[] x, Point point) {
        double[] gradient = point.gradient();
        double slack = 0;
        for (int i = 0; i < gradient.length; i++) {
            int j = space.kept()[i];
            if (j < maxima.length) {
                double unit = space.units()[i];
                double curvature = problem.penalty().curvature(j);
                double error = ROUNDING * (maxima[j] * point.meanResidual() + curvature * Math.abs(unit * x[i]));
                double g = Math.abs(gradient[i] / unit) + error;
                slack += g == 0 ? 0 : g * g / (2 * curvature);
            }
        }
        return slack;
    }
}
