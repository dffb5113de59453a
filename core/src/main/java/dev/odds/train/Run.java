package dev.odds.train;

import dev.odds.objective.ColumnMaxima;
import dev.odds.objective.LogisticObjective;
import dev.odds.objective.Problem;
import dev.odds.optimize.Bound;
import dev.odds.optimize.Certificate;
import dev.odds.optimize.Certifier;
import dev.odds.optimize.Goal;
import dev.odds.optimize.GradientDescent;
import dev.odds.optimize.Lbfgs;
import dev.odds.optimize.Metrics;
import dev.odds.optimize.Monitor;
import dev.odds.optimize.Need;
import dev.odds.optimize.Newton;
import dev.odds.optimize.NewtonCg;
import dev.odds.optimize.Outcome;
import dev.odds.optimize.Point;
import dev.odds.optimize.Reason;
import dev.odds.optimize.SelfConcordance;
import dev.odds.optimize.Subspace;
import dev.odds.optimize.Symmetric;
import java.util.Arrays;
import java.util.Optional;

/**
 * One run of a solver over the variables that can be told apart; without a penalty it ends early where a direction of separation
 * is found.
 */
final class Run {
    private final Problem part;
    private final Solver solver;
    private final Subspace space;
    private final Outcome outcome;
    private Optional<Direction> found = Optional.empty();

    /**
     * Runs.
     *
     * @param part the problem
     * @param null0 the null model, where all logits are alike but for offsets
     * @param start where to start, {@code null0} itself or elsewhere
     * @param nullLoss F at the null model, or minus infinity where it is not known
     */
    Run(
            Problem part,
            Solver solver,
            Goal goal,
            double tolerance,
            Monitor monitor,
            double[] null0,
            double[] start,
            double nullLoss) {
        this.part = part;
        this.solver = solver;
        LogisticObjective f = new LogisticObjective(part);
        boolean newton = solver == Solver.NEWTON;
        boolean aliases = isFree() && part.size() <= Choice.WIDEST;
        ColumnMaxima maxima = ColumnMaxima.of(part);
        boolean many = HeadStart.suits(part.response().examples(), part.size());
        Ahead ahead = many && aliases && newton && start == null0 ? Ahead.of(part, f, maxima, null0, nullLoss) : null;
        if (ahead != null) {
            this.space = ahead.space();
            this.outcome =
                    new Newton(space, ahead.bound(), goal, this::watch, monitor).minimise(ahead.x(), ahead.point());
            return;
        }
        Point first = aliases ? f.at(null0, Need.HESSIAN) : null;
        int[] kept = aliases ? Aliasing.kept(part, gram(part, first)) : penalised(part);
        double[] units = part.units(kept);
        this.space = new Subspace(f, kept, units);
        SelfConcordance bound = new SelfConcordance(maxima.reach(part, kept, units));
        double[] from = space.select(start);
        if (newton) {
            this.outcome = newton(first, from, start == null0, bound, goal, monitor);
        } else if (aliases && watch(from, Newton.direction(space.restrict(first)))) {
            this.outcome = new Outcome(space.select(null0), space.restrict(first), 0, Bound.NONE, Reason.UNBOUNDED);
        } else {
            Certifier certifier = Certifiers.of(part, space, bound, maxima, tolerance, goal.gap());
            this.outcome = minimise(solver, certifier, goal, monitor, from);
        }
    }

    /**
     * From the start, or from the minimum over a sample where nothing better is known than the null model.
     *
     * @param first F at the null model with its Hessian, or null where nobody asked for it
     */
    private Outcome newton(
            Point first, double[] from, boolean blind, SelfConcordance bound, Goal goal, Monitor monitor) {
        Newton newton = new Newton(space, bound, goal, this::watch, monitor);
        double[] head = blind ? HeadStart.of(part, space, bound, from) : from;
        Point origin = blind && first != null ? space.restrict(first) : null;
        if (head == from) {
            return newton.minimise(from, origin == null ? space.at(from, Need.HESSIAN) : origin);
        }
        Point point = space.at(head, Need.HESSIAN);
        boolean worse = origin != null && point.value() > origin.value();
        return newton.minimise(worse ? from : head, worse ? origin : point);
    }

    private Outcome minimise(Solver solver, Certifier certifier, Goal goal, Monitor monitor, double[] from) {
        Metrics metrics = new Sketches(part, space);
        return switch (solver) {
            case NEWTON_CG -> new NewtonCg(space, metrics, certifier, goal, monitor).minimise(from);
            case GRADIENT_DESCENT -> new GradientDescent(space, certifier, goal, monitor).minimise(from);
            default -> new Lbfgs(space, metrics, certifier, goal, monitor).minimise(from);
        };
    }

    Problem part() {
        return part;
    }

    Solver solver() {
        return solver;
    }

    Subspace space() {
        return space;
    }

    Outcome outcome() {
        return outcome;
    }

    private boolean isFree() {
        return part.penalty().lambda() == 0;
    }

    /** A multiple of the Gram: the Hessian where all logits are alike, which offsets prevent at the null model. */
    static Symmetric gram(Problem part, Point null0) {
        if (!part.response().hasOffset()) {
            return null0.hessian();
        }
        Problem plain = part.with(part.response().withoutOffset());
        return new LogisticObjective(plain)
                .at(new double[part.size()], Need.HESSIAN)
                .hessian();
    }

    /** All variables but those whose coefficient the penalty cannot measure, since their column is constant. */
    static int[] penalised(Problem part) {
        double[] units = part.penalty().units();
        int[] stay = new int[part.size()];
        int count = 0;
        for (int j = 0; j < stay.length; j++) {
            if (j >= units.length || units[j] > 0) {
                stay[count++] = j;
            }
        }
        return Arrays.copyOf(stay, count);
    }

    private boolean watch(double[] x, double[] step) {
        if (isFree()) {
            found = SeparationSearch.find(part, space.kept(), space.embed(step));
        }
        return found.isPresent();
    }

    /** Whether it is proved how far it ended from the minimum, and so that there is one. */
    boolean isProved() {
        return outcome.bound().isFinite() && outcome.bound().kind() != Certificate.Kind.GRADIENT;
    }

    /** Whether it ended where nothing can be told of the minimum, nor a way down be found. */
    boolean isLost() {
        return !outcome.bound().isFinite() && outcome.reason() == Reason.PRECISION;
    }

    /** What is proved where it ended: with a penalty, a dual bound where the solver had none. */
    Bound bound() {
        boolean dual = !isFree() && !outcome.bound().isFinite() && outcome.reason() != Reason.CANCELLED;
        return dual ? Certifiers.dual(part, space, outcome.x(), outcome.point(), 0) : outcome.bound();
    }

    /** The direction along which the loss falls without end, if one was verified. */
    Optional<Direction> direction() {
        if (found.isEmpty() && outcome.reason() != Reason.CANCELLED) {
            found = SeparationSearch.find(part, space.kept(), space.embed(heading()));
        }
        return found;
    }

    /** Where the coefficients go: the Newton step where a Hessian is cheap, else where they have gone. */
    private double[] heading() {
        return space.size() <= Choice.WIDEST ? Newton.direction(space.at(outcome.x(), Need.HESSIAN)) : outcome.x();
    }
}
