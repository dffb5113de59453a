package dev.odds.train;

import dev.odds.design.Coefficients;
import dev.odds.design.Design;
import dev.odds.design.SelectedFeatures;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Box;
import dev.odds.optimize.Monitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Refits without a penalty what a penalised fit selects: the features whose coefficients are not 0, and those that were free; the bias and
 * the bounds stay (the relaxed lasso of N. Meinshausen, Computational Statistics and Data Analysis 52, 2007, at its end).
 */
public final class Relaxation {
    private final Problem problem;
    private final Settings settings;
    private final Monitor monitor;

    private Relaxation(Problem problem, Settings settings, Monitor monitor) {
        this.problem = problem;
        this.settings = new Settings(Solver.AUTO, settings.tolerance(), settings.iterations());
        this.monitor = monitor;
    }

    /**
     * Of every solution of a path; what selects the same as the one before is fitted once.
     *
     * @param problem that the path is of
     * @return one for each, without a factor of its Hessian; null where it did not converge to finite estimates
     */
    public static List<Solution> of(Problem problem, List<Solution> path, Settings settings, Monitor monitor) {
        Relaxation relaxation = new Relaxation(problem, settings, monitor);
        List<Solution> relaxed = new ArrayList<>(path.size());
        int[] last = null;
        for (Solution penalised : path) {
            int[] selected = relaxation.selected(penalised);
            boolean same = Arrays.equals(selected, last);
            relaxed.add(same ? relaxed.get(relaxed.size() - 1) : relaxation.solve(penalised, selected));
            last = selected;
        }
        return relaxed;
    }

    private int[] selected(Solution penalised) {
        double[] theta = penalised.coefficients().theta();
        double[] factors = problem.penalty().factors();
        double[] units = problem.penalty().units();
        return IntStream.range(0, theta.length)
                .filter(j -> theta[j] != 0 || (factors[j] == 0 && units[j] > 0))
                .toArray();
    }

    /** Where nothing is selected there was no penalty. */
    private Solution solve(Solution penalised, int[] selected) {
        if (selected.length == 0) {
            return penalised;
        }
        Design design = SelectedFeatures.of(problem.design(), selected);
        Problem part = new Problem(design, problem.response(), penalty(selected), problem.bias());
        Solution found = Trainer.solve(part, settings, null, monitor);
        boolean finite = found.separation().verdict() != Separation.Verdict.SEPARATED;
        return finite && found.converged() ? embedded(found, selected) : null;
    }

    private Penalty penalty(int[] selected) {
        Penalty of = problem.penalty();
        Box box = of.box();
        Box some = box == null ? null : new Box(some(box.lower(), selected), some(box.upper(), selected));
        return new Penalty(0, 0, some(of.units(), selected), some(of.factors(), selected), some, false);
    }

    private static double[] some(double[] numbers, int[] selected) {
        return Arrays.stream(selected).mapToDouble(j -> numbers[j]).toArray();
    }

    private Solution embedded(Solution found, int[] selected) {
        int d = problem.design().features();
        double[] theta = new double[d];
        for (int a = 0; a < selected.length; a++) {
            theta[selected[a]] = found.coefficients().theta()[a];
        }
        int[] kept = Arrays.stream(found.kept())
                .map(a -> a < selected.length ? selected[a] : d)
                .toArray();
        return new Solution(
                new Coefficients(theta, found.coefficients().bias()),
                kept,
                null,
                found.loss(),
                found.value(),
                found.nullLoss(),
                found.gradientNorm(),
                found.solver(),
                found.iterations(),
                found.reason(),
                found.converged(),
                found.certificate(),
                found.separation());
    }
}
