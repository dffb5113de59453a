package dev.odds.train;

import dev.odds.objective.Problem;

/**
 * Which solver when, from the data and the options alone, never from the machine.
 *
 * <p>Newton's method needs 6 to 8 steps whatever the data, 4 after a head start on a sample, but a Hessian each. L-BFGS in a metric
 * needs some 15 readings for its steps, two or three metrics, and two readings for its certificate, half of that where a sketch has
 * plenty of examples and a penalty keeps the minimum near: nearly separated data lead far, through many Hessians, of which L-BFGS has
 * to learn each. But it gives no covariance: without a penalty, where standard errors are expected and features may be aliased, a
 * Hessian at the start and two at the end come to that. Never Newton's method where a Hessian would be larger than {@value #WIDEST}
 * columns: with a penalty, Newton-CG then needs as many readings as L-BFGS and a tenth of its passes over vectors.
 */
public final class Choice {
    /** Half of a Hessian of this order is 256 MB. */
    static final int WIDEST = 8_000;

    private static final double NEWTON_STEPS = 7;
    /** After a head start. */
    private static final double LAST_STEPS = 4;

    private static final double LBFGS_READINGS = 25;
    /** Where a head start would suit too and the penalty is strong, as for 200,000 x 100. */
    private static final double FEW_READINGS = 12;
    /** The data of KDD Cup 1999 with 1e-6 take 313 steps. */
    private static final double STRONG = 1e-5;

    private Choice() {}

    /** The solver for a problem when the user asks for {@code auto}. */
    public static Solver of(Problem problem) {
        Cost cost = Cost.of(problem);
        double step = cost.hessian() + cost.factor();
        boolean ahead = HeadStart.suits(problem.design().examples(), problem.size());
        double newton = (ahead ? LAST_STEPS : NEWTON_STEPS) * step;
        double lambda = problem.penalty().lambda();
        double readings = ahead && lambda >= STRONG ? FEW_READINGS : LBFGS_READINGS;
        double lbfgs = readings * cost.reading() + (lambda == 0 ? 3 * step : 0);
        if (problem.size() > WIDEST && lambda > 0) {
            return Solver.NEWTON_CG;
        }
        return problem.size() <= WIDEST && newton <= lbfgs ? Solver.NEWTON : Solver.LBFGS;
    }
}
