package dev.odds.objective;

import dev.odds.kernel.Cholesky;
import dev.odds.kernel.LogisticMath;
import dev.odds.optimize.Separable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The optimum of an {@link ElasticCase}, found slowly and without the solvers: sweeps over the coordinates, each by the bound 1/4 on the
 * second derivative, and Newton steps over what is not 0 and at no bound, which stop where a coordinate would leave its sign or its bounds.
 */
final class ElasticOptimum {
    private static final int ROUNDS = 3_000;
    private static final int SWEEPS = 3;
    private static final double[] NODES = {
        0.046910077030668004, 0.23076534494715845, 0.5, 0.7692346550528415, 0.953089922969332
    };
    /** Gauss and Legendre's five nodes and weights on [0, 1] (Abramowitz and Stegun 25.4.30). */
    private static final double[] WEIGHTS = {
        0.11846344252809454, 0.23931433524968324, 0.28444444444444444, 0.23931433524968324, 0.11846344252809454
    };

    private final ElasticCase from;
    private final Separable p;
    private final double[][] rows;
    private final double weight;
    private final double[] majorant;
    private final List<double[]> way = new ArrayList<>();
    private double[] x;
    private double decrement;

    ElasticOptimum(ElasticCase from) {
        this.from = from;
        this.p = from.penalty().separable();
        this.rows = new double[from.x().length][];
        Arrays.setAll(rows, from::row);
        this.weight = from.y().weight();
        this.x = new double[rows[0].length];
        this.majorant = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            for (int i = 0; i < rows.length; i++) {
                majorant[j] += weight(i) / 4 * rows[i][j] * rows[i][j] / weight;
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            way.add(x.clone());
            for (int sweep = 0; sweep < SWEEPS; sweep++) {
                sweep();
            }
            decrement = Double.POSITIVE_INFINITY;
            for (int step = 0; step < 8 && decrement > 1e-31; step++) {
                decrement = newton();
            }
            if (decrement <= 1e-29 && violation() <= 1e-29) {
                break;
            }
        }
    }

    private double weight(int i) {
        return from.y().success()[i] + from.y().failure()[i];
    }

    private double logit(double[] at, int i) {
        double z = from.y().offset() == null ? 0 : from.y().offset()[i];
        for (int j = 0; j < at.length; j++) {
            z += rows[i][j] * at[j];
        }
        return z;
    }

    private double residual(double z, int i) {
        return from.y().failure()[i] * LogisticMath.sigmoid(z) - from.y().success()[i] * LogisticMath.sigmoid(-z);
    }

    /** Of what is smooth. */
    private double[] gradient() {
        double[] g = new double[x.length];
        for (int i = 0; i < rows.length; i++) {
            double r = residual(logit(x, i), i) / weight;
            for (int j = 0; j < g.length; j++) {
                g[j] += r * rows[i][j];
            }
        }
        for (int j = 0; j < p.size(); j++) {
            g[j] += p.curvature()[j] * x[j];
        }
        return g;
    }

    private void sweep() {
        double[] z = new double[rows.length];
        Arrays.setAll(z, i -> logit(x, i));
        for (int j = 0; j < x.length; j++) {
            double g = 0;
            for (int i = 0; i < rows.length; i++) {
                g += residual(z[i], i) / weight * rows[i][j];
            }
            double t = majorant[j] == 0 ? 0 : minimiser(j, g);
            for (int i = 0; i < rows.length; i++) {
                z[i] += (t - x[j]) * rows[i][j];
            }
            x[j] = t;
        }
    }

    private double minimiser(int j, double g) {
        double pulled = majorant[j] * x[j] - g;
        if (j >= p.size()) {
            return pulled / majorant[j];
        }
        double shrunk = Math.abs(pulled) <= p.slope()[j] ? 0 : pulled - Math.copySign(p.slope()[j], pulled);
        double t = shrunk / (majorant[j] + p.curvature()[j]);
        return p.box() == null ? t : p.box().nearest(j, t);
    }

    private boolean isAtBound(int j) {
        return p.box() != null
                && j < p.size()
                && (x[j] >= p.box().upper()[j] || x[j] <= p.box().lower()[j]);
    }

    private boolean isSmooth(int j) {
        return j >= p.size() || (!isAtBound(j) && (x[j] != 0 || p.slope()[j] == 0));
    }

    private double slope(int j) {
        return j < p.size() && x[j] != 0 ? Math.copySign(p.slope()[j], x[j]) : 0;
    }

