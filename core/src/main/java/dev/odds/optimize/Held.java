package dev.odds.optimize;

import java.util.Arrays;

/**
 * An objective on the plane normal^T x = level: a function of all variables but one, the one of the largest part in the normal,
 * which the others then determine. So no number grows by the change, however unlike the parts are.
 *
 * @param whole the objective
 * @param normal a number for each of its variables, not all 0; held, not copied
 * @param level what normal^T x is held at
 * @param pivot the variable that the others determine
 */
public record Held(Objective whole, double[] normal, double level, int pivot) implements Objective {

    /** The variable of the largest part is determined by the others. */
    public Held(Objective whole, double[] normal, double level) {
        this(whole, normal, level, largest(normal));
    }

    private static int largest(double[] normal) {
        int largest = 0;
        for (int j = 1; j < normal.length; j++) {
            largest = Math.abs(normal[j]) > Math.abs(normal[largest]) ? j : largest;
        }
        return largest;
    }

    @Override
    public int size() {
        return normal.length - 1;
    }

    @Override
    public Point at(double[] u, Need need) {
        return new On(whole.at(embed(u), need), this);
    }

    /** All variables: x_p = (level - sum of the other normal_j x_j) / normal_p. */
    public double[] embed(double[] u) {
        double[] x = spread(u);
        x[pivot] = (level - Vectors.dot(normal, x)) / normal[pivot];
        return x;
    }

    /** The variables but the pivot; a new array. */
    public double[] select(double[] x) {
        double[] u = Arrays.copyOf(x, x.length - 1);
        System.arraycopy(x, pivot + 1, u, pivot, u.length - pivot);
        return u;
    }

    /** The inverse of {@link #select}, with 0 for the pivot. */
    private double[] spread(double[] u) {
        double[] x = new double[u.length + 1];
        System.arraycopy(u, 0, x, 0, pivot);
        System.arraycopy(u, pivot, x, pivot + 1, u.length - pivot);
        return x;
    }

    /** How the pivot follows variable j. */
    private double follows(int j) {
        return -normal[j] / normal[pivot];
    }

    /** The derivative of the least value by the level: Lagrange's multiplier, at a point of this where it has its minimum. */
    public double slope(Point least) {
        return ((On) least).point.gradient()[pivot] / normal[pivot];
    }

    /** Derivatives by the variables but the pivot: with r_j as {@link #follows}, g_j + r_j g_p. */
    private double[] gradient(double[] whole) {
        double[] part = select(whole);
        double[] r = select(normal);
        for (int j = 0; j < part.length; j++) {
            part[j] -= r[j] / normal[pivot] * whole[pivot];
        }
        return part;
    }

    /** H_ij + r_i H_pj + r_j H_ip + r_i r_j H_pp. */
    private Symmetric hessian(Symmetric whole) {
        Symmetric part = Symmetric.zero(size());
        for (int i = 0, at = 0; i < normal.length; i++) {
            for (int j = 0; j <= i; j++) {
                if (i != pivot && j != pivot) {
                    double ri = follows(i);
                    double rj = follows(j);
                    double across = Math.fma(ri, whole.get(pivot, j), rj * whole.get(i, pivot));
                    part.packed()[at++] = whole.get(i, j) + Math.fma(ri * rj, whole.get(pivot, pivot), across);
                }
            }
        }
        return part;
    }

    private record On(Point point, Held plane) implements Point {
        @Override
        public double value() {
            return point.value();
        }

        @Override
        public double[] gradient() {
            return plane.gradient(point.gradient());
        }

        @Override
        public Symmetric hessian() {
            return plane.hessian(point.hessian());
        }

        @Override
        public void times(double[] v, double[] out) {
            double[] x = plane.spread(v);
            x[plane.pivot] = -Vectors.dot(plane.normal, x) / plane.normal[plane.pivot];
            double[] whole = new double[x.length];
            point.times(x, whole);
            System.arraycopy(plane.gradient(whole), 0, out, 0, out.length);
        }

        @Override
        public double meanResidual() {
            return point.meanResidual();
        }

        @Override
        public double pearson() {
            return point.pearson();
        }
    }
}
