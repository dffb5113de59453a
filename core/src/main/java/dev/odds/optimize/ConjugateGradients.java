package dev.odds.optimize;

/**
 * H p = r by conjugate gradients in a metric, as far as it pays: one product H v and six passes over vectors for each step (Dembo
 * and Steihaug, Mathematical Programming 26, 1983). F is convex, so that no direction of negative curvature has to be met.
 *
 * @param part how much of the residual may be left, measured by the metric
 * @param enough nor need half the square of the residual be below this decrease of F
 * @param most the most products
 */
public record ConjugateGradients(double part, double enough, int most) {
    /** H as a linear map: {@code out} is overwritten with H v. */
    @FunctionalInterface
    public interface Product {
        void times(double[] v, double[] out);
    }

    /**
     * p, a new vector, after at least one product.
     *
     * @param right r, overwritten with what is left of it
     */
    public double[] solve(Product hessian, double[] right, Metric metric) {
        double[] p = new double[right.length];
        double[] measured = metric.solve(right);
        double[] direction = measured.clone();
        double[] bent = new double[right.length];
        double square = Vectors.dot(right, measured);
        double least = Math.max(part * part * square, 2 * enough);
        for (int product = 0; product < most && square > 0; product++) {
            hessian.times(direction, bent);
            double curvature = Vectors.dot(direction, bent);
            if (!(curvature > 0)) {
                return product == 0 ? direction : p;
            }
            Vectors.add(p, square / curvature, direction);
            Vectors.add(right, -square / curvature, bent);
            metric.solve(right, measured);
            double next = Vectors.dot(right, measured);
            if (next <= least) {
                return p;
            }
            turn(direction, next / square, measured);
            square = next;
        }
        return p;
    }

    /** direction = measured + t direction. */
    private static void turn(double[] direction, double t, double[] measured) {
        for (int j = 0; j < direction.length; j++) {
            direction[j] = Math.fma(t, direction[j], measured[j]);
        }
    }
}
