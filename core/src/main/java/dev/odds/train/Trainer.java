package dev.odds.train;

import dev.odds.design.Coefficients;
import dev.odds.kernel.Cholesky;
import dev.odds.objective.LogisticObjective;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Bound;
import dev.odds.optimize.Certificate;
import dev.odds.optimize.Certificate.Kind;
import dev.odds.optimize.Goal;
import dev.odds.optimize.Monitor;
import dev.odds.optimize.Need;
import dev.odds.optimize.Point;
import dev.odds.optimize.Reason;
import dev.odds.table.InputException;
import java.util.Arrays;
import java.util.Optional;

/**
 * From a problem to a solution with a certificate: null model, aliased variables, the solver, and, without a penalty, the search
 * for separation where the solver does not end.
 */
public final class Trainer {
    /** An unpenalised fit goes on until it is, for certain, this many standard errors from the optimum. */
    private static final double STANDARD_ERRORS = 1e-6;

    /** Beyond it a Newton step is still taken, once. */
    private static final double FINE = 1e-9;
    /** From here on one more Newton step brings as much, so that it is always taken. */
    private static final double CHEAP = 1e-8;

    /**
     * Without a proof after so many steps L-BFGS, where it was our choice, is stopped: separated labels lead it on without end. Where the
     * Hessian there shows no direction, for want of curvature, Newton's method takes over from the start.
     */
    private static final int PATIENCE = 60;

    /** The lower half of a larger Hessian fits no array. */
    private static final int MOST_VARIABLES = 65_535;

    private final Problem problem;
    private final Settings settings;
    private final Solver solver;
    private final Monitor monitor;
    private final NullModel origin;
    private int iterations;

    private Trainer(Problem problem, Settings settings, Monitor monitor) {
        if (settings.solver() == Solver.NEWTON && problem.size() > MOST_VARIABLES) {
            throw new InputException(
                    "the solver newton holds a Hessian of %d variables, expected at most %d; choose newton-cg or lbfgs"
                            .formatted(problem.size(), MOST_VARIABLES));
        }
        this.problem = problem;
        this.settings = settings;
        this.monitor = monitor;
        this.solver = settings.solver() == Solver.AUTO ? Choice.of(problem) : settings.solver();
        this.origin = NullModel.of(problem);
    }

    /**
     * Solves.
     *
     * @param start where to start, in the stored coordinates of the design, or null for the null model
     * @param monitor told of every iteration
     * @throws InputException if there is a bias and no example of one of the labels, or nothing to estimate
     */
    public static Solution solve(Problem problem, Settings settings, Coefficients start, Monitor monitor) {
        Penalty penalty = problem.penalty();
        if (penalty.firth()) {
            return Firth.solve(problem, settings.iterations());
        }
        if (penalty.isNothing()) {
            Penalty none = Penalty.none(problem.design().features());
            Problem free = new Problem(problem.design(), problem.response(), none, problem.bias());
            return new Trainer(free, settings, monitor).solve(start);
        }
        if (!penalty.isSmooth() || settings.solver() == Solver.PROXIMAL_NEWTON) {
            checkProximal(settings.solver());
            return new Proximal(problem, settings, start, monitor).at(penalty.lambda(), true);
        }
        return new Trainer(problem, settings, monitor).solve(start);
    }

    private static void checkProximal(Solver solver) {
        if (solver != Solver.AUTO && solver != Solver.PROXIMAL_NEWTON) {
            throw new InputException(
                    "the solver %s knows no lasso, no bounds and no coefficient without penalty beside others with one; expected proximal-newton or auto"
                            .formatted(solver.word()));
        }
    }

    private Solution solve(Coefficients start) {
        double[] x = new double[problem.size()];
        if (problem.bias()) {
            x[x.length - 1] = origin.bias();
        }
        Run run = run(problem, x, start == null ? x : better(flat(start), x));
        if (run.isLost() && start != null) {
            run = run(problem, x, x);
        }
        Limit limit = new Limit(problem);
        while (problem.penalty().lambda() == 0 && !run.isProved()) {
            Optional<Direction> direction = run.direction();
            if (direction.isEmpty()) {
                break;
            }
            if (!limit.follow(direction.get())) {
                return perfect(limit);
            }
            run = run(limit.rest(), x, x);
        }
        return solution(run, limit);
    }

    static double[] flat(Coefficients start) {
        double[] x = Arrays.copyOf(start.theta(), start.theta().length + start.bias().length);
        System.arraycopy(start.bias(), 0, x, start.theta().length, start.bias().length);
        return x;
    }

