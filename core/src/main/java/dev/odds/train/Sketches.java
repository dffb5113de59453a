package dev.odds.train;

import dev.odds.kernel.Cholesky;
import dev.odds.objective.Curvatures;
import dev.odds.objective.Problem;
import dev.odds.objective.Sketch;
import dev.odds.optimize.Core;
import dev.odds.optimize.Metric;
import dev.odds.optimize.Metrics;
import dev.odds.optimize.Point;
import dev.odds.optimize.Subspace;
import dev.odds.optimize.Symmetric;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Metrics from a part of the data. Where a factor of the whole Hessian costs less than a few readings, all variables stand in its
 * block; else those of the largest curvature, as the frequent words of a text, and the rest is measured by the diagonal.
 */
final class Sketches implements Metrics {
    /** A factor of the whole may cost so many readings; one of a block such a part of one, for the steps that it saves are few. */
    private static final double WHOLE = 5;

    private static final double BLOCK = 0.05;
    /** A sketch may cost so many readings beyond its own, and takes more examples than it needs as far as they are that cheap. */
    private static final double PRODUCTS = 0.5;
    /** Examples for each variable: the error of the metric is some (1 / 8)^(1/2). */
    private static final int ENOUGH = 8;
    /** Variables whose exact Hessian costs no more than a reading or two. */
    private static final int CORE = 64;

    private final Problem problem;
    private final Subspace space;
    private final Cost cost;
    private final int order;
    private int[] block;
    private int[] few;

    Sketches(Problem problem, Subspace space) {
        this.problem = problem;
        this.space = space;
        this.cost = Cost.of(problem);
        int whole = Math.min(Choice.WIDEST, cost.order(WHOLE));
        this.order = space.size() <= whole ? space.size() : Math.max(1, Math.min(whole, cost.order(BLOCK)));
    }

    @Override
    public Metric at(double[] u, Point point) {
        double[] diagonal = order < u.length ? diagonal(u) : null;
        if (block == null) {
            block = diagonal == null ? IntStream.range(0, u.length).toArray() : heaviest(diagonal, order);
        }
        Symmetric part = sketch(u, point, block, examples());
        return Metric.of(diagonal == null ? diagonal(part) : diagonal, block, part);
    }

    @Override
    public Core core(double[] u, Point point) {
        if (few == null) {
            few = heaviest(diagonal(u), Math.min(CORE, u.length));
        }
        return Core.of(few, sketch(u, point, few, problem.design().examples()));
    }

    private Symmetric sketch(double[] u, Point point, int[] variables, long examples) {
        int[] whole = Arrays.stream(variables).map(i -> space.kept()[i]).toArray();
        double[] units =
                Arrays.stream(variables).mapToDouble(i -> space.units()[i]).toArray();
        int[] all = IntStream.range(0, whole.length).toArray();
        return new Sketch(problem, whole, examples)
                .at(space.embed(u), point.meanResidual())
                .select(all, units);
    }

    private double[] diagonal(double[] u) {
        return space.squared(Curvatures.diagonal(problem, space.embed(u)));
    }

    private static double[] diagonal(Symmetric whole) {
        return IntStream.range(0, whole.order())
                .mapToDouble(j -> whole.packed()[Cholesky.row(j) + j])
                .toArray();
    }

    /** So many variables with the largest second derivatives of the loss, the bias among them; increasing. */
    private int[] heaviest(double[] diagonal, int count) {
        double[] mass = diagonal.clone();
        for (int i = 0; i < mass.length; i++) {
            int j = space.kept()[i];
            boolean bias = j == problem.design().features();
            double unit = space.units()[i];
            mass[i] = bias
                    ? Double.POSITIVE_INFINITY
                    : mass[i] - unit * unit * problem.penalty().curvature(j);
        }
        PriorityQueue<Integer> most = new PriorityQueue<>(Comparator.comparingDouble(i -> mass[i]));
        for (int i = 0; i < mass.length; i++) {
            if (most.size() < count) {
                most.add(i);
            } else if (mass[i] > mass[most.element()]) {
                most.remove();
                most.add(i);
            }
        }
        return most.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private long examples() {
        long n = problem.design().examples();
        double cheap = PRODUCTS * cost.reading() / Math.max(cost.hessian() - cost.reading(), 1) * n;
        return (long) Math.min(n, Math.max((double) ENOUGH * order, order < space.size() ? 0 : cheap));
    }
}
