package dev.odds.train;

import dev.odds.design.Response;
import dev.odds.objective.LogisticObjective;
import dev.odds.objective.Problem;
import dev.odds.optimize.Goal;
import dev.odds.optimize.Monitor;
import dev.odds.optimize.Need;
import dev.odds.optimize.Newton;
import dev.odds.optimize.Outcome;
import dev.odds.optimize.Reason;
import dev.odds.optimize.SelfConcordance;
import dev.odds.optimize.Subspace;

/**
 * Where Newton's method starts on many examples: at the minimum over a sample of them. With m examples for d variables that is about
 * (d / m)^(1/2) from the minimum over all, in the norm of the Hessian, and each step squares the distance; so two or three of the
 * readings of all examples are saved for what is less than one of them.
 */
final class HeadStart {
    /** One block in so many is in the sample, the more where that is still many times what it needs: it saves another reading. */
    private static final int SPACING = 16;

    private static final int CLOSE = 8;
    /** Examples for each variable from which on the sample is the larger one. */
    private static final int PLENTY = 600;
    /** With fewer examples for each variable the sample's minimum is not near enough. */
    private static final int EXAMPLES_PER_VARIABLE = 100;
    /** The part of the sample's own error to which its minimum is worth finding. */
    private static final double PART = 0.01;

    private static final int STEPS = 12;

    private HeadStart() {}

    /**
     * The minimum over the sample, or the start itself where the sample is too small or has no certain minimum.
     *
     * @param space the variables that are free
     * @param bound over these
     * @param start in their units; not modified
     */
    static double[] of(Problem part, Subspace space, SelfConcordance bound, double[] start) {
        if (!suits(part.response().examples(), space.size())) {
            return start;
        }
        int spacing = part.response().examples() / CLOSE >= (long) PLENTY * space.size() ? CLOSE : SPACING;
        Response some = part.response().every(spacing);
        if (some.successes() == 0 || some.failures() == 0) {
            return start;
        }
        Problem sample = new Problem(part.design().every(spacing), some, part.penalty(), part.bias());
        Subspace f = new Subspace(new LogisticObjective(sample), space.kept(), space.units());
        double gap = PART * space.size() / (2 * some.weight());
        Newton newton = new Newton(f, bound, new Goal(gap, gap, STEPS), (x, step) -> true, Monitor.NONE);
        Outcome outcome = newton.minimise(start, f.at(start, Need.HESSIAN));
        return outcome.reason() == Reason.CONVERGED ? outcome.x() : start;
    }

    /** Whether a sample of so many examples tells enough of so many variables. */
    static boolean suits(long examples, int variables) {
        return examples / SPACING >= (long) EXAMPLES_PER_VARIABLE * variables;
    }
}
