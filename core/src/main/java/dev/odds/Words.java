package dev.odds;

import dev.odds.design.Encoded;
import dev.odds.model.Model;
import dev.odds.objective.Problem;
import dev.odds.optimize.Reason;
import dev.odds.train.Separation.Verdict;
import dev.odds.train.Solution;
import dev.odds.train.Solver;
import java.util.ArrayList;
import java.util.List;

/** What happened in a fit, in sentences: notes for what was decided, warnings for what must not be overlooked. */
final class Words {
    private static final int NAMED = 10;
    private static final String WAYS_OUT =
            "Firth's likelihood (firth) or a penalty (lambda above 0) gives finite ones, dropping the columns leaves the rest";

    private final Encoded data;
    private final Problem problem;
    private final Solution solution;
    private final List<String> names;

    Words(Encoded data, Problem problem, Solution solution, List<String> names) {
        this.data = data;
        this.problem = problem;
        this.solution = solution;
        this.names = names;
    }

    List<String> notes(boolean[] aliased) {
        List<String> notes = new ArrayList<>(data.notes());
        List<String> left = new ArrayList<>();
        for (int j = 0; j < aliased.length; j++) {
            if (aliased[j]) {
                left.add(names.get(j));
            }
        }
        if (!left.isEmpty()) {
            notes.add(aliasSentence(left));
        }
        return notes;
    }

    private String aliasSentence(List<String> left) {
        return "gave no coefficient to %s: %s %s".formatted(list(left), left.size() == 1 ? "it" : "each", why());
    }

    private String why() {
        if (problem.penalty().lambda() > 0) {
            return "is constant, so a penalty in its standard deviation says nothing of it";
        }
        if (solution.separation().verdict() != Verdict.SEPARATED) {
            return names.contains(Model.BIAS)
                    ? "is constant or a combination of columns before it"
                    : "is a combination of columns before it";
        }
        return perfect()
                ? "could be anything, as no row is left that is not separated"
                : "cannot be told from columns before it among the rows that are not separated";
    }

    /** Whether the separation leaves no row over. */
    private boolean perfect() {
        return solution.kept().length == 0;
    }

    /**
     * What must not be overlooked.
     *
     * @param clusters that errors rest on, or 0
     */
    List<String> warnings(Fit.Separated separated, long clusters) {
        List<String> warnings = new ArrayList<>();
        if (separated.verdict() == Verdict.SEPARATED) {
            warnings.add(separation(separated.columns()));
        }
        if (separated.verdict() == Verdict.UNDECIDED && solution.reason() != Reason.CANCELLED) {
            warnings.add("whether finite estimates exist is undecided: no bound was reached and no separating direction"
                    + " was verified; Firth's likelihood (firth) or a penalty (lambda above 0) gives finite ones");
        }
        if (clusters > 0 && clusters <= solution.kept().length) {
            warnings.add(
                    "errors rest on %d clusters, no more than the %d coefficients: they are too small, and tests of all of them have no answer"
                            .formatted(clusters, solution.kept().length));
        }
        if (!solution.converged()) {
            warnings.add(unconverged());
        }
        return warnings;
    }

    private String separation(List<String> columns) {
        List<String> features =
                columns.stream().filter(c -> !c.equals(Model.BIAS)).toList();
        String who = features.isEmpty() ? columns.get(0) : list(features);
        String infinite = columns.size() == 1 ? "its estimate is infinite" : "these estimates are infinite";
        return perfect()
                ? "the labels are completely separated by %s: the likelihood has no maximum, %s; %s"
                        .formatted(who, infinite, WAYS_OUT)
                : "the labels are quasi-completely separated by %s: the likelihood has no maximum, %s, the others are those of the limit; %s, and profile likelihood bounds an infinite one from one side"
                        .formatted(who, infinite, WAYS_OUT);
    }

    private String unconverged() {
        boolean best = solution.solver() == Solver.NEWTON || solution.solver() == Solver.PROXIMAL_NEWTON;
        String other = best ? "" : " or choose the solver newton";
        String next = solution.reason() == Reason.ITERATIONS ? "; allow more iterations" + other : "";
        return "not converged: %s after %d %s%s"
                .formatted(
                        solution.reason().sentence(),
                        solution.iterations(),
                        solution.iterations() == 1 ? "iteration" : "iterations",
                        next);
    }

    private static String list(List<String> words) {
        return words.size() <= NAMED
                ? String.join(", ", words)
                : String.join(", ", words.subList(0, NAMED)) + " and %d more".formatted(words.size() - NAMED);
    }
}
