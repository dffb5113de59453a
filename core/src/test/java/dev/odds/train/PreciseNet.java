package dev.odds.train;

import dev.odds.Precise;
import dev.odds.design.ArrayResponse;
import dev.odds.kernel.Cholesky;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The minimum of a small elastic net within bounds to some 25 digits, independent of the solvers, and how far F is from it.
 *
 * <p>An active set: Newton's method over the variables that move, up to the first that meets 0 or a bound and then rests there; where none
 * is met any more, the one that wants most to move joins them. First in double, then with the gradient in 80 digits. F - F* is a sum of
 * terms none of which is negative, so that nothing cancels: Bregman divergences of the losses and squares, and for every variable slope
 * |x| - slope |x*| + g* (x - x*), g* the derivative of the rest at the minimum.
 */
final class PreciseNet {
    private static final int STEPS = 1_000;
    private static final double COARSE = 1e-9;
    private static final double FINE = 1e-25;
    /** Keeps a Hessian of dependent columns regular; it is none of the equation that is solved. */
    private static final double REGULAR = 1e-13;

    private final SmallNet net;
    private final double[][] rows;
    private final double[] slope;
    private final double[] ridge;
    private final double[] lower;
    private final double[] upper;
    private final BigDecimal[] x;
    /** The sign by which |x_j| is differentiated, and whether the variable moves. */
    private final int[] sign;

    private final boolean[] moving;
    private BigDecimal[] gradient;
    private double[] hessian;

    PreciseNet(SmallNet net) {
        this.net = net;
        this.rows = net.rows();
        int size = rows[0].length;
        this.slope = net.each(size, net.penalty()::slope, 0);
        this.ridge = net.each(size, net.penalty()::curvature, 0);
        this.lower = net.each(size, net::lower, Double.NEGATIVE_INFINITY);
        this.upper = net.each(size, net::upper, Double.POSITIVE_INFINITY);
        this.x = new BigDecimal[size];
        Arrays.fill(x, BigDecimal.ZERO);
        this.sign = new int[size];
        this.moving = new boolean[size];
        for (int j = 0; j < size; j++) {
            moving[j] = slope[j] == 0 && lower[j] < 0 && upper[j] > 0;
        }
        minimise(false, COARSE);
        if (!minimise(true, FINE)) {
            throw new AssertionError("no minimum found of " + net);
        }
    }

    /** Whether it ended. */
    private boolean minimise(boolean precise, double tolerance) {
        for (int step = 0; step < STEPS; step++) {
            differentiate(precise);
            if (!(move(precise) > tolerance) && !join(tolerance)) {
                return true;
            }
        }
        return false;
    }

    private void differentiate(boolean precise) {
        int size = x.length;
        gradient = new BigDecimal[size];
        hessian = new double[Cholesky.row(size)];
        for (int j = 0; j < size; j++) {
            gradient[j] = x[j].multiply(new BigDecimal(ridge[j]), Precise.DIGITS);
            hessian[Cholesky.row(j) + j] = ridge[j];
        }
        double[] at = rounded(x);
        ArrayResponse y = net.y();
        for (int i = 0; i < rows.length; i++) {
            double success = y.success()[i] / y.weight();
            double failure = y.failure()[i] / y.weight();
            double z = net.logit(i, at);
            BigDecimal residual =
                    precise ? residual(i) : new BigDecimal(failure / (1 + Math.exp(-z)) - success / (1 + Math.exp(z)));
            double curvature = (success + failure) * PreciseOptimum.curvature(z);
            for (int j = 0; j < size; j++) {
                BigDecimal part = residual.multiply(new BigDecimal(rows[i][j]), Precise.DIGITS);
                gradient[j] = gradient[j].add(part, Precise.DIGITS);
                for (int k = 0; k <= j; k++) {
                    hessian[Cholesky.row(j) + k] += curvature * rows[i][j] * rows[i][k];
                }
            }
        }
    }

    private BigDecimal residual(int i) {
        BigDecimal z = logit(i, x).add(new BigDecimal(net.offset(i)));
        BigDecimal up = new BigDecimal(net.y().failure()[i]).multiply(Precise.sigmoid(z), Precise.DIGITS);
        BigDecimal down = new BigDecimal(net.y().success()[i]).multiply(Precise.sigmoid(z.negate()), Precise.DIGITS);
        return up.subtract(down, Precise.DIGITS).divide(new BigDecimal(net.y().weight()), Precise.DIGITS);
    }

    private BigDecimal logit(int i, BigDecimal[] at) {
        BigDecimal z = BigDecimal.ZERO;
        for (int j = 0; j < at.length; j++) {
            if (rows[i][j] != 0 && at[j].signum() != 0) {
                z = z.add(at[j].multiply(new BigDecimal(rows[i][j]), Precise.DIGITS), Precise.DIGITS);
            }
        }
        return z;
    }

    private static double[] rounded(BigDecimal[] numbers) {
        return Arrays.stream(numbers).mapToDouble(BigDecimal::doubleValue).toArray();
    }

    /** The derivative of F along the side on which variable j is. */
    private double derivative(int j) {
        return gradient[j].add(new BigDecimal(sign[j] * slope[j])).doubleValue();
    }

