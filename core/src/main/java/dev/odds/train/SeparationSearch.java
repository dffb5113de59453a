package dev.odds.train;

import dev.odds.objective.Problem;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks for a direction of separation (Albert and Anderson, Biometrika 71, 1984) and verifies it in exact arithmetic on all
 * examples.
 *
 * <p>First single columns, one reading: those that are kept, then those that are aliased, so that a level which separates is named
 * itself and not as the contrary of all the others. Then, since Newton's method on separated data goes off along a direction in which the
 * separated examples move by about 1 a step and the others stay, the last step, and the iterate itself: the examples that it
 * leaves near the boundary are put on it exactly, by an exact vector of the null space of as many of them as are independent. A
 * direction that is contradicted by few examples is tried again with these on the boundary. Linear programming would find every
 * direction, but in exact arithmetic on all examples costs minutes where this costs a few readings.
 */
final class SeparationSearch {
    /** Gaps among the margins that are tried. */
    private static final int BOUNDARIES = 2;

    private static final int CORRECTIONS = 5;
    private static final int MOST_ROWS = 400;
    private static final int MOST_AGAINST = 40;

    private final Problem problem;
    private final Lattice lattice;
    private final int[] kept;

    /** How much of a vector counts: elements below 2^-bits of the largest are 0 or, finer, free to become so. */
    private record Precision(int bits, boolean sparse) {
        static final Precision COARSE = new Precision(12, true);
        static final Precision FINE = new Precision(30, false);
    }

    private SeparationSearch(Problem problem, Lattice lattice, int[] kept) {
        this.problem = problem;
        this.lattice = lattice;
        this.kept = kept;
    }

    /**
     * A verified direction, if one is found.
     *
     * @param kept the variables that it may use, increasing; the bias is d
     * @param x where the solver is, one number per variable; not modified
     * @param step the last step of Newton's method, or x again; not modified
     */
    static Optional<Direction> find(Problem problem, int[] kept, double[] x, double[] step) {
        ColumnRanges ranges = ColumnRanges.of(problem);
        Lattice lattice = ranges.lattice();
        SeparationSearch search = new SeparationSearch(problem, lattice, kept);
        BigInteger[] single = SingleColumns.direction(ranges, lattice, kept, problem.size());
        if (single == null) {
            int[] all = IntStream.range(0, problem.size()).toArray();
            single = SingleColumns.direction(ranges, lattice, all, problem.size());
        }
        if (single != null) {
            return search.verified(single, ExactCheck.of(single, lattice).over(problem, null, 0));
        }
        return search.along(step).or(() -> x == step ? Optional.empty() : search.along(x));
    }

    private Optional<Direction> along(double[] v) {
        if (!Arrays.stream(v).allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        for (int boundary : Margins.of(problem, v).boundaries(BOUNDARIES)) {
            for (Precision precision : List.of(Precision.COARSE, Precision.FINE)) {
                Optional<Direction> direction = near(v, boundary, precision);
                if (direction.isPresent()) {
                    return direction;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Direction> near(double[] v, int boundary, Precision precision) {
        int[] columns = columns(v, precision);
        IndependentRows rows = problem.design()
                .sum(
                        problem.response(),
                        () -> new IndependentRows(lattice, columns, MOST_ROWS),
                        new TiedRows(v, boundary));
        for (int correction = 0; correction <= CORRECTIONS && !rows.isOverflown(); correction++) {
            BigInteger[] whole = NullVector.near(rows, lattice, v, precision.bits());
            if (whole == null) {
                return Optional.empty();
            }
            ExactSigns signs = ExactCheck.of(whole, lattice).over(problem, rows, MOST_AGAINST);
            if (signs.violations() == 0) {
                return verified(whole, signs);
            }
            if (signs.against().isOverflown()) {
                return Optional.empty();
            }
            rows.merge(signs.against());
        }
        return Optional.empty();
    }

    /** The columns by the size of v there; with the coarse precision only those where v is not about 0. */
    private int[] columns(double[] v, Precision precision) {
        double most = Arrays.stream(kept).mapToDouble(j -> Math.abs(v[j])).max().orElse(0);
        double least = precision.sparse() ? Math.scalb(most, -precision.bits()) : 0;
        return Arrays.stream(kept)
                .filter(j -> Math.abs(v[j]) >= least)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> Math.abs(v[j])))
                .mapToInt(j -> j)
                .toArray();
    }

    private Optional<Direction> verified(BigInteger[] whole, ExactSigns signs) {
        return signs.isDirection()
                ? Optional.of(
                        new Direction(lattice.toUser(whole, problem.design().scaling()), signs.separatedExamples()))
                : Optional.empty();
    }
}
