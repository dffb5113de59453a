package dev.odds.objective;

import dev.odds.optimize.Separable;

/**
 * Lines below F in one variable. F is a smooth function plus c(t) = slope |t| within bounds; a line of slope tau lies below c, touching
 * it at some t, if tau is from {@link #least} to {@link #most} of it, which differ where t is 0 or at a bound, infinite there on one side.
 *
 * @param p the penalty
 * @param x theta and, if there is one, the bias; held, not copied, as is all
 * @param gradient of what is smooth at x
 */
record Subgradients(Separable p, double[] x, double[] gradient) {
    private double least(int j, double t) {
        boolean bound = p.box() != null && t <= p.box().lower()[j];
        return bound ? Double.NEGATIVE_INFINITY : t > 0 ? p.slope()[j] : -p.slope()[j];
    }

    private double most(int j, double t) {
        boolean bound = p.box() != null && t >= p.box().upper()[j];
        return bound ? Double.POSITIVE_INFINITY : t < 0 ? -p.slope()[j] : p.slope()[j];
    }

    /** Whether only one line of F touches at x. */
    boolean isFixed(int j) {
        return least(j, x[j]) == most(j, x[j]);
    }

    /** Whether no line of F that touches at x is level: F falls on one side. */
    boolean isSteep(int j) {
        return room(j, 0) < 0;
    }

    /** How far a slope is within those of the lines of F that touch at x; negative where it is none of them. */
    double room(int j, double slope) {
        double own = slope - gradient[j];
        return Math.min(own - least(j, x[j]), most(j, x[j]) - own);
    }

    /**
     * The slope tau of the line below c that gives the best bound where it costs (gradient + tau - wanted)^2 / (2 second) besides
     * {@link #cost}. By duality it touches at the t that minimises c(t) + second / 2 (t - x)^2 - (wanted - gradient) t.
     *
     * @param second positive
     */
    double best(int j, double wanted, double second) {
        if (j >= p.size()) {
            return 0;
        }
        double pull = wanted - gradient[j];
        double most = Math.abs(x[j] + pull / second) - p.slope()[j] / second;
        double t = most > 0 ? Math.copySign(most, x[j] + pull / second) : 0;
        t = p.box() == null ? t : p.box().nearest(j, t);
        double tau = pull - second * (t - x[j]);
        return Math.max(least(j, t), Math.min(most(j, t), tau));
    }

    /** How far below c at x the line of slope tau is, as high as it can be: c(x) - tau x + c*(tau), infinite where none is. */
    double cost(int j, double tau) {
        if (j >= p.size()) {
            return 0;
        }
        double slope = p.slope()[j];
        double inner = Math.max(-slope, Math.min(slope, tau));
        double cost = slope * Math.abs(x[j]) - inner * x[j];
        if (tau == inner) {
            return cost;
        }
        double end = p.box() == null
                ? Math.copySign(Double.POSITIVE_INFINITY, tau)
                : p.box().nearest(j, Math.copySign(Double.MAX_VALUE, tau));
        return cost + (tau - inner) * (end - x[j]);
    }

    /** 0 for the bias, 1 where there is no choice, 2 where F can be lowered, 3 else. */
    int kind(int j) {
        return j >= p.size() ? 0 : isFixed(j) ? 1 : isSteep(j) ? 2 : 3;
    }
}