    /** The start, unless the null model is as good: where logits are absurd, no curvature shows the way back. */
    private double[] better(double[] start, double[] null0) {
        double value = new LogisticObjective(problem).at(start, Need.VALUE).value();
        return value < origin.loss() ? start : null0;
    }

    private Run run(Problem part, double[] null0, double[] start) {
        Run run = run(part, solver, null0, start);
        boolean endless = mayHandOver() && run.outcome().reason() == Reason.ITERATIONS && !run.isProved();
        return endless && run.direction().isEmpty() ? run(part, Solver.NEWTON, null0, null0) : run;
    }

    private Run run(Problem part, Solver by, double[] null0, double[] start) {
        double nullLoss = part == problem ? origin.loss() : Double.NEGATIVE_INFINITY;
        Run run = new Run(part, by, goal(part, by), settings.tolerance(), monitor, null0, start, nullLoss);
        iterations += run.outcome().iterations();
        return run;
    }

    private boolean mayHandOver() {
        boolean free = problem.penalty().lambda() == 0 && problem.size() <= Choice.WIDEST;
        return free && solver == Solver.LBFGS && settings.solver() == Solver.AUTO && settings.iterations() == 0;
    }

    /** Every example is separated: the loss has no other limit than 0, and nothing else can be estimated. */
    private Solution perfect(Limit limit) {
        return new Solution(
                Coefficients.zero(problem.design().features(), problem.bias()),
                new int[0],
                null,
                0,
                0,
                origin.loss(),
                0,
                solver,
                iterations,
                Reason.UNBOUNDED,
                true,
                Certificate.of(
                        Kind.SELF_CONCORDANCE,
                        0,
                        origin.loss(),
                        problem.response().weight()),
                limit.separation(true));
    }

    private Goal goal(Problem part, Solver by) {
        double weight = part.response().weight();
        double share = problem.response().weight() / weight;
        double gap = settings.tolerance() * origin.loss() * share;
        int own = by == Solver.LBFGS && mayHandOver() ? PATIENCE : by.iterations();
        int most = settings.iterations() == 0 ? own : settings.iterations();
        boolean closely = part.penalty().lambda() == 0 || (by == Solver.NEWTON && settings.tolerance() <= CHEAP);
        return closely
                ? new Goal(Math.min(gap, statistical(STANDARD_ERRORS, weight)), statistical(FINE, weight), most)
                : new Goal(gap, gap, most);
    }

    /** The gap at which (2 W gap)^(1/2) is that many standard errors. */
    private static double statistical(double standardErrors, double weight) {
        return standardErrors * standardErrors / (2 * weight);
    }

    private Solution solution(Run run, Limit limit) {
        double share = run.part().response().weight() / problem.response().weight();
        double[] x = run.space().embed(run.outcome().x());
        int d = problem.design().features();
        Bound bound = run.bound();
        Certificate certificate = bound.kind() == Kind.GRADIENT
                ? Certificate.none()
                : Certificate.of(
                        bound.kind(),
                        bound.gap() * share,
                        origin.loss(),
                        problem.response().weight());
        boolean converged = bound.kind() == Kind.GRADIENT
                ? run.outcome().reason() == Reason.CONVERGED
                : certificate.relativeGap() <= settings.tolerance();
        double value = run.outcome().point().value() * share;
        return new Solution(
                new Coefficients(Arrays.copyOf(x, d), Arrays.copyOfRange(x, d, x.length)),
                run.space().kept(),
                factor(run),
                value - problem.penalty().value(x),
                value,
                origin.loss(),
                run.space().largestDerivative(run.outcome().point()),
                run.solver(),
                iterations,
                run.outcome().reason(),
                converged,
                certificate,
                limit.separation(
                        certificate.kind() != Kind.GRADIENT || problem.penalty().lambda() > 0));
    }

    /** Of W times the Hessian, for an unpenalised fit whose estimates are finite; takes the Hessian's place, the last to be asked for. */
    private double[] factor(Run run) {
        int n = run.space().size();
        boolean wanted = problem.penalty().lambda() == 0
                && n <= Choice.WIDEST
                && run.outcome().bound().isFinite();
        if (!wanted || run.outcome().bound().kind() == Kind.GRADIENT) {
            return null;
        }
        Point point = run.solver() == Solver.NEWTON
                ? run.outcome().point()
                : run.space().at(run.outcome().x(), Need.HESSIAN);
        double[] packed = point.hessian().packed();
        for (int j = 0; j < packed.length; j++) {
            packed[j] *= run.part().response().weight();
        }
        Cholesky.factor(packed, n, 0, new boolean[n]);
        return packed;
    }
}
