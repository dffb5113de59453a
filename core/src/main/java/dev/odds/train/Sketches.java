package dev.odds.train;

import dev.odds.kernel.Cholesky;
import dev.odds.objective.Curvatures;
import dev.odds.objective.Problem;
import dev.odds.objective.Sketch;
import dev.odds.optimize.Metric;
import dev.odds.optimize.Metrics;
import dev.odds.optimize.Point;
import dev.odds.optimize.Subspace;
import dev.odds.optimize.Symmetric;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Metrics from a part of the data. Where a factor of the whole Hessian costs less than a few readings, all variables stand in its
 * block; else those of the largest curvature, as the frequent words of a text, and the rest is measured by the diagonal.
 */
final class Sketches implements Metrics {
    /** A factor may cost so many readings. */
    private static final double FACTOR = 5;
    /** A sketch may cost so many readings beyond its own, and takes more examples than it needs as far as they are that cheap. */
    private static final double PRODUCTS = 0.5;
    /** Examples for each variable: the error of the metric is some (1 / 8)^(1/2). */
    private static final int ENOUGH = 8;

    private final Problem problem;
    private final Subspace space;
    private final Cost cost;
    private final int order;
    private int[] block;

    Sketches(Problem problem, Subspace space) {
        this.problem = problem;
        this.space = space;
        this.cost = Cost.of(problem);
        this.order = Math.min(space.size(), Math.min(Choice.WIDEST, Math.max(1, cost.order(FACTOR))));
    }

    @Override
    public Metric at(double[] u, Point point) {
        double[] x = space.embed(u);
        double[] diagonal = order < u.length ? space.squared(Curvatures.diagonal(problem, x)) : null;
        if (block == null) {
            block = diagonal == null ? IntStream.range(0, u.length).toArray() : heaviest(diagonal);
        }
        int[] variables = Arrays.stream(block).map(i -> space.kept()[i]).toArray();
        Symmetric part = new Sketch(problem, variables, examples())
                .at(x, point.meanResidual())
                .select(IntStream.range(0, order).toArray(), units());
        return Metric.of(diagonal == null ? diagonal(part) : diagonal, block, part);
    }

    private double[] units() {
        return Arrays.stream(block).mapToDouble(i -> space.units()[i]).toArray();
    }

    private static double[] diagonal(Symmetric whole) {
        return IntStream.range(0, whole.order())
                .mapToDouble(j -> whole.packed()[Cholesky.row(j) + j])
                .toArray();
    }

    /** The variables with the largest second derivatives of the loss, the bias among them; increasing. */
    private int[] heaviest(double[] diagonal) {
        double[] mass = diagonal.clone();
        for (int i = 0; i < mass.length; i++) {
            int j = space.kept()[i];
            boolean bias = j == problem.design().features();
            double unit = space.units()[i];
            mass[i] = bias
                    ? Double.POSITIVE_INFINITY
                    : mass[i] - unit * unit * problem.penalty().curvature(j);
        }
        return IntStream.range(0, mass.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -mass[i]))
                .limit(order)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private long examples() {
        long n = problem.design().examples();
        double cheap = PRODUCTS * cost.reading() / Math.max(cost.hessian() - cost.reading(), 1) * n;
        return (long) Math.min(n, Math.max((double) ENOUGH * order, order < space.size() ? 0 : cheap));
    }
}