    /** A step; twice what it promises. */
    private double newton() {
        int[] active = IntStream.range(0, x.length)
                .filter(j -> majorant[j] > 0 && isSmooth(j))
                .toArray();
        int k = active.length;
        double[] h = new double[Cholesky.row(k)];
        for (int i = 0; i < rows.length; i++) {
            double z = logit(x, i);
            double c = weight(i) * LogisticMath.curvature(LogisticMath.decay(z)) / weight;
            for (int a = 0; a < k; a++) {
                for (int b = 0; b <= a; b++) {
                    h[Cholesky.row(a) + b] += c * rows[i][active[a]] * rows[i][active[b]];
                }
            }
        }
        double[] g = gradient();
        double[] step = new double[k];
        for (int a = 0; a < k; a++) {
            int at = Cholesky.row(a) + a;
            h[at] += active[a] < p.size() ? p.curvature()[active[a]] : 0;
            h[at] *= 1 + 1e-10;
            step[a] = -(g[active[a]] + slope(active[a]));
        }
        double[] force = step.clone();
        Cholesky.factor(h, k, 0, new boolean[k]);
        Cholesky.forward(h, k, step);
        Cholesky.backward(h, k, step);
        double promise = 0;
        for (int a = 0; a < k; a++) {
            promise += force[a] * step[a];
        }
        if (promise < Double.POSITIVE_INFINITY) {
            go(active, step, promise);
        }
        return Math.abs(promise);
    }

    private void go(int[] active, double[] step, double promise) {
        double t = promise > 0.1 ? 0.1 / promise : 1;
        int stops = -1;
        double where = 0;
        for (int a = 0; a < active.length; a++) {
            int j = active[a];
            double low = j >= p.size() || p.box() == null
                    ? Double.NEGATIVE_INFINITY
                    : p.box().lower()[j];
            double high = j >= p.size() || p.box() == null
                    ? Double.POSITIVE_INFINITY
                    : p.box().upper()[j];
            low = slope(j) > 0 ? Math.max(low, 0) : low;
            high = slope(j) < 0 ? Math.min(high, 0) : high;
            double end = step[a] < 0 ? low : high;
            if (step[a] != 0 && (end - x[j]) / step[a] < t) {
                t = (end - x[j]) / step[a];
                stops = j;
                where = end;
            }
        }
        for (int a = 0; a < active.length; a++) {
            x[active[a]] += t * step[a];
        }
        if (stops >= 0) {
            x[stops] = where;
        }
    }

    /** The most that a coordinate at 0 or at a bound would gain by a step, about. */
    private double violation() {
        double[] g = gradient();
        double most = 0;
        for (int j = 0; j < p.size(); j++) {
            if (!isSmooth(j) && majorant[j] > 0) {
                double move = minimiser(j, g[j] - p.curvature()[j] * x[j]) - x[j];
                most = Math.max(most, majorant[j] * move * move);
            }
        }
        return most;
    }

    /** What it is sure to be within, of F. */
    double decrement() {
        return Math.max(decrement, violation());
    }

    double[] x() {
        return x.clone();
    }

    /** Points on the way, and near the end: some moved by all of their coefficients, some only by those that are not 0. */
    List<double[]> iterates(Random random) {
        List<double[]> iterates = new ArrayList<>();
        for (int i = 0; i < way.size(); i = 2 * i + 1) {
            iterates.add(way.get(i));
        }
        for (int k = 1; k < 9; k++) {
            double[] at = x.clone();
            for (int j = 0; j < at.length; j++) {
                boolean moves = majorant[j] > 0 && (j >= p.size() || x[j] != 0 || k % 2 == 0);
                at[j] += moves ? Math.pow(10, -k) * random.nextGaussian() / Math.sqrt(majorant[j]) : 0;
                at[j] = j < p.size() && p.box() != null ? p.box().nearest(j, at[j]) : at[j];
            }
            iterates.add(at);
        }
        return iterates;
    }

    /** F(at) - F*, to some ten digits of itself: no derivative by what is smooth at the optimum, the others as they are. */
    double gap(double[] at) {
        double[] g = gradient();
        double gap = 0;
        for (int j = 0; j < p.size(); j++) {
            double move = at[j] - x[j];
            gap += p.curvature()[j] / 2 * move * move + p.slope()[j] * Math.abs(at[j]) - slope(j) * at[j];
            gap += isSmooth(j) || majorant[j] == 0 ? 0 : (g[j] + slope(j)) * move;
        }
        for (int i = 0; i < rows.length; i++) {
            double move = 0;
            for (int j = 0; j < at.length; j++) {
                move += rows[i][j] * (at[j] - x[j]);
            }
            gap += divergence(logit(x, i), move, i) / weight;
        }
        return gap;
    }

    /** move^2 times the integral of (1 - t) w A (1 - A) at z + t move over t from 0 to 1, in pieces. */
    private double divergence(double z, double move, int i) {
        int pieces = 1 + (int) Math.min(1_000, 4 * Math.abs(move));
        double mean = 0;
        for (int piece = 0; piece < pieces; piece++) {
            for (int k = 0; k < NODES.length; k++) {
                double t = (piece + NODES[k]) / pieces;
                mean += WEIGHTS[k] / pieces * (1 - t) * LogisticMath.curvature(LogisticMath.decay(z + t * move));
            }
        }
        return weight(i) * mean * move * move;
    }
}
