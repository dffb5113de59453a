package dev.odds.train;

import dev.odds.objective.BalancedDual;
import dev.odds.objective.ColumnMaxima;
import dev.odds.objective.DualPoint;
import dev.odds.objective.DualityGap;
import dev.odds.objective.ElasticDual;
import dev.odds.objective.FaceBound;
import dev.odds.objective.Problem;
import dev.odds.objective.Screening;
import dev.odds.optimize.Bound;
import dev.odds.optimize.Certificate.Kind;
import dev.odds.optimize.Certifier;
import dev.odds.optimize.Point;
import dev.odds.optimize.Separable;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The certificate of an elastic net. The dual bound costs nothing at a point, but falls only as fast as the derivatives do where the gap falls
 * as their square; the bound of a face is as small as the gap, but costs as much as a step or two: it is asked at the end, and where a
 * step gained so little that the end must be near.
 */
final class ElasticCertifier implements Certifier {
    /** What a last step may have gained, of the goal, where there is a dual bound, and where there is none. */
    private static final double NEAR = 0.1;

    private static final double ALONE = 10;

    /** Rounding of F. */
    private static final double NOTHING = 0x1p-48;

    private final Problem problem;
    private final Separable p;
    private final ColumnMaxima maxima;
    private final ElasticDual dual;
    private final Supplier<Screening> screening;
    private final double goal;
    private final boolean closely;
    private double last = Double.POSITIVE_INFINITY;

    /**
     * For one penalty.
     *
     * @param p its penalty
     * @param screening asked where it is of use
     * @param goal a bound that is good enough
     * @param closely whether the bound is to be as small as can be proved, not only small enough
     */
    ElasticCertifier(
            Problem problem,
            Separable p,
            ColumnMaxima maxima,
            ElasticDual dual,
            Supplier<Screening> screening,
            double goal,
            boolean closely) {
        this.problem = problem;
        this.p = p;
        this.maxima = maxima;
        this.dual = dual;
        this.screening = screening;
        this.goal = goal;
        this.closely = closely;
    }

    @Override
    public Bound attempt(double[] x, Point point) {
        DualPoint free = dual.at(p, problem.bias(), x, point);
        double gained = last - point.value();
        last = point.value();
        Bound bound = bound(free, point);
        if (bound.gap() > goal) {
            double gap = new BalancedDual(maxima.values()).gap(problem.penalty().separable(), x, point);
            bound = gap < bound.gap() ? new Bound(Kind.DUALITY_GAP, gap) : bound;
        }
        boolean near =
                bound.isFinite() ? gained <= (closely ? NEAR * goal : NOTHING * point.value()) : gained <= ALONE * goal;
        return near || (closely && bound.gap() <= goal) ? bound.or(face(x, point, free)) : bound;
    }

    @Override
    public Bound bound(double[] x, Point point) {
        DualPoint free = dual.at(p, problem.bias(), x, point);
        Bound bound = bound(free, point).or(face(x, point, free));
        return bound.gap() <= goal
                ? bound
                : bound.or(new Bound(Kind.DUALITY_GAP, new DualityGap(problem).gap(x, point, goal)));
    }

    private static Bound bound(DualPoint free, Point point) {
        return free.gap() < point.value() ? new Bound(Kind.DUALITY_GAP, free.gap()) : Bound.NONE;
    }

    private Bound face(double[] x, Point point, DualPoint free) {
        boolean proved = free.gap() < point.value();
        int[] survivors = proved
                ? screening.get().survivors(problem, free)
                : IntStream.range(0, problem.design().features()).toArray();
        return FaceBound.of(problem, maxima, survivors, x, point);
    }
}
