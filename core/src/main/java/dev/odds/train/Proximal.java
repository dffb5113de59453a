package dev.odds.train;

import dev.odds.design.Coefficients;
import dev.odds.kernel.Body;
import dev.odds.objective.ColumnMaxima;
import dev.odds.objective.ColumnObjective;
import dev.odds.objective.ElasticDual;
import dev.odds.objective.LogisticObjective;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.objective.Screening;
import dev.odds.optimize.Bound;
import dev.odds.optimize.Certificate;
import dev.odds.optimize.Certificate.Kind;
import dev.odds.optimize.Goal;
import dev.odds.optimize.Minimiser;
import dev.odds.optimize.Monitor;
import dev.odds.optimize.Need;
import dev.odds.optimize.Objective;
import dev.odds.optimize.Outcome;
import dev.odds.optimize.Point;
import dev.odds.optimize.ProximalNewton;
import dev.odds.optimize.Reason;
import dev.odds.optimize.Restricted;
import dev.odds.optimize.Separable;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Problems with slopes, bounds or coefficients that the penalty leaves free: one minimum after another, each from where the last one was, under
 * penalties that differ in lambda.
 */
final class Proximal {
    /** Steps after which a minimum is led to. */
    private static final int PATIENCE = 40;
    /** One lambda of a way over the next, and how closely their minima are found, of the null loss. */
    private static final double STRIDE = 2;

    private static final double ROUGHLY = 1e-3;

    private final Problem problem;
    private final Settings settings;
    private final NullModel origin;
    private final ColumnMaxima maxima;
    private final ElasticDual dual;
    private final BiFunction<double[], Point, Minimiser> starter;
    private Minimiser minimiser;
    /** Where the last minimum was, the loss there, and its lambda; at first the start. */
    private double[] rest;

    private Point restPoint;
    private double last = Double.NaN;
    private Screening screening;

    /**
     * From a start.
     *
     * @param start in the stored coordinates of the design, or null for the null model
     */
    Proximal(Problem problem, Settings settings, Coefficients start, Monitor monitor) {
        this.problem = problem;
        this.settings = settings;
        this.origin = NullModel.of(problem);
        this.maxima = ColumnMaxima.of(problem);
        this.dual = ElasticDual.of(problem, maxima);
        Problem free = new Problem(
                problem.design(),
                problem.response(),
                Penalty.none(problem.design().features()),
                problem.bias());
        Optional<ColumnObjective> wide =
                Wide.columns(problem).map(columns -> ColumnObjective.of(problem, columns, Body.FASTEST));
        Objective loss = wide.isPresent() ? wide.get() : new LogisticObjective(free, true);
        double[] x = new double[problem.size()];
        if (problem.bias()) {
            x[x.length - 1] = origin.bias();
        }
        Point first = loss.at(x, Need.GRADIENT);
        Coefficients known = start == null ? FreeFeatures.fit(problem, settings) : start;
        if (known != null) {
            double[] from = Trainer.flat(known);
            Point there = loss.at(from, Need.GRADIENT);
            boolean better = there.value() + problem.penalty().value(from)
                    < first.value() + problem.penalty().value(x);
            x = better ? from : x;
            first = better ? there : first;
        }
        this.starter = (from, point) -> wide.isPresent()
                ? new Restricted(loss, new Wide(wide.get(), dual, problem.bias()), from, point, monitor)
                : new ProximalNewton(loss, LocalModels.of(free), from, point, monitor);
        this.rest = x;
        this.restPoint = first;
        this.minimiser = starter.apply(rest, restPoint);
    }

    /**
     * The minimum under the penalty of this lambda.
     *
     * @param closely whether its certificate is to be as small as can be proved, not only within the tolerance
     */
    Solution at(double lambda, boolean closely) {
        int most = settings.iterations() == 0 ? Solver.PROXIMAL_NEWTON.iterations() : settings.iterations();
        boolean patient = settings.iterations() == 0;
        Outcome outcome = minimise(lambda, settings.tolerance(), closely, patient ? PATIENCE : most);
        if (patient && outcome.reason() != Reason.CONVERGED && outcome.reason() != Reason.CANCELLED) {
            outcome = gently(lambda, closely, outcome.iterations());
        }
        Problem here = at(lambda);
        return solution(here, here.penalty().separable(), outcome);
    }

