package dev.odds.train;

import dev.odds.design.Design;
import dev.odds.objective.Problem;

/**
 * Which solver when, from the data and the options alone, never from the machine.
 *
 * <p>Newton's method needs 5 to 10 steps whatever the data, but a Hessian each: n a^2 / 2 multiplications for rows of a entries,
 * and d^3 / 3 to factor it. L-BFGS needs about 100 steps of 2 n a each, more where features are nearly collinear, and gives no
 * covariance. So Newton's method is chosen where its work is less, and up to twice as much without a penalty, where standard
 * errors are expected and features may be aliased; never where the Hessian would be larger than {@value #WIDEST} columns.
 */
public final class Choice {
    /** Half of a Hessian of this order is 256 MB. */
    static final int WIDEST = 8_000;

    private static final double NEWTON_STEPS = 8;
    private static final double LBFGS_STEPS = 100;
    /** A multiplication in a Gram product, from registers, against one that waits for memory. */
    private static final double GRAM = 0.25;

    private Choice() {}

    /** The solver for a problem when the user asks for {@code auto}. */
    public static Solver of(Problem problem) {
        Design x = problem.design();
        double d = x.features();
        double n = x.examples();
        double row = x.stored() / n + 1;
        double newton = NEWTON_STEPS * (n * row * row / 2 + d * d * d / 3) * GRAM;
        double lbfgs = LBFGS_STEPS * 2 * n * row;
        double favour = problem.penalty().lambda() == 0 ? 2 : 1;
        return d <= WIDEST && newton <= favour * lbfgs ? Solver.NEWTON : Solver.LBFGS;
    }
}
