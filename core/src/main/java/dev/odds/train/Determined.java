package dev.odds.train;

import dev.odds.objective.LogisticObjective;
import dev.odds.objective.Problem;
import dev.odds.optimize.Need;
import dev.odds.optimize.Symmetric;
import java.util.Arrays;

/**
 * Which variables the examples of a problem determine, whether or not labels separate them: those that no others before them do, the
 * bias first. For models that leave features out too.
 */
public final class Determined {
    private final Problem problem;
    private final Symmetric gram;
    private final int[] all;

    private Determined(Problem problem, Symmetric gram, int[] all) {
        this.problem = problem;
        this.gram = gram;
        this.all = all;
    }

    /** One reading of X, O(n d^2 / 2), and a factorisation. */
    public static Determined of(Problem problem) {
        Problem plain = problem.with(problem.response().withoutOffset());
        Symmetric gram = new LogisticObjective(plain)
                .at(new double[problem.size()], Need.HESSIAN)
                .hessian();
        return new Determined(problem, gram, Aliasing.kept(problem, gram));
    }

    /**
     * As above, without a reading where a solution says so: it keeps all variables.
     *
     * @param solution of the problem
     */
    public static Determined of(Problem problem, Solution solution) {
        boolean whole = solution.kept().length == problem.size();
        return whole ? new Determined(problem, null, solution.kept()) : of(problem);
    }

    /** These variables, increasing: feature j, or d for the bias; not to be modified. */
    public int[] all() {
        return all;
    }

    /** Those of the model without features [from, to): where others among them are determined by these, they come in their place. */
    public int[] without(int from, int to) {
        return all.length == problem.size()
                ? Arrays.stream(all).filter(j -> j < from || j >= to).toArray()
                : Aliasing.kept(problem, gram, from, to);
    }
}
