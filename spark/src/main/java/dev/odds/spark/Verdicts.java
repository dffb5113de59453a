package dev.odds.spark;

import dev.odds.optimize.Reason;
import dev.odds.table.InputException;
import dev.odds.train.Separation;
import dev.odds.train.Solution;
import dev.odds.train.Solver;
import java.util.List;
import java.util.stream.Collectors;

/** Says where a fit did not end as it should: an error where there is no finite minimum, a warning where none is proved. */
final class Verdicts {
    private static final System.Logger LOG = System.getLogger(Verdicts.class.getName());
    private static final int NAMED = 10;

    private Verdicts() {}

    /**
     * Of a solution.
     *
     * @throws InputException if the labels are separated, so that some estimates are infinite
     */
    static void check(Solution solution, List<String> names) {
        if (solution.separation().verdict() == Separation.Verdict.SEPARATED) {
            throw separated(solution, names);
        }
        if (!solution.converged()) {
            LOG.log(System.Logger.Level.WARNING, unconverged(solution));
        }
    }

    private static InputException separated(Solution solution, List<String> names) {
        int d = solution.coefficients().theta().length;
        List<String> infinite = solution.separation().columns().stream()
                .filter(j -> j < d)
                .map(names::get)
                .toList();
        String who = infinite.isEmpty()
                ? "the intercept"
                : infinite.stream().limit(NAMED).collect(Collectors.joining(", "))
                        + (infinite.size() > NAMED ? " and %d more".formatted(infinite.size() - NAMED) : "");
        String how = solution.separation().complete() ? "" : "quasi-";
        return new InputException(
                "the labels are %scompletely separated by %s: the likelihood has no maximum and estimates are infinite; set regParam above 0 or leave these features out"
                        .formatted(how, who));
    }

    private static String unconverged(Solution solution) {
        boolean best = solution.solver() == Solver.NEWTON || solution.solver() == Solver.PROXIMAL_NEWTON;
        String next = "; raise maxIter" + (best ? "" : " or choose the solver newton");
        boolean undecided = solution.separation().verdict() == Separation.Verdict.UNDECIDED;
        String open = undecided ? "; whether finite estimates exist is undecided: regParam above 0 gives them" : "";
        return "not converged: %s; solver %s, iterations %d%s%s"
                .formatted(
                        solution.reason().sentence(),
                        solution.solver().word(),
                        solution.iterations(),
                        solution.reason() == Reason.ITERATIONS ? next : "",
                        open);
    }
}
