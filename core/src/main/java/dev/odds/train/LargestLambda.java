package dev.odds.train;

import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Bound;
import dev.odds.optimize.Box;
import dev.odds.optimize.Goal;
import dev.odds.optimize.Minimiser;
import dev.odds.optimize.Separable;

/** Where a path begins: the least lambda at which all coefficients that are penalised are 0. */
final class LargestLambda {
    /** A ridge alone has no such lambda: it is taken for this share of a lasso. */
    private static final double RIDGE = 1e-3;

    /** The minimum over the free ones is known to about 1e-10. */
    private static final double ABOVE = 1 + 0x1p-20;

    private LargestLambda() {}

    /**
     * max_j |dL/dtheta_j| / (l1Ratio f_j u_j), in directions that bounds leave open, at the minimum over the bias and the coefficients that are
     * free; 0 where no coefficient is penalised.
     *
     * @param minimiser which goes to that minimum
     */
    static double of(Problem problem, Minimiser minimiser) {
        Penalty penalty = problem.penalty();
        if (penalty.hasFree()) {
            Goal exact = new Goal(0, 0, Solver.PROXIMAL_NEWTON.iterations());
            minimiser.minimise(free(problem), (x, point) -> Bound.NONE, exact);
        }
        double[] g = minimiser.point().gradient();
        double largest = 0;
        for (int j = 0; j < problem.design().features(); j++) {
            double unit = penalty.units()[j] * penalty.factors()[j] * Math.max(penalty.l1Ratio(), RIDGE);
            double up = penalty.box() != null && penalty.box().upper()[j] == 0 ? 0 : -g[j];
            double down = penalty.box() != null && penalty.box().lower()[j] == 0 ? 0 : g[j];
            largest = unit == 0 ? largest : Math.max(largest, Math.max(up, down) / unit);
        }
        return penalty.hasFree() ? largest * ABOVE : largest;
    }

    /** All coefficients that are penalised held at 0. */
    private static Separable free(Problem problem) {
        int d = problem.design().features();
        Penalty penalty = problem.penalty();
        double[] lower = new double[d];
        double[] upper = new double[d];
        for (int j = 0; j < d; j++) {
            boolean free = penalty.factors()[j] == 0 && penalty.units()[j] > 0;
            lower[j] = !free
                    ? 0
                    : penalty.box() == null
                            ? Double.NEGATIVE_INFINITY
                            : penalty.box().lower()[j];
            upper[j] = !free
                    ? 0
                    : penalty.box() == null
                            ? Double.POSITIVE_INFINITY
                            : penalty.box().upper()[j];
        }
        return new Separable(new double[d], new double[d], new Box(lower, upper));
    }
}