    /**
     * Where labels are all but separated a model far from the minimum leads astray: a minimum is then led to by those of larger lambdas,
     * from the last that was found.
     *
     * @param before steps that were taken in vain
     */
    private Outcome gently(double lambda, boolean closely, int before) {
        minimiser = starter.apply(rest, restPoint);
        double from = Double.isNaN(last) ? LargestLambda.of(problem, minimiser) : last;
        int strides = (int) Math.max(2, Math.ceil(StrictMath.log(from / lambda) / StrictMath.log(STRIDE)));
        int iterations = before;
        for (int k = 1; k < strides && from > lambda; k++) {
            double between = from * StrictMath.pow(lambda / from, (double) k / strides);
            Outcome outcome = minimise(between, ROUGHLY, false, Solver.PROXIMAL_NEWTON.iterations());
            iterations += outcome.iterations();
            if (outcome.reason() == Reason.CANCELLED) {
                return outcome;
            }
        }
        Outcome outcome = minimise(lambda, settings.tolerance(), closely, Solver.PROXIMAL_NEWTON.iterations());
        return new Outcome(
                outcome.x(), outcome.point(), iterations + outcome.iterations(), outcome.bound(), outcome.reason());
    }

    private Outcome minimise(double lambda, double tolerance, boolean closely, int most) {
        Problem here = at(lambda);
        Separable p = here.penalty().separable();
        double gap = tolerance * origin.loss();
        Outcome outcome = minimiser.minimise(
                p,
                new ElasticCertifier(here, p, maxima, dual, this::screening, gap, closely),
                new Goal(gap, gap, most));
        if (outcome.reason() == Reason.CONVERGED) {
            rest = outcome.x();
            restPoint = minimiser.point();
            last = lambda;
        }
        return outcome;
    }

    private Problem at(double lambda) {
        return new Problem(
                problem.design(), problem.response(), problem.penalty().withLambda(lambda), problem.bias());
    }

    private Screening screening() {
        screening = screening == null ? Screening.of(problem, maxima) : screening;
        return screening;
    }

    /** The least lambda at which all coefficients that are penalised are 0; 0 where there are none. */
    double largest() {
        return LargestLambda.of(problem, minimiser);
    }

    private Solution solution(Problem here, Separable p, Outcome outcome) {
        double[] x = outcome.x();
        int d = problem.design().features();
        for (int j = 0; j < d; j++) {
            x[j] += 0.0; // no coefficient is -0
        }
        double value = outcome.point().value();
        Bound bound = outcome.bound();
        Certificate certificate = bound.kind() == Kind.GRADIENT
                ? Certificate.none()
                : Certificate.of(
                        bound.kind(),
                        bound.gap(),
                        origin.loss(),
                        problem.response().weight());
        return new Solution(
                new Coefficients(Arrays.copyOf(x, d), Arrays.copyOfRange(x, d, x.length)),
                Run.penalised(here),
                null,
                value - here.penalty().value(x),
                value,
                origin.loss(),
                largestResidual(p, x, minimiser.point().gradient()),
                Solver.PROXIMAL_NEWTON,
                outcome.iterations(),
                outcome.reason(),
                outcome.reason() == Reason.CONVERGED,
                certificate,
                new Limit(problem).separation(true));
    }

    private static double largestResidual(Separable p, double[] x, double[] g) {
        double largest = x.length > p.size() ? Math.abs(g[p.size()]) : 0;
        for (int j = 0; j < p.size(); j++) {
            largest = Math.max(largest, Math.abs(p.residual(j, x[j], g[j])));
        }
        return largest;
    }
}
