package dev.odds.optimize;

/**
 * p(x) = sum_j slope_j |x_j| + curvature_j / 2 x_j^2 within bounds. Variables beyond its length are free.
 *
 * @param slope numbers of at least 0; held, not copied, as is all
 * @param curvature numbers of at least 0
 * @param box bounds, or null
 */
public record Separable(double[] slope, double[] curvature, Box box) {
    /** The number of variables that it knows. */
    public int size() {
        return slope.length;
    }

    /**
     * The same of some variables, numbered from 0 in their order.
     *
     * @param variables not modified
     */
    Separable over(int[] variables) {
        Box part = box == null
                ? null
                : new Box(Vectors.select(box.lower(), variables), Vectors.select(box.upper(), variables));
        return new Separable(Vectors.select(slope, variables), Vectors.select(curvature, variables), part);
    }

    /** p(x), x within the bounds. */
    public double value(double[] x) {
        double sizes = 0;
        double squares = 0;
        for (int j = 0; j < slope.length; j++) {
            if (x[j] != 0) {
                sizes = Math.fma(slope[j], Math.abs(x[j]), sizes);
                squares = Math.fma(curvature[j] * x[j], x[j], squares);
            }
        }
        return squares / 2 + sizes;
    }

    /** Whether nothing is said of variable j. */
    public boolean isFree(int j) {
        return slope[j] == 0 && curvature[j] == 0 && isUnbounded(j);
    }

    private boolean isUnbounded(int j) {
        return box == null
                || (box.lower()[j] == Double.NEGATIVE_INFINITY && box.upper()[j] == Double.POSITIVE_INFINITY);
    }

    /**
     * The t that minimises derivative (t - x) + second / 2 (t - x)^2 + p_j(t), the exact step of coordinate descent.
     *
     * @param x where the derivative is taken
     * @param derivative of the rest of the objective
     * @param second its second derivative, at least 0
     */
    double minimiser(int j, double x, double derivative, double second) {
        double whole = second + curvature[j];
        double pulled = Math.fma(second, x, -derivative);
        double shrunk = shrink(pulled, slope[j]);
        double t = shrunk == 0 ? 0 : shrunk / whole;
        return box == null ? t : box.nearest(j, t);
    }

    /** The element nearest to zero of [t - by, t + by]. */
    static double shrink(double t, double by) {
        return t > by ? t - by : t < -by ? t + by : 0;
    }

    /**
     * The derivative that is nearest to zero: of F = f + p by x_j, one-sided derivatives and multipliers of bounds among them. Zero for all j
     * exactly where F is least.
     *
     * @param derivative of f
     */
    public double residual(int j, double x, double derivative) {
        double smooth = Math.fma(curvature[j], x, derivative);
        double left = x == 0 ? shrink(smooth, slope[j]) : x > 0 ? smooth + slope[j] : smooth - slope[j];
        boolean pushed = box != null && (left < 0 ? x >= box.upper()[j] : x <= box.lower()[j]);
        return pushed ? 0 : left;
    }
}
