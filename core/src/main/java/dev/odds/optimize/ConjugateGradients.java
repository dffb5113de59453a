package dev.odds.optimize;

/**
 * H p = -g by conjugate gradients in a metric, as far as it pays: one product H v and six passes over vectors for each step (Dembo
 * and Steihaug, Mathematical Programming 26, 1983). F is convex, so that no direction of negative curvature has to be met.
 *
 * @param part how much of the residual may be left, measured by the metric
 * @param enough nor need half the square of the residual be below this decrease of F
 */
record ConjugateGradients(double part, double enough) {
    private static final int PRODUCTS = 200;

    /** p, a new vector, after at least one product. */
    double[] solve(Point point, Metric metric) {
        int n = point.gradient().length;
        double[] p = new double[n];
        double[] residual = Vectors.times(-1, point.gradient());
        double[] measured = metric.solve(residual);
        double[] direction = measured.clone();
        double[] bent = new double[n];
        double square = Vectors.dot(residual, measured);
        double least = Math.max(part * part * square, 2 * enough);
        for (int product = 0; product < PRODUCTS && square > 0; product++) {
            point.times(direction, bent);
            double curvature = Vectors.dot(direction, bent);
            if (!(curvature > 0)) {
                return product == 0 ? direction : p;
            }
            Vectors.add(p, square / curvature, direction);
            Vectors.add(residual, -square / curvature, bent);
            metric.solve(residual, measured);
            double next = Vectors.dot(residual, measured);
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