    /** Takes a Newton step; its largest element in units of the logit, 0 where nothing moves. */
    private double move(boolean precise) {
        int[] active = active();
        double[] step = step(active);
        double length = 1;
        int met = -1;
        double way = 0;
        double largest = 0;
        for (int a = 0; a < active.length; a++) {
            int j = active[a];
            largest = Math.max(largest, Math.abs(step[a]) * Math.sqrt(hessian[Cholesky.row(j) + j]));
            double room = room(j, step[a]);
            if (room < length) {
                length = room;
                met = j;
                way = step[a];
            }
        }
        double taken = precise ? length : backtracked(active, step, length);
        for (int a = 0; a < active.length; a++) {
            x[active[a]] = x[active[a]].add(new BigDecimal(taken * step[a]), Precise.DIGITS);
        }
        if (met >= 0 && taken == length) {
            x[met] = new BigDecimal(end(met, way));
            moving[met] = false;
            largest = Double.POSITIVE_INFINITY;
        }
        return largest;
    }

    private int[] active() {
        int[] active = new int[x.length];
        int count = 0;
        for (int j = 0; j < x.length; j++) {
            active[count] = j;
            count += moving[j] ? 1 : 0;
        }
        return Arrays.copyOf(active, count);
    }

    private double[] step(int[] active) {
        int n = active.length;
        double[] packed = new double[Cholesky.row(n)];
        double[] step = new double[n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b <= a; b++) {
                packed[Cholesky.row(a) + b] = hessian[Cholesky.row(active[a]) + active[b]];
            }
            packed[Cholesky.row(a) + a] *= 1 + REGULAR;
            step[a] = -derivative(active[a]);
        }
        Cholesky.factor(packed, n, 0, new boolean[n]);
        Cholesky.forward(packed, n, step);
        Cholesky.backward(packed, n, step);
        return step;
    }

    /** Which part of a step leads variable j to its end. */
    private double room(int j, double step) {
        return step == 0 ? Double.POSITIVE_INFINITY : Math.max(0, (end(j, step) - x[j].doubleValue()) / step);
    }

    /** 0, where |x_j| matters and the step leads to it, else a bound. */
    private double end(int j, double step) {
        double bound = step > 0 ? upper[j] : lower[j];
        return slope[j] > 0 && sign[j] * step < 0 ? 0 : bound;
    }

    private double backtracked(int[] active, double[] step, double length) {
        double fall = 0;
        for (int a = 0; a < active.length; a++) {
            fall += derivative(active[a]) * step[a];
        }
        double[] from = rounded(x);
        double value = net.value(from);
        for (double t = length; t > 1e-9; t /= 2) {
            double[] to = from.clone();
            for (int a = 0; a < active.length; a++) {
                to[active[a]] += t * step[a];
            }
            if (net.value(to) <= value + 1e-4 * t * fall + 1e-14 * value) {
                return t;
            }
        }
        return 0;
    }

    /** Lets the variable move that most wants to, if any does. */
    private boolean join(double tolerance) {
        double most = 0;
        int best = -1;
        int way = 0;
        for (int j = 0; j < x.length; j++) {
            for (int side = -1; side <= 1 && !moving[j] && lower[j] < upper[j]; side += 2) {
                int at = x[j].signum() == 0 ? side : x[j].signum();
                boolean open = side > 0 ? x[j].doubleValue() < upper[j] : x[j].doubleValue() > lower[j];
                double pull =
                        -side * gradient[j].add(new BigDecimal(at * slope[j])).doubleValue();
                double size = Math.max(slope[j], Math.sqrt(hessian[Cholesky.row(j) + j]));
                if (open && pull > tolerance * size && pull / size > most) {
                    most = pull / size;
                    best = j;
                    way = at;
                }
            }
        }
        if (best >= 0) {
            moving[best] = true;
            sign[best] = slope[best] > 0 ? way : 0;
        }
        return best >= 0;
    }

    /** F(at) - F*, to some ten digits of itself. */
    double gap(double[] at) {
        BigDecimal[] away = new BigDecimal[at.length];
        double sum = 0;
        for (int j = 0; j < at.length; j++) {
            away[j] = new BigDecimal(at[j]).subtract(x[j], Precise.DIGITS);
            double distance = away[j].doubleValue();
            sum += ridge[j] / 2 * distance * distance;
            BigDecimal size = new BigDecimal(Math.abs(at[j])).subtract(x[j].abs(), Precise.DIGITS);
            sum += size.multiply(new BigDecimal(slope[j]), Precise.DIGITS)
                    .add(gradient[j].multiply(away[j], Precise.DIGITS), Precise.DIGITS)
                    .doubleValue();
        }
        double losses = 0;
        for (int i = 0; i < rows.length; i++) {
            double from = logit(i, x).doubleValue() + net.offset(i);
            double weight = net.y().success()[i] + net.y().failure()[i];
            losses += weight * PreciseOptimum.divergence(from, logit(i, away).doubleValue());
        }
        return sum + losses / net.y().weight();
    }

    /** The minimum, rounded. */
    double[] minimum() {
        return rounded(x);
    }
}
