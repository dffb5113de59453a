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
 * <p>First single columns: those that are kept, then the aliased ones too, so that a level that separates is named itself and not
 * as the contrary of all the others. Then a step of Newton's method: on separated data it comes near a direction that moves the
 * separated examples by about 1 and leaves the others where they are, nearer by a factor of e with each step. The examples that
 * it leaves near the boundary are put on it exactly, by an exact vector of the null space of as many of them as are independent.
 * Where that is contradicted, a later step may be nearer. A few readings of the design; linear programming would find every
 * direction at once, but in exact arithmetic on all examples at the price of minutes.
 */
final class SeparationSearch {
    /** Gaps among the margins that are tried. */
    private static final int BOUNDARIES = 2;
    /** With more independent examples on the boundary, arithmetic on them takes more than some seconds: no direction is found. */
    private static final int MOST_ROWS = 400;

    private final Problem problem;
    private final Lattice lattice;
    private final int[] kept;

    /**
     * How much of a vector counts.
     *
     * @param bits its free elements are rounded to 2^-bits of the largest
     * @param sparse whether elements below that are 0, which makes short directions of few columns; else they are solved for
     */
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
     * @param v the last step of Newton's method, else where another solver is, one number per variable; not modified
     */
    static Optional<Direction> find(Problem problem, int[] kept, double[] v) {
        ColumnRanges ranges = ColumnRanges.of(problem);
        Lattice lattice = ranges.lattice();
        SeparationSearch search = new SeparationSearch(problem, lattice, kept);
        BigInteger[] single = SingleColumns.direction(ranges, lattice, kept, problem.size());
        if (single == null) {
            int[] all = IntStream.range(0, problem.size()).toArray();
            single = SingleColumns.direction(ranges, lattice, all, problem.size());
        }
        if (single != null) {
            return search.verified(single);
        }
        return Arrays.stream(v).allMatch(Double::isFinite) ? search.along(v) : Optional.empty();
    }

    private Optional<Direction> along(double[] v) {
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
        BigInteger[] whole = rows.isOverflown() ? null : NullVector.near(rows, lattice, v, precision.bits());
        return whole == null ? Optional.empty() : verified(whole);
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

    private Optional<Direction> verified(BigInteger[] whole) {
        ExactSigns signs = problem.design().sum(problem.response(), ExactSigns::new, ExactCheck.of(whole, lattice));
        return signs.isDirection()
                ? Optional.of(
                        new Direction(lattice.toUser(whole, problem.design().scaling()), signs.separatedExamples()))
                : Optional.empty();
    }
}
